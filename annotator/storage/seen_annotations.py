"""What may be seen of what members wrote at annotations, as conditions in SQL.

For what is read page by page or row by row; of annotations, `Visibility` itself leaves out what is
not seen.
"""

import json

from annotator.core.visibility import Visibility


def visible_from(member: str) -> str:
    """Return the condition that no open blind round hides what somebody, told by this column, wrote
    at an `annotation`.
    """
    return f"""(
        {member} = (SELECT member_id FROM library)
        OR annotation.document_id NOT IN (SELECT document_id FROM open_round)
    )"""


def seen_from(member: str) -> str:
    """Return the condition that this is visible, and its writer not hidden by the reader."""
    return f"""(
        {member} NOT IN (SELECT value FROM json_each(:hidden_members))
        AND {visible_from(member)}
    )"""


SEEN = seen_from("annotation.member_id")


def parameters(seen: Visibility) -> dict[str, str]:
    """Return what `seen_from` has to know."""
    return {"hidden_members": json.dumps(sorted(seen.hidden_members))}
