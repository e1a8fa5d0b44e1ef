"""Word documents: what is printed, with the numbers that Word counts, and the notes at the end."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from annotator.core.reading_text import ParagraphKind
from annotator.importers import ooxml
from annotator.importers.docx_numbering import Numbering, note_mark
from annotator.importers.docx_styles import Styles, list_of, outline_level
from annotator.importers.incoming import Extract, IncomingFile
from annotator.importers.ooxml import attribute, child, is_on
from annotator.importers.package import Package
from annotator.importers.paragraphs import Draft, row_of, typeset
from annotator.importers.symbols import symbol
from annotator.importers.xml_tree import local_name
from annotator.text.repair.widths import is_chinese

# Properties, what was deleted, and the instructions of fields.
_SILENT = frozenset(
    {
        "del",
        "delInstrText",
        "delText",
        "instrText",
        "moveFrom",
        "pPr",
        "rPr",
        "rubyPr",
        "sdtPr",
        "sectPr",
        "tblPr",
        "tcPr",
        "trPr",
    }
)
_LETTERS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}


def extract(file: IncomingFile) -> Extract:
    """Take the text out of a Word document (.docx). Raises a TextFileError."""
    package = Package(file)
    main = ooxml.main_part(package)
    relations = ooxml.relations_of(package, main)

    def tree(kind: str) -> etree._Element | None:
        part = next(ooxml.related(relations, kind), None)
        return ooxml.tree_of(package, part) if part is not None and part in package else None

    styles, numbering = Styles(tree("styles")), Numbering(tree("numbering"))
    notes = _Notes(tree)
    story = _Story(styles, numbering, notes=notes)
    drafts = story.through(ooxml.tree_of(package, main))
    for mark, note in notes.cited():
        drafts += _note(mark, _Story(styles, numbering, notes=notes).through(note))
    text, structure = typeset([drafts])
    return Extract(text, "docx", structure=structure, about=ooxml.about(package))


def _note(mark: str, drafts: list[Draft]) -> list[Draft]:
    """Return the paragraphs of a note, the first behind its mark."""
    texts = [draft.text for draft in drafts if draft.text.strip()]
    return [
        Draft(text if number else f"{mark} {text.strip()}", ParagraphKind.ASIDE)
        for number, text in enumerate(texts)
    ]


class _Notes:
    """Footnotes and endnotes, counted in the order in which the text cites them."""

    def __init__(self, tree: Callable[[str], etree._Element | None]) -> None:
        self._notes: dict[tuple[str, str | None], etree._Element] = {}
        self._formats: dict[str, str | None] = {}
        self._cited: dict[str, list[tuple[str, etree._Element]]] = {"footnote": [], "endnote": []}
        settings = tree("settings")
        for kind in self._cited:
            told = attribute(child(settings, f"{kind}Pr", "numFmt"), "val")
            self._formats[kind] = told or ("lowerRoman" if kind == "endnote" else None)
            root = tree(f"{kind}s")
            for note in root if root is not None else ():
                self._notes[kind, attribute(note, "id")] = note

    def cite(self, reference: etree._Element) -> str:
        """Return the mark of the note that is cited here, "" if the text has a mark of its own."""
        kind = local_name(reference).removesuffix("Reference")
        note = self._notes.pop((kind, attribute(reference, "id")), None)
        if note is None:
            return ""
        has_own_mark = attribute(reference, "customMarkFollows") in {"1", "true", "on"}
        count = sum(bool(mark) for mark, _ in self._cited[kind]) + 1
        mark = "" if has_own_mark else note_mark(count, self._formats[kind])
        self._cited[kind].append((mark, note))
        return mark

    def cited(self) -> list[tuple[str, etree._Element]]:
        """Return marks and notes: footnotes, then endnotes."""
        return self._cited["footnote"] + self._cited["endnote"]


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is open, with its text so far and the text boxes that hang on it."""

    element: etree._Element
    letters: list[str] = field(default_factory=list)
    boxed: list[Draft] = field(default_factory=list)
    ruby_start: int = 0
    ruby: str = ""


