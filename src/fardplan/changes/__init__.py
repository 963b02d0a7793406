"""What has changed between two versions of a roadmap, by meaning: one file per compared thing."""
