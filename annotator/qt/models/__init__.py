"""Item models over a session, and how tags are drawn in their views."""
