from dataclasses import replace

from annotator.exporters.citation import citation, excerpt_with_citation
from annotator.exporters.excerpt import Article, Excerpt
from annotator.exporters.wording import Language
from annotator.text.repair import MarkKind

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
        citation(KNOWN, Language.ZH) == "——《学习读本》，求是网，2024-03，“前言”，第 3 段，第 7 页"
    )


def test_english_citation_names_all_that_is_known() -> None:
    assert citation(KNOWN, Language.EN) == "— 学习读本, 求是网, 2024-03, “前言”, para. 3, p. 7"


def test_passage_over_the_turn_of_a_page_is_cited_with_both_pages() -> None:
    excerpt = replace(KNOWN, last_page=8)

    assert citation(excerpt, Language.ZH).endswith("，第 3 段，第 7–8 页")
    assert citation(excerpt, Language.EN).endswith(", para. 3, pp. 7–8")


def test_what_is_unknown_leaves_no_gap() -> None:
    assert citation(UNKNOWN, Language.ZH) == "——《学习读本》，第 1 段"
    assert citation(UNKNOWN, Language.EN) == "— 学习读本, para. 1"


def test_clipboard_has_the_quotation_in_quotation_marks_over_its_citation() -> None:
    assert excerpt_with_citation(UNKNOWN, Language.ZH) == "“因地制宜”\n——《学习读本》，第 1 段"


def test_article_is_cited_with_its_origin_before_what_holds_it() -> None:
    article = Article("因地制宜", "张三", "人民日报", "2024-03-06")
    excerpt = replace(KNOWN, article=article)

    assert citation(excerpt, Language.ZH) == (
        "——张三：《因地制宜》，人民日报，2024-03-06，"
        "载《学习读本》，求是网，2024-03，“前言”，第 3 段，第 7 页"
    )
    assert citation(excerpt, Language.EN) == (
        "— 张三, 因地制宜, 人民日报, 2024-03-06, "
        "in 学习读本, 求是网, 2024-03, “前言”, para. 3, p. 7"
    )


def test_article_of_unknown_origin_leaves_no_gap() -> None:
    excerpt = replace(UNKNOWN, article=Article("因地制宜"))

    assert citation(excerpt, Language.ZH) == "——《因地制宜》，载《学习读本》，第 1 段"


def test_words_of_a_speaker_name_the_speaker() -> None:
    excerpt = replace(UNKNOWN, speaker="王五代表")

    assert citation(excerpt, Language.ZH) == "——《学习读本》，王五代表语，第 1 段"
    assert citation(excerpt, Language.EN) == "— 学习读本, words of 王五代表, para. 1"


def test_quotation_with_a_gap_in_the_source_says_so() -> None:
    excerpt = replace(KNOWN, editor_notes=(MarkKind.PAGE_MISSING, MarkKind.GARBLED))

    assert citation(excerpt, Language.ZH).endswith("，第 7 页，引文中原件有缺文，引文中原件有乱码")
    assert citation(excerpt, Language.EN).endswith(
        ", p. 7, text missing within it in the source, letters garbled in the source"
    )
