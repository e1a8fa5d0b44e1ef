"""The agenda: what a group talks about, as Markdown that is read back letter by letter."""

from markdown_it import MarkdownIt

from annotator.exporters.agenda import AgendaItem, to_markdown
from annotator.exporters.wording import Language

ITEMS = [
    AgendaItem("*新* 质", 3, "𠮷😀\n第二段 <b>", (("林", 1.0), ("周_", 0.256))),
    AgendaItem("笔记", None, "先进生产力", (("林", 0.5), ("周_", 1.0))),
]


def test_passages_stand_with_who_marked_how_much_and_where() -> None:
    written = to_markdown("定义", ITEMS, Language.ZH)

    first, summary, *_ = written.split("\n\n")
    assert first == "# 待讨论：定义"
    assert summary == "共 2 处，共同标出最少的在前。"
    assert "- [ ] 林 100%、周\\_ 26% ——《\\*新\\* 质》，第 3 页" in written
    assert "- [ ] 林 50%、周\\_ 100% ——《笔记》\n" in written
    assert "To talk about: Definition" in to_markdown("Definition", ITEMS, Language.EN)


def test_markdown_gives_passages_back_as_they_were() -> None:
    tokens = MarkdownIt().parse(to_markdown("定义", ITEMS, Language.ZH))

    depth, quoted = 0, []
    for token in tokens:
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if token.type == "inline" and depth:
            quoted.append("".join(child.content for child in token.children or ()))
    assert quoted == ["𠮷😀", "第二段 <b>", "先进生产力"]


def test_agenda_of_those_who_agree_says_so() -> None:
    assert to_markdown("定义", [], Language.ZH) == "# 待讨论：定义\n\n大家标得一样。\n"
