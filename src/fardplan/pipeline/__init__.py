"""Puts the steps together, one file for each thing that can be asked of the whole."""
