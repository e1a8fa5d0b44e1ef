"""Make the samples of Word, slides and e-books anew, each with a program of others.

    pip install python-docx python-pptx; apt install pandoc libreoffice-writer libreoffice-impress
    python tests/importers/samples/make_samples.py

They are committed; the tests do not need these programs. Each time they come out a little different
(dates, ids), but with the same text.
"""

import subprocess
import tempfile
from pathlib import Path

import docx
import pptx
from docx.enum.text import WD_BREAK
from pptx.util import Cm

HERE = Path(__file__).parent

MARKDOWN = """\
---
title: 数字乡村建设笔记
author: 读书小组
date: 2024-05-20
lang: zh-CN
---

# 一、总体情况

数字乡村是乡村振兴的**战略方向**，也是建设数字中国的重要内容。[^1]全国共有 3.5 万个村
参加试点😀。

## （一）基础设施

1. 行政村通宽带；
2. 5G 基站 *增长* 12%；
    - 东部较快；
    - 西部有𠮷村。

| 指标     | 2022年 | 2023年 |
|----------|-------:|-------:|
| 宽带用户 |    1.7 |    1.9 |
| 普及率   |   61.9 |   66.5 |

# 二、下一步

> 要把发展数字经济作为战略选择。

持续推进[网络提速](https://example.org/)。[^2]

[^1]: 见《数字乡村发展战略纲要》。
[^2]: 第一段。

    第二段。
"""

SLIDES = """\
% 数字乡村建设
% 读书小组
% 2024年5月

# 总体情况

## 基础设施

- 行政村通宽带
- 基站增长 12%

::: notes
讲稿：先说基础设施。
:::

## 下一步

1. 网络提速
2. 人才下乡

| 指标   | 数值 |
|--------|------|
| 普及率 | 66.5 |
"""


def run(*command: str | Path) -> None:
    subprocess.run([str(word) for word in command], check=True, capture_output=True)


def convert(folder: Path, source: str, name: str, *, kind: str) -> None:
    """Convert with LibreOffice."""
    home = f"-env:UserInstallation=file://{folder}/profile"
    run(
        "soffice",
        home,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        folder,
        HERE / "sources" / source,
    )
    (folder / Path(source).stem).with_suffix(Path(name).suffix).rename(HERE / name)


def make_with_pandoc(folder: Path) -> None:
    notes, slides = folder / "notes.md", folder / "slides.md"
    notes.write_text(MARKDOWN, "utf-8")
    slides.write_text(SLIDES, "utf-8")
    run("pandoc", notes, "-o", HERE / "pandoc.docx")
    run("pandoc", notes, "-t", "epub3", "-o", HERE / "pandoc.epub")
    run("pandoc", notes, "-t", "epub2", "--toc", "-o", HERE / "pandoc_2.epub")
    run("pandoc", slides, "-o", HERE / "pandoc.pptx")


def make_with_libreoffice(folder: Path) -> None:
    convert(folder, "rich.fodt", "libreoffice.docx", kind="docx:MS Word 2007 XML")
    convert(folder, "slides.fodp", "libreoffice.pptx", kind="pptx:Impress MS PowerPoint 2007 XML")


def make_with_python_docx() -> None:
    document = docx.Document()
    document.core_properties.title = "读书会章程"
    document.core_properties.author = "读书小组"
    document.add_heading("读书会章程", 0)
    document.add_heading("第一章 总则", 1)
    paragraph = document.add_paragraph("　　本会以")
    paragraph.add_run("共同阅读").bold = True
    paragraph.add_run("为宗旨。").add_break(WD_BREAK.LINE)
    paragraph.add_run("另起一行。")
    document.add_heading("会员", 2)
    for text in ("按时到会；", "保持安静。"):
        document.add_paragraph(text, "List Number")
    document.add_paragraph("𠮷田会员", "List Bullet")
    table = document.add_table(2, 2)
    for place, text in enumerate(("姓名", "次数", "张三", "3")):
        table.cell(place // 2, place % 2).text = text
    document.add_page_break()
    document.add_paragraph("附则😀")
    document.save(str(HERE / "python_docx.docx"))


def make_with_python_pptx() -> None:
    deck = pptx.Presentation()
    deck.core_properties.title = "阅读推广"
    title = deck.slides.add_slide(deck.slide_layouts[0])
    title.shapes.title.text = "阅读推广\v工作汇报"
    title.placeholders[1].text = "二〇二四年五月"
    content = deck.slides.add_slide(deck.slide_layouts[1])
    content.shapes.title.text = "一、进展"
    content.placeholders[1].text = "新建书屋58万家\n𠮷林省领先😀"
    content.notes_slide.notes_text_frame.text = "这里要停一停。"
    boxes = deck.slides.add_slide(deck.slide_layouts[5])
    boxes.shapes.title.text = "二、问题"
    for text, left, top in (("右下", 14, 10), ("右上", 14, 5), ("左下", 2, 10), ("左上", 2, 5.2)):
        boxes.shapes.add_textbox(Cm(left), Cm(top), Cm(8), Cm(3)).text_frame.text = text
    table = boxes.shapes.add_table(2, 2, Cm(2), Cm(14), Cm(16), Cm(2)).table
    for place, text in enumerate(("项目", "数量", "书屋", "58万")):
        table.cell(place // 2, place % 2).text = text
    hidden = deck.slides.add_slide(deck.slide_layouts[5])
    hidden.shapes.title.text = "不放映"
    hidden.element.set("show", "0")
    end = deck.slides.add_slide(deck.slide_layouts[6])
    end.shapes.add_textbox(Cm(2), Cm(2), Cm(8), Cm(3)).text_frame.text = "谢谢"
    deck.save(str(HERE / "python_pptx.pptx"))


def main() -> None:
    make_with_python_docx()
    make_with_python_pptx()
    with tempfile.TemporaryDirectory() as folder:
        make_with_pandoc(Path(folder))
        make_with_libreoffice(Path(folder))


if __name__ == "__main__":
    main()
