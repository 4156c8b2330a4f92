"""The proof that rolecall does what it says."""
