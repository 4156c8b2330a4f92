"""Strings with positions: spans, cleaning, tokens, lines, and sieves of words. Knows no domain."""
