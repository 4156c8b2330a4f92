"""Everything that knows Telegram: updates in, replies out."""
