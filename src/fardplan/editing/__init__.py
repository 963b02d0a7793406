"""Changing YAML files in place: what is not meant to change stays byte for byte."""
