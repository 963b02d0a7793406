"""The document as Markdown, for forges and other systems."""
