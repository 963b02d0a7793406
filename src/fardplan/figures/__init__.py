"""Figures: what a roadmap's data looks like, drawn as shapes that say their role and no colour."""
