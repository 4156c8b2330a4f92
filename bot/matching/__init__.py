"""A new posting to the saved searches that it concerns: pure, by an index of the searches, not a loop over them."""
