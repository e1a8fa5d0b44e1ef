"""What Visibility says of annotations, as a condition in SQL.

Here those who are not seen cost nothing: a reader who hides all but one need not wait for the rest.
"""

import json

from annotator.core.visibility import Visibility


def seen_from(member: str) -> str:
    """Return the condition for what somebody, told by this column, wrote at an `annotation`.

    Whatever the Visibility, others' work in an open blind round is not seen.
    """
    return f"""(
        {member} NOT IN (SELECT value FROM json_each(:hidden_members))
        AND ({member} = (SELECT member_id FROM library)
            OR annotation.document_id NOT IN (SELECT document_id FROM open_round))
    )"""


SEEN = seen_from("annotation.member_id")


def parameters(seen: Visibility) -> dict[str, str]:
    """Return what such a condition has to know."""
    return {"hidden_members": json.dumps(sorted(seen.hidden_members))}
