"""The only SQL: what survives the process, in one SQLite file."""
