"""Make the samples of PDF, web pages and Markdown anew, each with a program of others.

    pip install weasyprint pillow; apt install pandoc libreoffice-writer chromium
    python tests/importers/samples/make_page_samples.py

They are committed; the tests do not need these programs. Each time they come out a little different
(dates, ids), but with the same text. The fonts of the project have to be installed for all programs
but WeasyPrint, which is told where they are.
"""

import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

HERE = Path(__file__).parent
FONT = HERE.parents[2] / "resources" / "fonts" / "DuiduSerifSC-Regular.otf"

MARKDOWN = """\
---
title: 河湾镇图书馆工作报告
author: 河湾镇图书馆
date: 2021-03-05
lang: zh-CN
---

# 一、基本情况

镇图书馆建于十二年前，现有藏书三万册，
每年接待读者**两万人次**。借书最多的是*小说*，其次是[地方志](https://example.org/)。

馆里有三间阅览室：

- 成人阅览室
- 少儿阅览室，周末开放

## （一）借阅

1. 办证
2. 登记[^1]

[^1]: 登记时请带上身份证。

| 年份 | 册数  |
|------|-------|
| 2019 | 18200 |
| 2020 | 9600  |

> 书是给人读的，不是给人看的。

读者𠮷田先生说：“这里很安静。”😀 他用 `search` 命令查书，也读 *Le Monde*
and other papers.

# 二、下一步的打算

增加夜间开放的时间。
"""

PRINTED = """\
<html lang="zh-CN"><head><title>渡口的灯</title><meta name="author" content="何水"></head><body>
<h1>渡口的灯</h1>
<h2>一</h2>
<p>老何在渡口撑了四十年的船。河不宽，慢慢地撑也只要一袋烟的工夫。</p>
<p>船在夜里开，灯在岸上走，走得很慢，慢到看不出来是灯在走还是船在走。</p>
<p>“修了桥，你做什么？”有人问他。</p>
<p>老何想了想，说：“修了桥我就坐在桥上看水，看一天也不累。”</p>
<h2>二</h2>
<p>桥到底还是修了。开工的那一天，他在岸上看了很久，一句话也没有说。</p>
<p>后来桥上有了灯，一共 12 盏，比 the old ferry lamp 亮得多。</p>
</body></html>
"""
PRINTED_STYLE = f"""\
@font-face {{ font-family: S; src: url('{FONT.as_uri()}') }}
@page {{ size: 90mm 70mm; margin: 14mm; font-family: S; @top-center {{ content: "渡口的灯" }}
  @bottom-center {{ content: counter(page) }} }}
body {{ font-family: S; font-size: 10pt; line-height: 1.5; text-align: justify }}
p {{ margin: 0; text-indent: 2em; widows: 1; orphans: 1 }}
h1, h2 {{ font-weight: normal; text-align: center; font-size: 14pt; margin: .5em 0 }}
"""

BROWSED = """\
<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>夜里的渡口_河湾日报</title>
<meta property="og:title" content="夜里的渡口"><meta property="og:site_name" content="河湾日报">
<meta property="article:published_time" content="2023-04-05T08:00:00+08:00">
<style>.menu { color: red }</style>
<script>document.title = "夜里的渡口";</script></head><body>
<header><a href="/">河湾日报</a></header>
<nav class="menu"><ul><li><a href="/a">首页</a></li><li><a href="/b">要闻</a></li></ul></nav>
<main><article>
<h1>夜里的渡口</h1>
<p>船在夜里开，&ldquo;灯&rdquo;在岸上走<ruby>渡<rt>dù</rt></ruby>口很静。
两行字<br>分两行写。</p>
<div hidden>看不见的字</div>
<p id="later"></p>
<script>document.getElementById("later").textContent = "脚本写的一段𠮷。";</script>
</article></main>
<aside>相关阅读：别的文章</aside>
<footer>河湾日报 版权所有</footer>
</body></html>
"""

WRITTEN_DOWN = """\
<html lang="zh-CN"><head><title>竖排</title>
<style>@page { size: 8cm } body { font-size: 14pt }
p { writing-mode: vertical-rl; height: 4cm; margin: 0 }</style></head>
<body><p>竖着写的一段话，从右往左读，一行读完再读下一行。</p></body></html>
"""


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


def make_with_pandoc(folder: Path) -> None:
    source = folder / "report.md"
    source.write_text(MARKDOWN, encoding="utf-8")
    run("pandoc", source, "-o", folder / "report.docx")
    run("pandoc", "-s", source, "-o", HERE / "pandoc.html")
    run("pandoc", "-s", source, "-t", "gfm", "-o", HERE / "pandoc.md")


def make_with_libreoffice(folder: Path) -> None:
    for kind in ("html", "pdf"):
        options = ["--headless", "--convert-to", kind, "--outdir"]
        run("soffice", *options, folder, folder / "report.docx")
        (folder / f"report.{kind}").replace(HERE / f"libreoffice.{kind}")


def make_with_weasyprint() -> None:
    fonts = FontConfiguration()
    style = CSS(string=PRINTED_STYLE, font_config=fonts)
    HTML(string=PRINTED).write_pdf(HERE / "weasyprint.pdf", stylesheets=[style], font_config=fonts)


def make_with_chromium(folder: Path) -> None:
    page = folder / "page.html"
    page.write_text(BROWSED, encoding="utf-8")
    quiet = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
    saved = subprocess.run([*quiet, "--dump-dom", page.as_uri()], check=True, capture_output=True)
    (HERE / "chromium.html").write_bytes(saved.stdout)
    page.write_text(WRITTEN_DOWN, encoding="utf-8")
    pdf = HERE / "chromium.pdf"
    run(*quiet, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri())


def make_with_pillow() -> None:
    """Make a PDF of a picture of a page, as a scanner does."""
    picture = Image.new("1", (400, 300), 1)
    ImageDraw.Draw(picture).text((50, 50), "a picture of words")
    picture.save(HERE / "pillow.pdf")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        make_with_pandoc(Path(folder))
        make_with_libreoffice(Path(folder))
        make_with_chromium(Path(folder))
    make_with_weasyprint()
    make_with_pillow()


if __name__ == "__main__":
    main()
