"""What Visibility says of annotations, as a condition in SQL.

Here those who are not seen cost nothing: a reader who hides all but one need not wait for the rest.
"""

import json

from annotator.core.visibility import Visibility

_SEEN = """(
    {member} NOT IN (SELECT value FROM json_each(:hidden_members))
    AND ({member} = :own_member
        OR annotation.document_id NOT IN (SELECT value FROM json_each(:blind_documents)))
)"""

SEEN = _SEEN.format(member="annotation.member_id")
# What others answer is seen where their annotations are; `annotation` is joined to it.
SEEN_REPLY = _SEEN.format(member="reply.member_id")


def parameters(seen: Visibility) -> dict[str, str]:
    """Return what these conditions have to know."""
    return {
        "hidden_members": json.dumps(sorted(seen.hidden_members)),
        "blind_documents": json.dumps(sorted(seen.blind_documents)),
        "own_member": seen.own_member,
    }
