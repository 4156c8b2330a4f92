"""Names in a text: of places, of streets, and of whoever owns an address. What they mean is for the fields."""
