"""A county's web site: the pages as documents, their addresses, and how they refer to each other."""
