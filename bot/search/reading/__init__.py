"""How a query line is read: pieces, keys with their values, phrases of free text, plain words."""
