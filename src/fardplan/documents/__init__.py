"""How a roadmap becomes a document, and the document a file."""
