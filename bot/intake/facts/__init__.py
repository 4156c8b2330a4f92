"""Structured data: which of it is a posting, and how does that read as labelled lines?"""
