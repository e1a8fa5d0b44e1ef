"""How tags are called on screen: built-in ones in the reader's language until they are renamed."""

from PySide6.QtCore import QLocale

from annotator.core.codebook import Tag
from annotator.services.libraries import built_in_tags, name_in


def shown_name(tag: Tag) -> str:
    """Return the tag's name as readers of the interface's language know it."""
    return name_in(tag, _language())


def shown_definition(tag: Tag) -> str:
    """Return the tag's definition, in the interface's language where it is the built-in one."""
    for built_in in built_in_tags():
        if tag.id == built_in.tag.id and tag.definition == built_in.tag.definition:
            return built_in.definitions[_language()]
    return tag.definition


def _language() -> str:
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"
