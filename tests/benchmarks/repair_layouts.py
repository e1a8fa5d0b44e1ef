"""How the clean texts are typeset: page, columns, indents, running lines and page numbers."""

from dataclasses import dataclass

_EDGE = "font: 8pt 'Duidu Sans SC'"


@dataclass(frozen=True)
class PageLayout:
    """A way to typeset. {title}, {section} and {page}, {pages} stand in the running lines.

    `margins` gives the running lines by margin box and page side: "top-left:right" is on right
    pages only. `first_page_is_bare` is for layouts without running lines on the first page, which
    still has its number. `bullet` stands before each line of a slide.
    """

    name: str
    page: str
    body: str
    margins: dict[str, str]
    kept_apart: bool
    paragraph: str = "text-indent: 2em"
    headings: str = ""
    is_slides: bool = False
    has_footnotes: bool = False
    first_page_is_bare: bool = False
    bullet: str = ""

    def css(self, title: str) -> str:
        """Return the style sheet for a document of this title."""
        boxes = "".join(self._box(place, text, title) for place, text in self.margins.items())
        bare = "".join(
            f"@page :first {{ @{place.partition(':')[0]} {{ content: none }} }}"
            for place, text in self.margins.items()
            if self.first_page_is_bare and "{page}" not in text
        )
        return (
            f"@page {{ {self.page} }} {boxes} {bare}"
            f"body {{ margin: 0; font-family: 'Duidu Serif SC'; line-height: 1.6; {self.body} }}"
            f"p, h1, h2, h3 {{ margin: 0; orphans: 2; widows: 2 }} p {{ {self.paragraph} }}"
            "h1, h2, h3 { font-family: 'Duidu Sans SC'; font-weight: normal; break-after: avoid;"
            f" line-height: 1.4; margin: .7em 0 .4em; {self.headings} }}"
            "h1 { font-size: 1.5em; text-align: center } h2 { font-size: 1.15em }"
            "h1, h2 { string-set: section attr(data-running) }"
            "h3 { font-size: 1em } .note { float: footnote; font-size: 8pt; text-indent: 0 }"
            ".note::footnote-call { content: '[' counter(footnote) ']'; font-size: .7em;"
            " vertical-align: super; line-height: 0 }"
            ".note::footnote-marker { content: '[' counter(footnote) '] ' }"
        )

    def _box(self, place: str, text: str, title: str) -> str:
        box, _, side = place.partition(":")
        content = f"'{text}'"
        for name, value in (
            ("{title}", f"' '{title}' '"),
            ("{section}", "' string(section) '"),
            ("{page}", "' counter(page) '"),
            ("{pages}", "' counter(pages) '"),
        ):
            content = content.replace(name, value)
        selector = f" :{side}" if side else ""
        return f"@page{selector} {{ @{box} {{ content: {content}; {_EDGE}; white-space: pre }} }}"


