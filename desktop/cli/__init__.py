"""The same jobs headless: the second front end that keeps the core honest."""
