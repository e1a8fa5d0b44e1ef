"""The window and its parts: the only package that knows Qt."""
