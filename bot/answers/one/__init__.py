"""Answers about one posting."""
