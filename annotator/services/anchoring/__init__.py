"""From a passage to a selector, and from a selector to its place in another edition."""

from annotator.services.anchoring.describing import describe
from annotator.services.anchoring.edition_map import EditionMap, PossiblePlace

__all__ = ["EditionMap", "PossiblePlace", "describe"]
