"""The version of the program, where both the build and `--version` read it without delay."""

VERSION = "0.1.0"
