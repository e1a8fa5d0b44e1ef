"""What Word's and PowerPoint's packages have in common: relations, attributes, core properties."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from annotator.core.document import About, DocumentKind
from annotator.importers.origin import origin
from annotator.importers.package import Package
from annotator.importers.xml_tree import local_name

_CORE = "core-properties"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of the relation's type, and the name of a part."""

    kind: str
    target: str


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """Return the parts that a part refers to, by id. "" is the package itself."""
    folder, name = posixpath.split(part)
    described = posixpath.join(folder, "_rels", f"{name}.rels")
    if described not in package:
        return {}
    return {
        relation.get("Id", ""): Relation(
            relation.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))),
        )
        for relation in package.tree(described)
        if relation.get("TargetMode") != "External"
    }


def main_part(package: Package) -> str:
    """Return the name of the part that holds the text."""
    parts = related(relations_of(package, ""), "officeDocument")
    part = next(parts, None)
    if part is None:
        raise package.damaged()
    return part


def related(relations: dict[str, Relation], kind: str) -> Iterator[str]:
    """Yield the parts of this kind."""
    return (relation.target for relation in relations.values() if relation.kind == kind)


def tree_of(package: Package, part: str) -> etree._Element:
    """Return the root of a part, of alternatives only the first choice."""
    root = package.tree(part)
    for alternatives in list(root.iter("{*}AlternateContent")):
        for other in list(alternatives)[1:]:
            alternatives.remove(other)
    return root


def attribute(element: etree._Element | None, name: str) -> str | None:
    """Return an attribute by its local name, None if there is no such element or attribute."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child of this local name, or that child's child of the next name."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """Return an attribute that is a whole number of at most twelve figures."""
    text = attribute(element, name)
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,12}", text) else None


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch is there and not switched off."""
    return element is not None and attribute(element, "val") not in {"0", "false", "off"}


def about(package: Package, *, kind: DocumentKind = DocumentKind.UNKNOWN) -> About:
    """Return the title and author that the package tells.

    Its dates are those of saving, often of a template, and say nothing about the text.
    """
    part = next(related(relations_of(package, ""), _CORE), None)
    if part is None or part not in package:
        return About("", kind=kind)
    told = {local_name(item): (item.text or "").strip() for item in package.tree(part)}
    return origin(told.get("title", ""), publisher=told.get("creator", ""), kind=kind)
