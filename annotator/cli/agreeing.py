"""Commands about what members annotated on their own: finish, agreement, export agenda."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from annotator.cli import opening
from annotator.cli.argument_types import any_text, member_name
from annotator.cli.commands import Commands, add_document
from annotator.cli.output import Answer, as_json, counted, lines, right_aligned
from annotator.cli.writing import written
from annotator.exporters.wording import Language
from annotator.services import agreement, libraries, lookup
from annotator.services.agreement import Agreement, DisputedPassage, Scope, TagAgreement
from annotator.services.editing.document_edits import change_completion
from annotator.storage.library import Library
from annotator.text.agreement import Figure, Pair, Undefined

_NAMES = {
    Undefined.NOTHING_TO_COMPARE: "no text that two have finished",
    Undefined.NOTHING_MARKED: "undefined: nobody marked anything",
    Undefined.EVERYTHING_MARKED: "undefined: everybody marked everything",
}
_WHATEVER = "marked at all"
_WHATEVER_IN = {Language.ZH: "有无标记", Language.EN: "Marked at all"}
_SHOWN_LETTERS = 60
_HEAD = ("letters", "marked", "agree", "alpha", "F1 =", "F1 ½")


def add_commands(commands: Commands) -> None:
    done = commands.add("finish", "Say that you have finished annotating a text.", finish)
    add_document(done)
    done.add_argument(
        "--as",
        dest="member",
        type=member_name,
        metavar="MEMBER",
        help="say it in the name of this member",
    )
    done.add_argument("--undo", action="store_true", help="say that it is not finished after all")

    told = commands.add(
        "agreement",
        "Tell how far members agree on the texts that two or more of them have finished.",
        tell_agreement,
    )
    add_scope(told)
    told.add_argument(
        "--disagreements",
        dest="disputed",
        action="store_true",
        help="list what they did not mark alike, with TAG or at all; the least common first",
    )


def add_scope(parser: ArgumentParser) -> None:
    parser.add_argument(
        "document", nargs="?", type=any_text, metavar="DOC", help="on this text only"
    )
    parser.add_argument("--tag", type=any_text, metavar="TAG", help="on this tag only")


def finish(arguments: Namespace) -> Answer:
    """Say whether a member has finished a text."""
    with opening.to_write(arguments) as library:
        document = lookup.find_document(library, arguments.document)
        if arguments.member:
            member = lookup.find_member(library, arguments.member)
        else:
            member = libraries.current_member(library)
        finished = not arguments.undo
        change_completion(library, document.id, member.id, finished=finished).apply(library)
    if arguments.json:
        return as_json({"document": document.id, "member": member.name, "finished": finished})
    has = "has finished" if finished else "has not finished"
    return lines([f"{member.name} {has} {document.title}."])


def tell_agreement(arguments: Namespace) -> Answer:
    """Tell how far the members agree, tag by tag, or list what they do not agree on."""
    with opening.to_show(arguments) as library:
        found, rows = _compared(library, arguments)
    if arguments.json:
        return as_json(_values(found, rows))
    if not found.texts:
        return lines(["No text was finished by two members. `duidu finish` says who finished one."])
    if arguments.disputed:
        return lines(_disputed(rows[0]) or ["They marked the same."])
    return lines(_told(found, rows))


def export_agenda(arguments: Namespace) -> Answer:
    """Print the passages that were not marked alike as a Markdown document, or write it."""
    language = Language(arguments.language)
    with opening.to_show(arguments) as library:
        _, rows = _compared(library, arguments)
        tag = rows[0].tag
        heading = libraries.name_in(tag, language) if tag else _WHATEVER_IN[language]
    return written(agreement.agenda(rows[0], heading, language), arguments.output)


def _compared(library: Library, arguments: Namespace) -> tuple[Agreement, list[TagAgreement]]:
    """Return the comparison and the rows of it that are asked for."""
    name = arguments.document
    document_id = lookup.find_document(library, name).id if name else None
    tag = lookup.find_tag(library, arguments.tag) if arguments.tag else None
    found = agreement.compare(library, Scope(document_id))
    return found, [row for row in found.tags if tag is None or row.tag == tag]


def _told(found: Agreement, rows: list[TagAgreement]) -> Iterator[str]:
    members = ", ".join(member.name for member in found.members.values())
    yield f"{counted(len(found.texts), 'text')} finished by two or more of: {members}"
    if found.left_out:
        yield f"{counted(found.left_out, 'annotation')} left out: the place is to check."
    yield "".join(right_aligned(name, 10) for name in _HEAD)
    for row in rows:
        yield from _row(found, row)


def _row(found: Agreement, row: TagAgreement) -> Iterator[str]:
    figures = row.figures
    name = row.tag.name if row.tag else _WHATEVER
    if isinstance(figures.alpha, Undefined):
        yield f"{figures.letters:>10,}  {name}: {_NAMES[figures.alpha]}"
        return
    shares = (_per_cent(figures.prevalence), _per_cent(figures.per_cent))
    measures = (figures.alpha, figures.exact_f1, figures.half_f1)
    cells = [f"{figures.letters:,}", *shares, *(_decimal(one) for one in measures)]
    yield "".join(right_aligned(cell, 10) for cell in cells) + f"  {name}"
    for pair, one in figures.pairs.items():
        kappa = _NAMES[one.kappa] if isinstance(one.kappa, Undefined) else _decimal(one.kappa)
        yield f"{'':>10}  kappa {kappa}  {' – '.join(_pair(found, pair))}"


def _disputed(row: TagAgreement) -> list[str]:
    """Return the passages that were not marked alike, the least common first."""
    shown = []
    for one in row.disputed:
        words = " ".join(one.passage.split())
        if len(words) > _SHOWN_LETTERS:
            words = words[:_SHOWN_LETTERS] + "…"
        shares = ", ".join(f"{member.name} {share:.0%}" for member, share in one.shares)
        span = f"{one.span.start}:{one.span.end}"
        shown.append(f"{one.overlap:>5.0%}  {words}\n       {shares}; {one.document.title} {span}")
    return shown


def _values(found: Agreement, rows: list[TagAgreement]) -> dict[str, Any]:
    return {
        "members": [{"id": one.id, "name": one.name} for one in found.members.values()],
        "texts": [
            {"document": one.document.id, "members": [member.id for member in one.members]}
            for one in found.texts
        ],
        "left_out": found.left_out,
        "blind": found.blind,
        "tags": [_row_values(row) for row in rows],
    }


def _row_values(row: TagAgreement) -> dict[str, Any]:
    figures = row.figures
    return {
        "tag": row.tag.name if row.tag else None,
        "letters": figures.letters,
        "prevalence": _value(figures.prevalence),
        "agreement": _value(figures.per_cent),
        "alpha": _value(figures.alpha),
        "exact_f1": _value(figures.exact_f1),
        "half_f1": _value(figures.half_f1),
        "undefined": figures.alpha if isinstance(figures.alpha, Undefined) else None,
        "pairs": [
            {
                "members": pair,
                "letters": one.letters,
                "agreement": _value(one.per_cent),
                "kappa": _value(one.kappa),
                "exact_f1": _value(one.exact_f1),
                "half_f1": _value(one.half_f1),
            }
            for pair, one in figures.pairs.items()
        ],
        "disagreements": [_disputed_values(one) for one in row.disputed],
    }


def _disputed_values(one: DisputedPassage) -> dict[str, Any]:
    return {
        "document": one.document.id,
        "start": one.span.start,
        "end": one.span.end,
        "passage": one.passage,
        "overlap": round(one.overlap, 4),
        "shares": {member.id: round(share, 4) for member, share in one.shares},
    }


def _pair(found: Agreement, pair: Pair) -> list[str]:
    return [found.members[member_id].name for member_id in pair]


def _value(figure: Figure) -> float | None:
    return None if isinstance(figure, Undefined) else round(figure, 6)


def _decimal(figure: Figure) -> str:
    return "–" if isinstance(figure, Undefined) else f"{figure:.3f}"


def _per_cent(figure: Figure) -> str:
    return "–" if isinstance(figure, Undefined) else f"{figure:.1%}"
