"""One use case per file: sync, with collaborators and the time as arguments; one use case is one transaction."""
