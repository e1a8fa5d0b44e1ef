"""What tells a library file from others, and which shape of it this program reads and writes."""

APPLICATION_ID = 0x44754475
# That of the last migration in `schema`.
SCHEMA_VERSION = 6
