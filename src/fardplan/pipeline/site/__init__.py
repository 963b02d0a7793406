"""The steps that make a web site: which versions are published, their pages, the files."""
