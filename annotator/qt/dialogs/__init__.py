"""Questions that need more than a line, each asked through one class method `ask`."""
