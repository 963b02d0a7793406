"""The document as a PDF, typeset by Typst, its tags, links and metadata mended."""
