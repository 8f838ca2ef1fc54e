"""Rules without files or clock: grading, drawing, attempts, what is read and passed."""
