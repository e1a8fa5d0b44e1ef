from annotator.exporters.citation import citation, excerpt_with_citation
from annotator.exporters.excerpt import Excerpt
from annotator.exporters.wording import Language

KNOWN = Excerpt(
    quotation="因地制宜发展新质生产力。",
    document_id="a",
    document_title="学习读本",
    start=0,
    paragraph=3,
    publisher="求是网",
    document_date="2024-03",
    section="前言",
    page=7,
)
UNKNOWN = Excerpt("因地制宜", document_id="a", document_title="学习读本", start=0, paragraph=1)


def test_chinese_citation_names_all_that_is_known() -> None:
    assert (
        str(citation(KNOWN, Language.ZH))
        == "——《学习读本》，求是网，2024-03，“前言”，第 3 段，第 7 页"
    )


def test_english_citation_names_all_that_is_known() -> None:
    assert str(citation(KNOWN, Language.EN)) == "— 学习读本, 求是网, 2024-03, “前言”, para. 3, p. 7"


def test_what_is_unknown_leaves_no_gap() -> None:
    assert str(citation(UNKNOWN, Language.ZH)) == "——《学习读本》，第 1 段"
    assert str(citation(UNKNOWN, Language.EN)) == "— 学习读本, para. 1"


def test_clipboard_has_the_quotation_in_quotation_marks_over_its_citation() -> None:
    assert excerpt_with_citation(UNKNOWN, Language.ZH) == "“因地制宜”\n——《学习读本》，第 1 段"
