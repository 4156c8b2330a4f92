"""Answers over several postings."""
