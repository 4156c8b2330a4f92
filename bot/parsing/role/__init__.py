"""The role: its name, its employer, where and in which form it is worked."""
