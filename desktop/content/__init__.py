"""Files become facts: Markdown courses, quizzes, scenarios and self-assessments, and the Problems found in them."""
