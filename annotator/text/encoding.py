"""Encodings: bytes become text only where one encoding clearly fits. Pure, without file names.

First what is certain: a byte order mark, then strict UTF-8. Then the encodings of Chinese are tried
strictly, and the text counts in which most letters are common ones; mojibake has few of those. Last
comes charset-normalizer for other languages. Where nothing fits, or two do, an error is raised.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


class UndecodableError(ValueError):
    """No encoding fits the data, or two fit about equally well."""


class BinaryDataError(ValueError):
    """The data is no text at all."""


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text with `\\n` line ends, and the Python name of the encoding it came in."""

    text: str
    encoding: str


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_MAGIC = (
    b"\x89PNG",
    b"PK\x03\x04",
    b"%PDF-",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"SQLite format 3\x00",
    b"Rar!",
    b"7z\xbc\xaf",
)
_CHINESE = (("gb18030",), ("big5", "cp950", "big5hkscs"), ("utf-16-le",), ("utf-16-be",))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_CONTROL_BYTES = bytes({*range(9), *range(14, 27), *range(28, 32), 127})
_LEAST_COMMON = 0.4
_CLEAR_LEAD = 1.5
_MOST_UNUSUAL = 0.05
_MOST_CONTROLS = 0.02
_MOST_BROKEN = 0.1
_LEAST_COHERENCE = 0.05

# The most frequent characters of modern Chinese prose, simplified and traditional.
_COMMON = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可"
    "她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三"
    "已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女"
    "问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由"
    "却代军产入先山五太水万市眼体别处总才场师书比住员九性通目报立马命张活难神数件安表原车白应路期叫"
    "提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直"
    "服林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联"
    "权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空众技轻程告江语英基派满"
    "式李息写呢识极令黄德收脸钱党未持取设始版双历越史商片容研像找友孩站广改议形委早房音火际则首单据"
    "导影失拿网似斯专石若兵谁校读志飞观争究包组造落视济喜离坏兴切质创济育策推规划农村企投融环绿碳链"
    "這來國個說們為時會過對後麼沒於還發當無開現經頭見長從動兩樣將與進實點種聲話問機給幾業間電門東"
    "氣關並內產軍萬體處總場師書員報馬張難數應車親計務記邊風戰許覺題統請愛讓認論義術結連遠資隊帶條變"
    "聯權領傳決達辦運強轉語極黃錢黨設雙歷際則單據導網專誰讀飛觀爭組視濟離壞興質創劃農環綠鏈"
    "，。、：；？！“”‘’（）《》「」『』…—"
)
_WESTERN_ALPHABETS = (
    "àâæçéèêëîïôœùûüÿ",
    "äöüß",
    "áéíñóúü¿¡ªº",
    "àáâãçéêíóôõú",
    "àèéìíîòóù",
    "åäöæøé",
)
_WESTERN_MARKS = "«»“”‘’„–—…€£§°·©®\xa0"


def decode(data: bytes, *, encoding: str | None = None) -> DecodedText:
    """Return the text of the data. Nothing is changed but line ends, and a byte order mark goes.

    Raises BinaryDataError for data that is no text, UndecodableError where the encoding cannot be
    told, or where the one that is named does not fit.
    """
    if data.startswith(_BINARY_MAGIC):
        raise BinaryDataError("the data starts like a binary file")
    if encoding is not None:
        text = _strictly(data, encoding)
        if text is None or _CONTROLS.search(text):
            raise UndecodableError(f"the data is not {encoding}")
        return _finished(text, encoding)
    return _marked(data) or _utf_8(data) or _chinese(data) or _other(data)


def _finished(text: str, encoding: str) -> DecodedText:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return DecodedText(text, encoding)


def _strictly(data: bytes, encoding: str) -> str | None:
    """Decode data as this; None if it is not. Half a pair of surrogates is no text."""
    try:
        text = data.decode(encoding)
        text.encode()
    except (UnicodeError, LookupError):
        return None
    return text


