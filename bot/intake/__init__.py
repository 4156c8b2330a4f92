"""Sources to raw text: files, standard input, pages. The only network code of bot/."""
