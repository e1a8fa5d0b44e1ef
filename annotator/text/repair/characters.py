"""Classes of characters, as patterns name them."""

IDEOGRAPHS = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
OPENERS = "“‘（《〈【「『〔［｛([{"
CLOSERS = "”’）》〉】」』〕］｝)]}"
# Punctuation that is Chinese whatever stands beside it; quotes and dashes need a Chinese neighbour.
FULL_WIDTH = (
    "\u3001-\u3004\u3008-\u303f\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
SHARED = "“”‘’…—·"
NO_START = "，。、；：？！…”’）》〉】」』〕］｝％‰,.;:?!)]}%"
SENTENCE_ENDS = "。！？!?…"


def without_blanks(text: str) -> str:
    return "".join(text.split())
