"""rolecall without Telegram: reading, storing, finding and answering; works from a shell."""
