"""Why a piece of the source text is not shown."""

from enum import StrEnum


class DropReason(StrEnum):
    BLANK = "blank"
    LINE_END = "line_end"
    PAGE_NUMBER = "page_number"
    HEADER = "header"
    FOOTER = "footer"
    REPEATED_TITLE = "repeated_title"
    SECTION_NUMBER = "section_number"
    CONTENTS_LEADER = "contents_leader"
    ORNAMENT = "ornament"
