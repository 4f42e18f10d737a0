"""The outside world: the only modules that open, read or write files."""
