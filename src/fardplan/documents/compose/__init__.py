"""From a roadmap to a document: one module a chapter, and `document.compose` that joins them."""
