"""Tests of bot.intake: what files of every form hold, and that each value leads back to its place in the file."""
