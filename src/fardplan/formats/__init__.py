"""One file per output format of findings and of changes."""
