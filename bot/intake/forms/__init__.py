"""Decoding: which parts and values does a text in HTML, JSON, XML or CSV hold, and where do they stand?"""
