"""A local Bot API: the bot in a terminal and in tests, with no token and no network."""
