"""Web pages: what there is to read on them, without what stands around it."""

from collections.abc import Callable

import pytest

from annotator.core.document import About
from annotator.core.errors import BinaryFileError, TextTooLongError, UnknownEncodingError
from annotator.importers import html
from annotator.importers.incoming import Extract, IncomingFile

Shown = list[tuple[str, str]]

BOOKS = (
    "body 镇图书馆建于十二年前，现有藏书三万册，每年接待读者两万人次。"
    "借书最多的是小说，其次是地方志。"
)
READER = (
    "body 读者𠮷田先生说：“这里很安静。”😀 他用 search 命令查书，也读 Le Monde and other papers."
)
WORDS = "雨停了，孩子们跑到河边去看水。老师说：“今天我们在这里上课。”"


def lines_of(shown: Shown) -> list[str]:
    return [" ".join(pair) for pair in shown]


def read(page: str | bytes, encoding: str | None = None) -> Extract:
    data = page if isinstance(page, bytes) else page.encode()
    return html.extract(IncomingFile("a.html", data), encoding=encoding)


def test_page_saved_by_chromium_is_shown_without_what_stands_around_its_text(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("chromium.html")

    assert lines_of(shown(found)) == [
        "title1 夜里的渡口",
        "body 船在夜里开，“灯”在岸上走渡（dù）口很静。两行字",
        "body 分两行写。",
        "body 脚本写的一段𠮷。",
    ]
    assert found.about == About("夜里的渡口", "河湾日报", "2023-04-05")
    assert (found.file_format, found.encoding) == ("html", "utf-8")


def test_page_written_by_pandoc_is_shown_whole(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("pandoc.html")

    assert lines_of(shown(found))[:5] == [
        "title1 河湾镇图书馆工作报告",
        "body 河湾镇图书馆",
        "body 2021-03-05",
        "heading2 一、基本情况",
        BOOKS,
    ]
    assert lines_of(shown(found))[-4:] == [
        READER,
        "heading2 二、下一步的打算",
        "body 增加夜间开放的时间。",
        "aside 1. 登记时请带上身份证。",
    ]


def test_page_written_by_libreoffice_is_shown_whole(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("libreoffice.html")

    assert lines_of(shown(found)) == [
        "title1 河湾镇图书馆工作报告",
        "body 河湾镇图书馆",
        "body 2021-03-05",
        "heading2 一、基本情况",
        BOOKS,
        "body 馆里有三间阅览室：",
        "list • 成人阅览室",
        "list • 少儿阅览室，周末开放",
        "heading3 （一）借阅",
        "list 1. 办证",
        "list 2. 登记[1]",
        "body 年份 册数",
        "body 2019 18200",
        "body 2020 9600",
        "body 书是给人读的，不是给人看的。",
        READER,
        "heading2 二、下一步的打算",
        "body 增加夜间开放的时间。",
        "body 1登记时请带上身份证。",
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<nav>菜单</nav><p>正文</p><footer>页脚</footer><aside>旁边</aside>", "正文"),
        ("<div role=navigation>菜单</div><p>正文", "正文"),
        ("<p hidden>看不见</p><p style='display: none'>也看不见</p><p>正文", "正文"),
        ("<header><a>网站</a></header><header><h1>题目</h1></header><p>正文", "题目\n正文"),
        ("<p>外面</p><main><p>里面的文字比外面多得多</p></main>", "里面的文字比外面多得多"),
        ("<p>外面的文字比里面多得多</p><main></main>", "外面的文字比里面多得多"),
        ("<article>甲文</article><article>乙文</article>", "甲文\n乙文"),
        ("<p>一<br>二<p>三", "一\n二\n三"),
        ("<ol start=3><li>三<ul><li>甲</ul><li>四</ol>", "3. 三\n• 甲\n4. 四"),
        ("<table><tr><th>甲<th>乙<tr><td>一<td>二</table>", "甲\t乙\n一\t二"),
        ("<blockquote>引<p>文</blockquote><pre>两\n行</pre>", "引\n文\n两\n行"),
        ("<p>&ldquo;引&rdquo;&nbsp;&#134071;&bogus;", "“引”\xa0𠮷&bogus;"),
        ("<p>一行\n接着</p><p>one\ntwo", "一行接着\none two"),
        ("<script>x</script><style>y</style><template>z</template><p>正文", "正文"),
        ("<div id=js_content style='visibility: hidden'><p>正文</div>", "正文"),
        ("没有标签的字", "没有标签的字"),
        ("<p>没有<b>关<i>上", "没有关上"),
        ("<!--", ""),
        ("", ""),
    ],
)
def test_what_a_reader_would_read_is_taken(page: str, text: str) -> None:
    assert read(page).text == text


@pytest.mark.parametrize(
    ("head", "about"),
    [
        ("<title>题目</title>", About("题目")),
        ("<title>a.htm</title>", About("")),
        ("<title>丙</title><meta property=og:title content=甲>", About("甲")),
        ("<meta name=source content=新华社><meta name=author content=乙>", About("", "新华社")),
        ("<meta name=publishdate content='2024-03-05 08:00'>", About("", "", "2024-03-05")),
        ("<meta name=date content=昨天>", About("")),
        ("<meta name=title><meta content=x><title></title>", About("")),
    ],
)
def test_page_says_where_it_comes_from(head: str, about: About) -> None:
    assert read(f"<html><head>{head}</head><body>正文").about == about


@pytest.mark.parametrize(
    ("declared", "written", "found"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("GBK", "gb18030", "gb18030"),
        ("big5", "big5", "big5"),
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("no-such-encoding", "utf-8", "utf-8"),
    ],
)
@pytest.mark.parametrize("form", ['<meta charset="{}">', "<meta content='text/html;charset={}'>"])
def test_declared_encoding_counts_where_it_fits(
    declared: str, written: str, found: str, form: str
) -> None:
    words = "雨停了。" if written == "big5" else WORDS
    page = f"<html>{form.format(declared)}<p>{words}".encode(written)

    extract = read(page)

    assert (extract.text, extract.encoding) == (words, found)


def test_page_in_utf_16_is_read() -> None:
    assert read(f"<html><meta charset=utf-8><p>{WORDS}".encode("utf-16")).text == WORDS


def test_encoding_named_by_the_reader_goes_before_the_declared_one() -> None:
    page = "<meta charset=gbk><p>你好".encode("big5")

    assert read(page, "big5").text == "你好"


def test_page_in_no_encoding_is_refused() -> None:
    with pytest.raises(UnknownEncodingError):
        read(b"<p>" + bytes(range(128, 256)) * 20)


def test_picture_that_is_called_a_page_is_refused() -> None:
    with pytest.raises(BinaryFileError):
        read(b"\x89PNG\r\n\x1a\n<meta charset=utf-8>")


def test_tags_nested_without_end_are_refused() -> None:
    with pytest.raises(TextTooLongError):
        read("<div>深" * 3_000)


def test_thousand_tags_in_one_another_are_read() -> None:
    assert read("<div>" * 1_000 + "深").text == "深"


def test_page_of_tags_alone_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "_MOST_TAGS", 100)

    with pytest.raises(TextTooLongError):
        read("<br>" * 101)


def test_entities_of_its_own_and_outside_files_stay_unread() -> None:
    page = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><p>&a;正文'

    text = read(page).text

    assert "root" not in text
    assert "正文" in text
