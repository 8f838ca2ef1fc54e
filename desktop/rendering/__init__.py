"""Facts become HTML, style and sentences; no Qt."""
