"""The library file: the only folder with SQL."""
