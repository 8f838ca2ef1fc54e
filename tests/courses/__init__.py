"""The shipped courses, under test like code."""
