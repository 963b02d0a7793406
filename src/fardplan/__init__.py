"""Roadmaps (färdplaner) as YAML in git: checked, compared by meaning and rendered as documents."""
