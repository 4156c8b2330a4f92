"""Everything that knows Telegram: updates in, replies out."""

import os

# The library gives times to wait as timedeltas only to those who ask for them; without it, every one of them warns.
os.environ.setdefault("PTB_TIMEDELTA", "1")
