"""What commands write to a file instead of the terminal."""

from pathlib import Path

from annotator.cli.output import Answer, lines
from annotator.services import exporting


def written(text: str, output: Path | None) -> Answer:
    """Print a text, or write it to a file and say where."""
    if output is None:
        return Answer(text)
    exporting.write_file(output, text)
    return lines([f"Written to {output}."])
