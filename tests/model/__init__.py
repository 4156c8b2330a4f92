"""Values answer questions about themselves."""
