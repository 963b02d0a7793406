"""The only code that reads files and git."""
