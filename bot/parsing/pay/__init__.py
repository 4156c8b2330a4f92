"""Money: what is paid, and what is paid beside it."""
