"""The figures of a document: out of an edition come the data, the table and the drawings."""
