"""Reading, field by field and page by page."""
