"""One module per kind of file going out, each a function from excerpts to what the file holds."""
