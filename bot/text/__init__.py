"""Strings with positions: spans, cleaning, tokens and lines. Standard library only."""
