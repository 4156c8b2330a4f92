"""Plans to matches: a columnar inverted index in flat arrays, saved to files and memory-mapped."""
