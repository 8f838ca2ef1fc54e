"""Klartext: an offline app that teaches people how to speak about their employer on social media."""

__version__ = "0.1.0"
