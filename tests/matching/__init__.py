"""Tests of bot.matching."""
