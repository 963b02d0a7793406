"""A county's web site: its pages as documents, their addresses, how they lead to each other."""
