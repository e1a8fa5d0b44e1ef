"""Citations of passages of the sample texts, as a reader would copy them."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from annotator.core.document import About, Document
from annotator.core.reading_text import ReadingText
from annotator.exporters.citation import citation
from annotator.exporters.wording import Language
from annotator.services.citing import passage_excerpt
from annotator.text.repair import repair
from annotator.text.sections import Sections, sections_of

DATA = Path(__file__).parents[2] / "data"
COMPILATION = About("理论学习参考 2024年第2期（总第160期）", "某大学党委宣传部", "2024-03-21")
BODY = "河边的小镇今天很安静，只有风吹过树叶的声音，人们都在家里休息，等着下午的集市开门。"


@cache
def sample(number: str) -> tuple[ReadingText, Sections]:
    [file] = DATA.glob(f"{number}_*.txt")
    text = repair(file.read_text("utf-8"))
    return text, sections_of(text)


@cache
def two_pages() -> ReadingText:
    """Return one paragraph, the second page of which begins inside it."""
    prose = BODY.replace("。", "，") * 8 + "天就黑了。"
    lines = [prose[i : i + 22] for i in range(0, len(prose), 22)]
    return repair("\n".join(lines[:8]) + "\n\f" + "\n".join(lines[8:]))


def cited(text: ReadingText, sections: Sections, about: About, quotation: str) -> str:
    document = Document("a" * 64, about, len(text.text), "a.txt", 0)
    start = text.text.index(quotation)
    excerpt = passage_excerpt(document, text, start, quotation, sections=sections)
    return citation(excerpt, Language.ZH)


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        (
            "正确处理新质生产力发展中的一系列重大关系",
            (
                "——《新质生产力的内涵特征和发展重点》，人民日报，2024-03-01，"
                "载《理论学习参考 2024年第2期（总第160期）》，某大学党委宣传部，2024-03-21，"
                "“着力为发展新质生产力蓄势赋能”，第 191 段，第 35 页"
            ),
        ),
        (
            "江苏代表团审议热烈，气氛活跃",
            (
                "——《习近平在参加江苏代表团审议时强调 因地制宜发展新质生产力》，"
                "载《理论学习参考 2024年第2期（总第160期）》，某大学党委宣传部，2024-03-21，"
                "第 110 段，第 17 页"
            ),
        ),
        (
            "不久前发布的关于推动雄安新区建设绿色发展城市典范的意见",
            (
                "——《新质生产力本身就是绿色生产力——因地制宜发展新质生产力③》，人民日报，"
                "2024-03-14，载《理论学习参考 2024年第2期（总第160期）》，某大学党委宣传部，"
                "2024-03-21，第 230 段"
            ),
        ),
        (
            "编者按",
            (
                "——《理论学习参考 2024年第2期（总第160期）》，某大学党委宣传部，2024-03-21，"
                "“【“学习习近平总书记关于新质生产力的重要论述”专刊（一）】”，第 36 段，第 1 页"
            ),
        ),
    ],
)
def test_passage_of_a_compilation_names_its_article(quotation: str, expected: str) -> None:
    assert cited(*sample("001"), COMPILATION, quotation) == expected


def test_passage_of_an_untitled_article_names_the_heading_above() -> None:
    about = About("释放创新动能引领新质生产力发展")

    assert cited(*sample("004"), about, "从主体来看") == (
        "——《释放创新动能引领新质生产力发展》，“基本特点”，第 32 段"
    )


def test_passage_after_the_turn_of_a_page_is_cited_with_its_page() -> None:
    text = two_pages()

    on_first = cited(text, sections_of(text), About("小镇"), "等着下午的集市开门")
    on_second = cited(text, sections_of(text), About("小镇"), "天就黑了")
    on_both = cited(text, sections_of(text), About("小镇"), text.text)

    assert len(text.paragraphs) == 1
    assert on_first.endswith("第 1 段，第 1 页")
    assert on_second.endswith("第 1 段，第 2 页")
    assert on_both.endswith("第 1 段，第 1–2 页")


def test_page_is_cited_by_its_label() -> None:
    text = two_pages()
    [turn], [paragraph] = text.page_turns, text.paragraphs
    turn, paragraph = replace(turn, page="A-1"), replace(paragraph, page="xii")
    text = replace(text, page_turns=(turn,), paragraphs=(paragraph,))

    on_first = cited(text, sections_of(text), About("小镇"), text.text[: turn.start])
    on_both = cited(text, sections_of(text), About("小镇"), text.text)

    assert on_first.endswith("第 1 段，第 xii 页")
    assert on_both.endswith("第 1 段，第 xii–A-1 页")


def test_passage_that_ends_at_the_foot_of_a_page_is_on_that_page_alone() -> None:
    text = two_pages()
    [turn] = text.page_turns

    until_turn = cited(text, sections_of(text), About("小镇"), text.text[: turn.start])
    over_turn = cited(text, sections_of(text), About("小镇"), text.text[: turn.start + 1])

    assert until_turn.endswith("第 1 段，第 1 页")
    assert over_turn.endswith("第 1 段，第 1–2 页")


def test_quotation_of_a_former_text_is_cited_with_the_page_on_which_it_begins() -> None:
    text = two_pages()
    document = Document("a" * 64, About("小镇"), len(text.text), "a.txt", 0)

    excerpt = passage_excerpt(document, text, 0, "另" * 180, sections=sections_of(text))

    assert (excerpt.page, excerpt.last_page) == (1, None)


def test_quotation_of_garbled_letters_says_so() -> None:
    assert cited(*sample("001"), COMPILATION, "打好关键核心技术攻坚战，א心技术").endswith(
        "，第 41 页，引文中原件有乱码"
    )


def test_quotation_of_a_former_text_says_nothing_of_the_source() -> None:
    text, sections = sample("001")
    document = Document("a" * 64, COMPILATION, len(text.text), "a.txt", 0)
    start = text.text.index("א")

    excerpt = passage_excerpt(document, text, start, "核" * 9, sections=sections)

    assert excerpt.editor_notes == ()


def test_quotation_on_a_slide_names_its_speaker() -> None:
    about = About("新质生产力")

    assert cited(*sample("000"), about, "面对全球创新浪潮").endswith(
        "，国务院发展研究中心研究员王立坤语，第 12 段"
    )


def test_text_that_tells_its_own_source_is_cited_with_it() -> None:
    text = repair(f"河边的小镇\n\n来源：小镇日报 2024年3月1日\n\n{BODY}\n\n{BODY}")

    known = cited(text, sections_of(text), About("河边的小镇", "河边晚报", "2024"), "今天很安静")
    unknown = cited(text, sections_of(text), About("河边的小镇"), "今天很安静")

    assert known == "——《河边的小镇》，河边晚报，2024，第 3 段"
    assert unknown == "——《河边的小镇》，小镇日报，2024-03-01，第 3 段"
