"""What is to be done, what is asked for, and the prose around both."""
