"""A question and the postings to an answer: pure, deterministic, with the words that prove it."""
