"""Raw text to posting: pure functions of the text and of the day it was received."""
