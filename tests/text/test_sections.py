"""Sections and articles of a text, with what the text tells of their origin."""

from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.reading_text import (
    ContentsEntry,
    OutlineEntry,
    Paragraph,
    ParagraphKind,
    ReadingText,
)
from annotator.text.repair import repair
from annotator.text.sections import Sections, sections_of

DATA = Path(__file__).parents[2] / "data"
BODY = "河边的小镇今天很安静，只有风吹过树叶的声音，人们都在家里休息，等着下午的集市开门。"

# Each title with the line of source at the end of its article, as they stand in the text.
ARTICLES = [
    (
        (
            "习近平在黑龙江考察时强调 牢牢把握在国家发展大局中的战略定位 "
            "奋力开创黑龙江高质量发展新局面"
        ),
        "人民日报",
        "2023-09-09",
        1,
    ),
    ("中央经济工作会议在北京举行 习近平发表重要讲话", "人民日报", "2023-12-13", 7),
    (
        "习近平在中共中央政治局第十一次集体学习时强调 加快发展新质生产力 扎实推进高质量发展",
        "人民日报",
        "2024-02-02",
        13,
    ),
    ("习近平在参加江苏代表团审议时强调 因地制宜发展新质生产力", "", "", 17),
    (
        (
            "习近平在看望参加政协会议的民革科技界环境资源界委员时强调 积极建言资政 广泛凝聚共识 "
            "助力中国式现代化建设"
        ),
        "人民日报",
        "2024-03-07",
        19,
    ),
    (
        (
            "习近平在出席解放军和武警部队代表团全体会议时强调 强化使命担当 深化改革创新 "
            "全面提升新兴领域战略能力"
        ),
        "人民日报",
        "2024-03-08",
        None,
    ),
    (
        "习近平主持召开新时代推动中部地区崛起座谈会强调 在更高起点上扎实推动中部地区崛起",
        "人民日报",
        "2024-03-21",
        25,
    ),
    (
        "在未来发展和国际竞争中赢得战略主动 发展新质生产力具有重大意义",
        "人民日报",
        "2024-02-22",
        29,
    ),
    ("发展新质生产力 增强高质量发展新动能", "人民日报", "2024-02-22", 31),
    ("新质生产力的内涵特征和发展重点", "人民日报", "2024-03-01", 33),
    ("符合新发展理念的先进生产力质态", "人民日报", "2024", 38),
    ("为高质量发展提供强劲推动力——因地制宜发展新质生产力①", "人民日报", "", 40),
    ("发展新质生产力的核心要素——因地制宜发展新质生产力②", "人民日报", "2024-03-13", 42),
    ("新质生产力本身就是绿色生产力——因地制宜发展新质生产力③", "人民日报", "2024-03-14", None),
    ("形成新型生产关系——因地制宜发展新质生产力④", "人民日报", "2024-03-15", 46),
    ("以发展新质生产力为重要着力点推进高质量发展", "人民日报", "2024-03-12", 48),
    ("高校应在发展新质生产力中展现更大作为", "光明日报", "", 54),
    ("坚持高质量发展 顺应新时代呼唤", "光明日报", "2024-03-14", 59),
    ("培育新质生产力 激活发展新动能", "光明日报", "2024-03-14", 62),
    ("深刻把握新质生产力的内在意蕴", "光明日报", "2024-03-19", 64),
    ("形成与新质生产力相适应的新型生产关系", "光明日报", "2024-03-19", 67),
    ("高等教育要以“新”促新以“智”提质", "光明日报", "2024-03-20", 70),
    ("支撑赋能新质生产力发展 高等教育大有可为", "中国教育报", "2024-03-04", 71),
    ("深刻认识和加快发展新质生产力", "求是", "2024-03-01", 73),
    ("为推动新质生产力加快发展贡献新时代高等教育力量", "红旗文稿", "2024-03-14", 78),
    ("发展新质生产力，高校能做哪些事？", "中国高等教育", "2024-03-08", 85),
    ("服务发展新质生产力，高校要找准“发力点”", "中国高等教育", "2024-03-10", 88),
]


@cache
def sample(number: str) -> ReadingText:
    [file] = DATA.glob(f"{number}_*.txt")
    return repair(file.read_text("utf-8"))


def articles(text: ReadingText) -> list[tuple[str, str, str, int | None]]:
    return [
        (one.name, one.credit.publisher, one.credit.date, one.first_page)
        for one in sections_of(text)
        if one.is_article
    ]


def parts(*paragraphs: str) -> Sections:
    return sections_of(repair("\n\n".join(paragraphs)))


def test_compilation_shows_its_articles_with_source_and_date() -> None:
    assert articles(sample("001")) == ARTICLES


def test_articles_that_lost_their_first_pages_have_the_titles_of_the_contents() -> None:
    text = sample("001")
    torn = [one for one in sections_of(text) if one.is_torn]

    assert [one.name[-8:] for one in torn] == ["新兴领域战略能力", "发展新质生产力③"]
    assert text.text.startswith("中共中央总书记、国家主席、中央军委主席习近平7日", torn[0].start)
    assert text.text.startswith("“含绿量”显著提升。", torn[1].start)
    assert all(one.span.slice_of(text.text).endswith("日）") for one in torn)


