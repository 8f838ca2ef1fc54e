"""Lessons, checklists and results as pages of paper: set in type, broken into pages, painted on any device."""
