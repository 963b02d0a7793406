"""Roadmaps (färdplaner) as YAML in git: validated, compared by meaning and rendered as documents."""
