"""The reading pane, from plain data up: one document on screen, laid out where it is looked at."""
