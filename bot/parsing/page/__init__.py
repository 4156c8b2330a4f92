"""The page as a whole: its language, whether it is a posting at all, and where it contradicts itself."""
