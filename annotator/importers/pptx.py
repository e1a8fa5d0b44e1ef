"""Slides of PowerPoint: a page for each, what the audience sees, then the speaker's notes."""

from collections.abc import Iterator

from lxml import etree

from annotator.core.document import DocumentKind
from annotator.core.reading_text import ParagraphKind
from annotator.importers import ooxml
from annotator.importers.chart import text_of_chart
from annotator.importers.incoming import Extract, IncomingFile
from annotator.importers.ooxml import Relation, attribute, child, related, relations_of, tree_of
from annotator.importers.package import Package
from annotator.importers.paragraphs import Draft, typeset
from annotator.importers.slide import Place, paragraphs_of, places_of, shapes_of, text_of
from annotator.importers.xml_tree import local_name

_DIVIDERS = {"title", "secHead"}


def extract(file: IncomingFile) -> Extract:
    """Take the text out of a PowerPoint file (.pptx); hidden slides are empty pages.

    Raises a TextFileError.
    """
    deck = _Deck(Package(file))
    text, structure = typeset(list(deck.pages()))
    about = ooxml.about(deck.package, kind=DocumentKind.SLIDES)
    return Extract(text, "pptx", structure=structure, about=about)


class _Deck:
    """The slides of a package, with the layouts that were read for them."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._layouts: dict[str, tuple[str, dict[str, Place]]] = {}
        self._has_title = False

    def pages(self) -> Iterator[list[Draft]]:
        main = ooxml.main_part(self.package)
        relations = relations_of(self.package, main)
        slides = child(self.package.tree(main), "sldIdLst")
        for slide in slides if slides is not None else ():
            relation = relations.get(_relation_id(slide) or "")
            if relation is None:
                raise self.package.damaged()
            yield self._page(relation.target)

    def _page(self, part: str) -> list[Draft]:
        slide = tree_of(self.package, part)
        if attribute(slide, "show") in {"0", "false"}:
            return []
        relations = relations_of(self.package, part)
        layout, places = self._layout(next(related(relations, "slideLayout"), None))
        shapes = child(slide, "cSld", "spTree")
        drafts: list[Draft] = []
        for shape in shapes_of(shapes, places) if shapes is not None else ():
            found = text_of(shape, lambda frame: self._drawn(frame, relations))
            drafts += self._headings(found, layout) if shape.is_title else found
        return drafts + self._notes(relations)

    def _layout(self, part: str | None) -> tuple[str, dict[str, Place]]:
        """Return the type of a layout and the places that it and its master give to shapes."""
        if part is None or part not in self.package:
            return "", {}
        if part not in self._layouts:
            layout = self.package.tree(part)
            places = places_of(layout)
            master = next(related(relations_of(self.package, part), "slideMaster"), None)
            if master is not None and master in self.package:
                places = places_of(self.package.tree(master)) | places
            self._layouts[part] = (attribute(layout, "type") or "", places)
        return self._layouts[part]

    def _headings(self, drafts: list[Draft], layout: str) -> list[Draft]:
        """Return a slide's title as one headline; that of the first title slide is the text's."""
        text = "\n".join(draft.text for draft in drafts if draft.text)
        if layout == "title" and text and not self._has_title:
            self._has_title = True
            return [Draft(text, ParagraphKind.TITLE, 1)]
        return [Draft(text, ParagraphKind.HEADING, 1 if layout in _DIVIDERS else 2)]

    def _drawn(self, frame: etree._Element, relations: dict[str, Relation]) -> list[Draft]:
        """Return the words of a diagram, or the titles and figures of a chart."""
        for element in frame.iter("{*}relIds", "{*}chart"):
            is_chart = local_name(element) == "chart"
            relation = relations.get(attribute(element, "id" if is_chart else "dm") or "")
            if relation is not None and relation.target in self.package:
                tree = self.package.tree(relation.target)
                if is_chart:
                    return text_of_chart(tree)
                return [draft for body in tree.iter("{*}t") for draft in paragraphs_of(body)]
        return []

    def _notes(self, relations: dict[str, Relation]) -> list[Draft]:
        part = next(related(relations, "notesSlide"), None)
        if part is None or part not in self.package:
            return []
        shapes = child(tree_of(self.package, part), "cSld", "spTree")
        notes = (
            [shape for shape in shapes_of(shapes, {}) if shape.role == "body"]
            if shapes is not None
            else []
        )
        drafts = [draft for shape in notes for draft in text_of(shape, lambda _: [])]
        return [Draft(draft.text, ParagraphKind.ASIDE) for draft in drafts]


def _relation_id(slide: etree._Element) -> str | None:
    """Return the id of the relation; the slide has an id of its own beside it."""
    return next(
        (str(value) for key, value in slide.attrib.items() if str(key).endswith("}id")), None
    )
