"""What does a sentence come to by its words in any order? One judge per field, for sentences that no turn of phrase takes."""
