"""Query line to hits: pure, deterministic, explainable."""
