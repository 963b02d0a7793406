"""The document as a PDF, typeset by Typst, its tags and metadata mended."""
