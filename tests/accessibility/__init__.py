"""Assistive technology for real: a display, the accessibility bus, the program, and somebody who sees nothing."""
