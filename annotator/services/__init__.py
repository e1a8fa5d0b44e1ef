"""Use cases over a library: what the window and the command line both do."""