def test_newspaper_articles_end_with_their_authors_and_have_no_invented_titles() -> None:
    found = [one for one in sections_of(sample("004")) if one.is_article]

    assert [one.title for one in found] == ["释放创新动能引领新质生产力发展", "", ""]
    assert [one.credit.words[:8] for one in found] == ["作者单位：山东大", "作者系北京市习近", ""]
    assert {one.credit.author + one.credit.publisher for one in found} == {""}


def test_slides_and_single_articles_have_sections_but_no_articles() -> None:
    assert [articles(sample(number)) for number in ("000", "002", "003")] == [[], [], []]
    assert len(sections_of(sample("002"))) == len(sample("002").outline)


def test_source_below_the_title_tells_of_the_whole_text() -> None:
    [section] = parts("河边的小镇", "来源：小镇日报 2024年3月1日", BODY, BODY)

    assert not section.is_article
    assert (section.credit.publisher, section.credit.date) == ("小镇日报", "2024-03-01")


def test_agency_is_the_source_of_a_text_that_names_no_other() -> None:
    [section] = parts("河边的小镇", f"新华社北京3月1日电 {BODY}", BODY)

    assert (section.credit.publisher, section.credit.date) == ("新华社", "")


def test_articles_without_contents_are_told_by_their_sources() -> None:
    text = repair(
        "\n\n".join(
            [
                "小镇文选",
                "## 集市",
                BODY,
                "（《小镇日报》2024年3月1日）",
                "## 石桥",
                BODY,
                "### 桥上",
                BODY,
                "（《河边晚报》2024年3月2日）",
            ]
        )
    )

    assert articles(text) == [
        ("## 集市", "小镇日报", "2024-03-01", None),
        ("## 石桥", "河边晚报", "2024-03-02", None),
    ]


def test_lost_article_may_go_on_with_a_heading_of_its_own() -> None:
    lines = [
        ("heading", 2, "甲"),
        ("body", 0, "甲说。"),
        ("source", 0, "（《报》2024年3月1日）"),
        ("heading", 3, "小题"),
        ("body", 0, "乙说。"),
        ("source", 0, "（《报》2024年3月2日）"),
        ("heading", 2, "丙"),
        ("body", 0, "丙说。"),
    ]
    paragraphs, outline, start = [], [], 0
    for kind, level, line in lines:
        paragraphs.append(Paragraph(start, start + len(line), ParagraphKind(kind), level))
        if level:
            outline.append(OutlineEntry(line, level, start))
        start += len(line) + 1
    text = ReadingText(
        text="\n".join(line for *_, line in lines),
        paragraphs=tuple(paragraphs),
        runs=(),
        outline=tuple(outline),
        contents=tuple(ContentsEntry(title, page) for page, title in enumerate("甲乙丙")),
    )

    found = list(sections_of(text))

    assert [(one.title, one.parent, one.is_torn) for one in found] == [
        ("甲", None, False),
        ("乙", None, True),
        ("小题", 1, False),
        ("丙", None, False),
    ]
    assert found[1].credit.date == "2024-03-02"
    assert found[1].span == found[2].span


def test_sources_that_may_belong_to_a_lost_article_are_given_to_none() -> None:
    text = sample("001")
    lines = text.text.split("\n")
    source = next(i for i, line in enumerate(lines) if line == "（《人民日报》2024年3月7日）")
    start = text.paragraphs[source].start
    without = tuple(p for p in text.paragraphs if p.start != start)
    damaged = ReadingText(text.text, without, text.runs, (), text.outline, text.contents)

    found = {one.name[-9:]: one.credit for one in sections_of(damaged) if one.is_article}

    assert found["助力中国式现代化建设"[-9:]].date == ""
    assert "全面提升新兴领域战略能力"[-9:] not in found


def test_section_around_an_offset_is_the_innermost_one() -> None:
    text = sample("001")
    sections = sections_of(text)
    start = text.text.index("正确处理新质生产力发展中的一系列重大关系")
    inner, article = sections.at(start), sections.article_at(start)

    assert inner is not None
    assert inner.title == "着力为发展新质生产力蓄势赋能"
    assert article is not None
    assert article.name == "新质生产力的内涵特征和发展重点"
    assert (article.first_page, article.last_page) == (33, 37)


def test_text_before_the_first_heading_is_in_no_section() -> None:
    sections = sections_of(sample("000"))

    assert sections.at(0) is None
    assert sections.article_at(0) is None


def test_empty_text_has_no_sections() -> None:
    assert len(sections_of(ReadingText("", (), ()))) == 0


@given(st.lists(st.sampled_from(["河边", "# 一", "## 二😀", BODY, "（《𠮷报》2024年3月1日）"])))
def test_sections_nest_and_begin_and_end_with_paragraphs(lines: list[str]) -> None:
    text = repair("\n\n".join(lines))
    sections = sections_of(text)
    starts = {paragraph.start for paragraph in text.paragraphs}
    ends = {paragraph.end for paragraph in text.paragraphs}

    assert [one.start for one in sections] == sorted({one.start for one in sections})
    for one in sections:
        assert one.start in starts
        assert one.span.end in ends
        if one.parent is not None:
            parent = sections[one.parent]
            assert parent.level < one.level
            assert parent.start <= one.start
            assert one.span.end <= parent.span.end
    for paragraph in text.paragraphs:
        section = sections.at(paragraph.start)
        if section is None:
            assert not sections or paragraph.start < sections[0].start
        elif paragraph.kind is ParagraphKind.HEADING:
            assert section.start == paragraph.start
