"""Time: years asked for, dates, how long, how often and when the work is done."""
