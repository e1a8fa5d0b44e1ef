"""Texts on their way in: which files, what they will read like, and what the reader corrects."""
