"""Marking: from a selected passage to an annotation, and what can be done with it."""
