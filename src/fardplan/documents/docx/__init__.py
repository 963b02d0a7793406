"""The document as a Word file, written part by part."""
