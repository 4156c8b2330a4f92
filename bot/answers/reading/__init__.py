"""How is a question understood? Its words, its kind, what it asks about."""
