"""The words and marks of exported files, in each language in which Duidu exports."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.annotation import AnchorState
from annotator.text.repair import MarkKind


class Language(StrEnum):
    """The language of an exported file; what it quotes stays as it is."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """Labels, and patterns for `str.format`; a pair holds singular and plural.

    `states` lacks the one that is not worth telling. `editor_notes` are said in the text, at the
    place itself, `quoted_with` of a quotation that holds such a place.
    """

    nothing: str
    untagged: str
    untitled: str
    heading: str
    summary: str
    with_passages: str
    excerpts: tuple[str, str]
    passages: tuple[str, str]
    documents: tuple[str, str]
    tags: str
    note: str
    member: str
    replies: str
    reply: str
    place: str
    states: Mapping[AnchorState, str]
    comma: str
    list_comma: str
    dash: str
    title: str
    author: str
    contained: str
    quoted: str
    spoken: str
    paragraph: str
    page: str
    pages: str
    emphasises_titles: bool
    footnote: str
    footnotes: str
    unplaced: str
    page_turn: str
    editor_notes: Mapping[MarkKind, str]
    editor: str
    quoted_with: Mapping[MarkKind, str]
    taken_from: str
    back: str

    def summary_of(self, excerpts: int, documents: int, *, passages: int) -> str:
        return self.summary.format(
            excerpts=self._with_passages(_counted(self.excerpts, excerpts), excerpts, passages),
            documents=_counted(self.documents, documents),
        )

    def reply_of(self, member: str, date: str) -> str:
        """Return who replied and when, before what was said."""
        return self.reply.format(member=member, date=date)

    def heading_of(self, name: str, excerpts: int, *, passages: int) -> str:
        count = self._with_passages(str(excerpts), excerpts, passages)
        return self.heading.format(name=name, count=count)

    def _with_passages(self, told: str, excerpts: int, passages: int) -> str:
        """Add how many distinct passages there are, where some are repeats of others."""
        if passages == excerpts:
            return told
        return self.with_passages.format(told, _counted(self.passages, passages))


def _counted(forms: tuple[str, str], count: int) -> str:
    return forms[count != 1].format(count)


WORDINGS = {
    Language.ZH: Wording(
        nothing="没有可导出的摘录。",
        untagged="未加标签",
        untitled="无题",
        heading="{name}（{count}）",
        summary="共 {excerpts}，出自 {documents}。",
        with_passages="{}，{}",
        excerpts=("{} 条摘录", "{} 条摘录"),
        passages=("{} 段不同文字", "{} 段不同文字"),
        documents=("{} 篇文献", "{} 篇文献"),
        tags="标签：",
        note="笔记：",
        member="批注：",
        replies="回复：",
        reply="{member}（{date}）：",
        place="位置：",
        states={
            AnchorState.MOVED: "由旧版移来",
            AnchorState.TO_CHECK: "在新版中待核对",
            AnchorState.ORPHAN: "新版中未找到",
        },
        comma="，",
        list_comma="、",
        dash="——",
        title="《{}》",
        author="{}：",
        contained="载{}",
        quoted="“{}”",
        spoken="{}语",
        paragraph="第 {} 段",
        page="第 {} 页",
        pages="第 {}–{} 页",
        emphasises_titles=False,
        footnote="（注{}）",
        footnotes="注释",
        unplaced="所批注的文字不在阅读文本中：",
        page_turn="〔第 {} 页〕",
        editor_notes={
            MarkKind.PAGE_MISSING: "〔原件此处有缺文〕",
            MarkKind.GARBLED: "〔原件自此有乱码〕",
            MarkKind.LISTED_NOT_FOUND: "〔正文中未见此篇〕",
            MarkKind.PAGE_EMPTY: "〔原件此处有一页没有文字〕",
        },
        editor="编者注，不是原文的文字",
        quoted_with={
            MarkKind.PAGE_MISSING: "引文中原件有缺文",
            MarkKind.GARBLED: "引文中原件有乱码",
            MarkKind.PAGE_EMPTY: "引文中原件有一页没有文字",
        },
        taken_from="出自{}。",
        back="回到正文",
    ),
    Language.EN: Wording(
        nothing="There are no excerpts to export.",
        untagged="Untagged",
        untitled="Untitled",
        heading="{name} ({count})",
        summary="{excerpts} from {documents}.",
        with_passages="{}, {}",
        excerpts=("{} excerpt", "{} excerpts"),
        passages=("{} distinct passage", "{} distinct passages"),
        documents=("{} document", "{} documents"),
        tags="Tags: ",
        note="Note: ",
        member="Annotated by: ",
        replies="Replies:",
        reply="{member} ({date}): ",
        place="Place: ",
        states={
            AnchorState.MOVED: "moved from an older edition",
            AnchorState.TO_CHECK: "to be checked in the newer edition",
            AnchorState.ORPHAN: "not found in the newer edition",
        },
        comma=", ",
        list_comma=", ",
        dash="— ",
        title="{}",
        author="{}, ",
        contained="in {}",
        quoted="“{}”",
        spoken="words of {}",
        paragraph="para. {}",
        page="p. {}",
        pages="pp. {}–{}",
        emphasises_titles=True,
        footnote="(note {})",
        footnotes="Notes",
        unplaced="Annotations whose passage is not in the reading text:",
        page_turn="[p. {}]",
        editor_notes={
            MarkKind.PAGE_MISSING: "[text missing here in the source]",
            MarkKind.GARBLED: "[letters garbled from here on in the source]",
            MarkKind.LISTED_NOT_FOUND: "[listed, but not found in the text]",
            MarkKind.PAGE_EMPTY: "[a page of the source has no text here]",
        },
        editor="Editor’s note, not words of the text",
        quoted_with={
            MarkKind.PAGE_MISSING: "text missing within it in the source",
            MarkKind.GARBLED: "letters garbled in the source",
            MarkKind.PAGE_EMPTY: "a page without text within it in the source",
        },
        taken_from="From {}.",
        back="Back to the text",
    ),
}
