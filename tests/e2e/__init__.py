"""Scenarios: what people do and see, played in this process and against a Bot API server, polling and webhook."""
