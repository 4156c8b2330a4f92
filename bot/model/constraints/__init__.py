"""What can be asked of a posting? One small class per kind of test, and the constraint that wraps it."""
