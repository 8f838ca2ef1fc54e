"""Signed records of completed courses: the device key, the sealed PDF, and the verdict on a file."""
