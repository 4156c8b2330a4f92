"""Domain values to replies: pure functions, and the only place with markup and wording."""
