"""The templates of exported files; what they set is never run."""

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from annotator import places


def environment(*, escapes_html: bool = False) -> SandboxedEnvironment:
    """Return where templates are found."""
    return SandboxedEnvironment(
        loader=FileSystemLoader(places.resource("templates")),
        undefined=StrictUndefined,
        autoescape=escapes_html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
