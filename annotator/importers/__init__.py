"""One module per kind of file coming in."""
