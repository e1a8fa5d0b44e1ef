"""From a passage to a selector, and from a selector to its place in another edition."""

from annotator.services.anchoring.describing import describe

__all__ = ["describe"]
