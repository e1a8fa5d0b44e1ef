"""Agenda: the passages that members did not mark alike, as Markdown to talk them through."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.core.page import Page
from annotator.exporters.markdown_marks import as_paragraphs, in_line
from annotator.exporters.wording import WORDINGS, Language

_HEADINGS = {Language.ZH: "待讨论：{}", Language.EN: "To talk about: {}"}
_NOTHING = {Language.ZH: "大家标得一样。", Language.EN: "Everybody marked the same."}
_ORDERS = {
    Language.ZH: "共 {} 处，共同标出最少的在前。",
    Language.EN: "{} passages, those marked in common least first.",
}


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A passage, the text and page it stands on, and how much of it each member marked (0 to 1)."""

    document: str
    page: Page | None
    passage: str
    shares: tuple[tuple[str, float], ...]


def to_markdown(heading: str, items: Sequence[AgendaItem], language: Language) -> str:
    """Return a Markdown document with one section for each passage, to be ticked off."""
    summary = _ORDERS[language].format(len(items)) if items else _NOTHING[language]
    parts = [f"# {in_line(_HEADINGS[language].format(heading))}", summary]
    for item in items:
        parts.append(f"- [ ] {_shares(item, language)}{_place(item, language)}")
        parts.append("\n  >\n".join(f"  > {line}" for line in as_paragraphs(item.passage)))
    return "\n\n".join(parts) + "\n"


def _shares(item: AgendaItem, language: Language) -> str:
    shares = (f"{in_line(name)} {share:.0%}" for name, share in item.shares)
    return WORDINGS[language].list_comma.join(shares)


def _place(item: AgendaItem, language: Language) -> str:
    words = WORDINGS[language]
    place = f" {words.dash}{words.title.format(in_line(item.document))}"
    return place if item.page is None else place + words.comma + words.page.format(item.page)
