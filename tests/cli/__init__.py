"""The command line, tested through its doors."""