class _Story:
    """One walk through a body or a note, without recursion, however deep it is."""

    def __init__(self, styles: Styles, numbering: Numbering, *, notes: _Notes) -> None:
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._found: list[Draft] = []
        self._outer: list[list[Draft]] = []
        self._rows: list[list[list[Draft]]] = []
        self._open: list[_Paragraph] = []
        self._fields: list[bool] = []
        self._has_whole_fields = True
        self._carried = ""

    def through(self, root: etree._Element) -> list[Draft]:
        """Return the paragraphs below this element."""
        turns = [attribute(turn, "fldCharType") for turn in root.iter("{*}fldChar")]
        self._has_whole_fields = turns.count("begin") == turns.count("end")
        steps = etree.iterwalk(root, events=("start", "end"))
        left: etree._Element | None = None
        for event, element in steps:
            if event == "start":
                if self._is_silent(element):
                    left = element
                    steps.skip_subtree()
                else:
                    self._enter(element, local_name(element))
            elif element is left:
                left = None
            else:
                self._leave(local_name(element))
        return self._found

    def _is_silent(self, element: etree._Element) -> bool:
        name = local_name(element)
        if name == "r":
            properties = child(element, "rPr")
            style = attribute(child(properties, "rStyle"), "val")
            hides = child(properties, "vanish")
            is_hidden = style is not None and self._styles.of(style).is_hidden
            return is_hidden if hides is None else is_on(hides)
        is_deleted_row = name == "tr" and child(element, "trPr", "del") is not None
        return name in _SILENT or is_deleted_row

    def _enter(self, element: etree._Element, name: str) -> None:
        match name:
            case "p":
                self._open.append(_Paragraph(element, [self._carried]))
                self._carried = ""
            case "tr":
                self._rows.append([])
            case "tc" | "txbxContent":
                self._outer.append(self._found)
                self._found = []
            case "fldChar":
                self._turn_field(attribute(element, "fldCharType"))
            case "rt" if self._open:
                self._open[-1].ruby_start = len(self._open[-1].letters)
            case "t":
                self._add((element.text or "").replace("\n", " "))
            case "sym":
                self._add(symbol(attribute(element, "char"), attribute(element, "font")))
            case "footnoteReference" | "endnoteReference":
                self._add(self._notes.cite(element))
            case _ if name in _LETTERS:
                self._add(_LETTERS[name])

    def _leave(self, name: str) -> None:
        match name:
            case "p":
                self._close(self._open.pop())
            case "tc":
                cell, self._found = self._found, self._outer.pop()
                if self._rows:
                    self._rows[-1].append(cell)
                else:
                    self._found += cell
            case "tr":
                self._found += row_of(self._rows.pop())
            case "txbxContent":
                box, self._found = self._found, self._outer.pop()
                (self._open[-1].boxed if self._open else self._found).extend(box)
            case "rt" if self._open:
                paragraph = self._open[-1]
                paragraph.ruby = "".join(paragraph.letters[paragraph.ruby_start :])
                del paragraph.letters[paragraph.ruby_start :]
            case "rubyBase" if self._open and self._open[-1].ruby:
                self._add(f"（{self._open[-1].ruby}）")
                self._open[-1].ruby = ""

    def _add(self, text: str) -> None:
        """Add to the open paragraph, if this is no instruction of a field."""
        if self._open and not any(self._fields):
            self._open[-1].letters.append(text)

    def _turn_field(self, turn: str | None) -> None:
        """Follow a field from its instruction to its result; one without an end is no field."""
        if turn == "begin" and self._has_whole_fields:
            self._fields.append(True)
        elif turn == "separate" and self._fields:
            self._fields[-1] = False
        elif turn == "end" and self._fields:
            self._fields.pop()

    def _close(self, paragraph: _Paragraph) -> None:
        """Keep the paragraph; one whose end was deleted, or a drop cap, goes on in the next."""
        properties = child(paragraph.element, "pPr")
        text = "".join(paragraph.letters)
        is_drop_cap = attribute(child(properties, "framePr"), "dropCap") in {"drop", "margin"}
        if is_drop_cap or child(properties, "rPr", "del") is not None:
            self._carried = text
        else:
            self._found.append(self._draft(text, properties))
        self._found += paragraph.boxed

    def _draft(self, text: str, properties: etree._Element | None) -> Draft:
        style_id = attribute(child(properties, "pStyle"), "val")
        style = self._styles.of(style_id)
        own_list, own_level = list_of(properties)
        list_id = style.list_id if own_list is None else own_list
        marker = ""
        if list_id is not None:
            index = style.list_level if own_level is None else own_level
            if index is None:
                index = self._numbering.level_of_style(list_id, style_id or "")
            marker = self._numbering.next_marker(list_id, index)
        told_level = outline_level(properties)
        level = style.level if told_level is None else told_level
        if not text.strip():
            return Draft("")
        kind = style.kind
        if level and kind is not ParagraphKind.TITLE:
            kind = ParagraphKind.HEADING
        elif marker and kind is ParagraphKind.BODY and not is_chinese(marker):
            # A Chinese number may be that of a heading; the text repair tells.
            kind = ParagraphKind.LIST
        is_title = kind is ParagraphKind.TITLE
        headline = is_title or kind is ParagraphKind.HEADING
        return Draft(marker + text.strip(), kind, (level or 1) if headline else 0)
