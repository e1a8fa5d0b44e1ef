"""Duidu 对读: read Chinese texts side by side, highlight and tag passages, share them."""

__version__ = "0.1.0"