def _marked(data: bytes) -> DecodedText | None:
    """Decode data with a byte order mark, which leaves no choice."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strictly(data, encoding)
            if text is None:
                raise UndecodableError(f"the data is marked as {encoding} but is not")
            if "\x00" in text or _is_unusual(text):
                raise BinaryDataError("the data is marked as text but is not")
            return _finished(text, encoding)
    return None


def _utf_8(data: bytes) -> DecodedText | None:
    text = _strictly(data, "utf-8")
    return None if text is None or _has_controls(data) else _finished(text, "utf-8")


def _chinese(data: bytes) -> DecodedText | None:
    """Decode data as what reads like Chinese, None if nothing does."""
    readings = sorted(_chinese_readings(data), key=lambda reading: reading[0], reverse=True)
    if not readings or readings[0][0] < _LEAST_COMMON:
        return None
    share, text, encoding = readings[0]
    if len(readings) > 1 and readings[1][0] * _CLEAR_LEAD > share and readings[1][1] != text:
        raise UndecodableError(f"the data may be {encoding} or {readings[1][2]}")
    return _finished(text, encoding)


def _chinese_readings(data: bytes) -> Iterator[tuple[float, str, str]]:
    """Yield (share of common letters, text, encoding) for the encodings that fit strictly."""
    for family in _CHINESE:
        for encoding in family:
            text = _strictly(data, encoding)
            if text is not None and "\x00" not in text:
                share = _common_share(text, counts_ascii=encoding.startswith("utf-16"))
                yield share, text, encoding
                break


def _common_share(text: str, *, counts_ascii: bool) -> float:
    """Return the share of common letters; 0 for a text with controls or unassigned characters."""
    telling = [letter for letter in text if letter > "\x7f" or counts_ascii]
    if not telling or _CONTROLS.search(text) or _is_unusual("".join(telling)):
        return 0.0
    return sum(letter in _COMMON or letter <= "\x7f" for letter in telling) / len(telling)


def _is_unusual(text: str) -> bool:
    """Tell whether more than a few characters are private or unassigned."""
    unusual = sum(unicodedata.category(letter) in {"Cn", "Co", "Cs"} for letter in text)
    return unusual > len(text) * _MOST_UNUSUAL


def _has_controls(data: bytes) -> bool:
    """Tell whether the bytes hold a null or many other controls."""
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    return b"\x00" in data or controls > len(data) * _MOST_CONTROLS


def _other(data: bytes) -> DecodedText:
    """Decode data in another language; refuse what is binary or broken."""
    if _has_controls(data):
        raise BinaryDataError("the data holds control characters")
    if _is_broken_utf_8(data):
        raise UndecodableError("the data is UTF-8 but damaged")
    western = _strictly(data, "cp1252")
    if western is not None and _is_western(western):
        return _finished(western, "cp1252")
    from charset_normalizer import from_bytes  # rarely needed, and slow to load

    readings = {
        str(match): match.encoding
        for match in from_bytes(data)
        if match.chaos == 0 and match.coherence >= _LEAST_COHERENCE
    }
    if len(readings) != 1:
        raise UndecodableError("no encoding fits, or several do")
    (text, encoding), *_ = readings.items()
    if _CONTROLS.search(text) or _strictly(data, encoding) is None:
        raise UndecodableError("no encoding fits")
    return _finished(text, encoding)


def _is_broken_utf_8(data: bytes) -> bool:
    """Tell whether nearly all bytes beyond ASCII stand as in UTF-8, as in a truncated file."""
    beyond = sum(byte > 0x7F for byte in data)
    kept = data.decode("utf-8", errors="ignore").encode()
    lost = beyond - sum(byte > 0x7F for byte in kept)
    return 0 < lost <= max(3, beyond * _MOST_BROKEN) < beyond


def _is_western(text: str) -> bool:
    """Tell whether the letters beyond ASCII are those of one Western alphabet."""
    letters = {letter for letter in text.lower() if letter > "\x7f"} - set(_WESTERN_MARKS)
    has_words = sum(letter.isascii() and letter.isalpha() for letter in text) * 2 > len(text)
    return has_words and any(letters <= set(alphabet) for alphabet in _WESTERN_ALPHABETS)
