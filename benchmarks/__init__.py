"""Measured commands: quality with precision and recall, speed as a ratio to a peer in the same run."""
