"""The command line's output: JSON lines of the contract, and the same things readably."""
