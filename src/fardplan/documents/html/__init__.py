"""The document as a page: blocks laid out by templates, with its styles inside."""
