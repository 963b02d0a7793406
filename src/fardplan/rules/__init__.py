"""What a roadmap must be: one file per rule, each with its own manual."""
