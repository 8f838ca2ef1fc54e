"""Highlights and notes in a lesson: where they are drawn, how they are made, and the panel they are written in."""