LAYOUTS = [
    PageLayout(
        "book",
        page="size: 148mm 210mm; margin: 20mm 18mm",
        body="font-size: 10.5pt; text-align: justify",
        margins={
            "top-left:left": "{title}",
            "top-right:right": "{section}",
            "bottom-left:left": "· {page} ·",
            "bottom-right:right": "· {page} ·",
        },
        first_page_is_bare=True,
        kept_apart=False,
    ),
    PageLayout(
        "office",
        page="size: 210mm 200mm; margin: 25mm 27mm",
        body="font-size: 14pt; text-align: justify",
        margins={"bottom-center": "- {page} -"},
        headings="text-indent: 2em",
        kept_apart=False,
    ),
    PageLayout(
        "newspaper 28",
        page="size: 240mm 150mm; margin: 16mm 20mm",
        body="font: 9.5pt/1.35 'Duidu Serif SC'; text-align: justify;"
        " columns: 2; column-gap: 12mm; width: 566pt",
        margins={"top-center": "{title}  2023年4月5日 星期三  第{page}版"},
        kept_apart=False,
    ),
    PageLayout(
        "web print",
        page="size: A5; margin: 14mm",
        body="font: 11pt 'Duidu Sans SC'",
        paragraph="margin-bottom: .8em",
        margins={"top-left": "{title}", "bottom-right": "{page}/{pages}"},
        kept_apart=False,
    ),
    PageLayout(
        "plain",
        page="size: A5; margin: 15mm 20mm",
        body="font-size: 12pt",
        paragraph="",
        margins={"bottom-center": "{page}"},
        kept_apart=False,
    ),
    PageLayout(
        "wide slides",
        page="size: 320mm 180mm; margin: 22mm 25mm",
        body="font: 24pt 'Duidu Sans SC'; width: 60%",
        paragraph="margin-bottom: .4em; padding-left: 1em; text-indent: -1em",
        headings="break-before: page",
        margins={"bottom-left": "{title}", "bottom-right": "{page}"},
        is_slides=True,
        bullet="• ",
        kept_apart=False,
    ),
    PageLayout(
        "narrow",
        page="size: 95mm 160mm; margin: 14mm 12mm",
        body="font-size: 12pt",
        paragraph="",
        margins={"top-left:left": "{title}  {page}", "top-right:right": "{section}  {page}"},
        kept_apart=False,
    ),
    PageLayout(
        "wide",
        page="size: 280mm 180mm; margin: 22mm 25mm",
        body="font-size: 10.5pt; text-align: justify; line-height: 1.7",
        paragraph="text-indent: 2em; margin-bottom: .3em",
        margins={"top-left": "{title}", "bottom-center": "第{page}页"},
        kept_apart=False,
    ),
    PageLayout(
        "journal",
        page="size: 190mm 250mm; margin: 25mm 18mm",
        body="font-size: 10pt; line-height: 1.4; text-align: justify; columns: 2; column-gap: 12mm",
        margins={
            "top-left:left": "{page}",
            "top-center:left": "{title}",
            "top-center:right": "山区学报 2021年第2期",
            "top-right:right": "{page}",
        },
        kept_apart=False,
    ),
    PageLayout(
        "centred slides",
        page="size: 250mm 180mm; margin: 20mm 40mm",
        body="font: 24pt 'Duidu Sans SC'; text-align: center",
        paragraph="margin-bottom: .5em",
        headings="break-before: page",
        margins={"bottom-right": "{page} / {pages}"},
        is_slides=True,
        kept_apart=False,
    ),
    PageLayout(
        "two columns",
        page="size: A4; margin: 30mm 22mm 40mm",
        body="font-size: 10.5pt; line-height: 1.4; text-align: justify;"
        " columns: 2; column-gap: 12mm",
        margins={
            "top-center:left": "{title}",
            "top-center:right": "河湾学刊 2023年第4期",
            "bottom-center": "第 {page} 页 共 {pages} 页",
        },
        kept_apart=True,
    ),
    PageLayout(
        "newspaper 18",
        page="size: 240mm 140mm; margin: 15mm 18mm",
        body="font: 9.5pt/1.35 'Duidu Serif SC'; text-align: justify;"
        " columns: 3; column-gap: 11mm; width: 575pt",
        margins={"top-center": "河湾周报  第{page}版"},
        kept_apart=True,
    ),
    PageLayout(
        "landscape",
        page="size: A4 landscape; margin: 28mm 30mm 60mm",
        body="font-size: 12pt; text-align: justify; line-height: 1.8",
        paragraph="text-indent: 2em; margin-bottom: .5em",
        margins={"top-right": "{title}", "bottom-right": "{page} / {pages}"},
        first_page_is_bare=True,
        kept_apart=True,
    ),
    PageLayout(
        "footnotes",
        page="size: 176mm 200mm; margin: 24mm 22mm",
        body="font-size: 11pt; text-align: justify",
        margins={
            "top-center:left": "{title}",
            "top-center:right": "{section}",
            "bottom-center": "— {page} —",
        },
        has_footnotes=True,
        first_page_is_bare=True,
        kept_apart=True,
    ),
    PageLayout(
        "pocket",
        page="size: 105mm 148mm; margin: 16mm 12mm",
        body="font-size: 13pt",
        paragraph="",
        margins={"top-left:left": "{page}  {title}", "top-right:right": "{section}  {page}"},
        kept_apart=True,
    ),
    PageLayout(
        "square slides",
        page="size: 240mm 180mm; margin: 20mm 30mm",
        body="font: 22pt 'Duidu Sans SC'; text-align: center",
        paragraph="margin-bottom: .6em",
        headings="break-before: page; color: #335577",
        margins={"bottom-left": "河湾镇规划组", "bottom-right": "第{page}页"},
        is_slides=True,
        kept_apart=True,
    ),
]
