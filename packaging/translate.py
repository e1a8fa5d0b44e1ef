"""Keep the translations in resources/translations in step with the program.

    python packaging/translate.py           collect the sentences, then compile what is translated
    python packaging/translate.py --check   change nothing; fail if something is out of step

After a sentence in the program has changed, run it once, fill in the entries that are marked
`unfinished` in duidu_zh_CN.ts (and the plural forms in duidu_en.ts) with an editor or with
`pyside6-linguist`, remove the mark, and run it again. English sentences stand in the program; the
English file holds only those that count something.

House style: plain and polite, without 您; full-width punctuation; no blank between Chinese and
Latin letters or digits; the words of the glossary (资料库 文献 批注 标签 编码本 摘录 笔记
阅读窗格). Placeholders such as {name} and %n stay; a mnemonic becomes (&X) at the end.
"""

import argparse
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
CHINESE, ENGLISH = "duidu_zh_CN.ts", "duidu_en.ts"
COLLECTING = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
OPTIONS = {
    CHINESE: ["-target-language", "zh_CN"],
    ENGLISH: ["-target-language", "en", "-pluralonly"],
}


def run_tool(name: str, arguments: list[str]) -> None:
    """Run one of Qt's translation tools in the project's folder; fail with what it said."""
    program = shutil.which(f"pyside6-{name}", path=sysconfig.get_path("scripts"))
    if program is None:
        raise SystemExit(f"pyside6-{name} is not there. Install PySide6-Essentials.")
    done = subprocess.run(
        [program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def collect(folder: Path) -> None:
    """Bring the .ts files in this folder up to the sentences of the program."""
    sources = sorted(path.relative_to(ROOT) for path in (ROOT / "annotator").rglob("*.py"))
    # The list goes through a file, because Windows allows no command of this length.
    listing = folder / "sources.lst"
    listing.write_text("\n".join(path.as_posix() for path in sources), encoding="utf-8")
    for name, options in OPTIONS.items():
        run_tool("lupdate", [f"@{listing}", *COLLECTING, *options, "-ts", str(folder / name)])
    listing.unlink()


def compile_all(folder: Path) -> None:
    """Write the .qm file beside each .ts file in this folder."""
    for name in OPTIONS:
        file = folder / name
        run_tool("lrelease", [str(file), "-qm", str(file.with_suffix(".qm"))])


def unfinished(file: Path) -> Iterator[str]:
    """Yield the sentences of a .ts file that have no finished translation."""
    for message in ET.parse(file).iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") == "unfinished":
            yield message.findtext("source", "")


def without_context(file: Path) -> Iterator[str]:
    """Yield the sentences for which lupdate could not tell the class they are shown by."""
    for context in ET.parse(file).iter("context"):
        if not context.findtext("name"):
            yield from (source.text or "" for source in context.iter("source"))


def faults() -> Iterator[str]:
    """Yield everything that is out of step, one line each."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for file in OPTIONS:
            shutil.copy(FOLDER / file, copy)
        compile_all(copy)
        compiled = {path.name: path.read_bytes() for path in copy.glob("*.qm")}
        collect(copy)
        for file in OPTIONS:
            if (copy / file).read_bytes() != (FOLDER / file).read_bytes():
                yield f"{file} does not have the sentences of the program."
    for file, content in compiled.items():
        committed = FOLDER / file
        if not committed.is_file() or committed.read_bytes() != content:
            yield f"{file} is older than its .ts file."
    for sentence in without_context(FOLDER / CHINESE):
        yield f"Write self.tr(…), or nobody will find the translation of: {sentence}"
    for file in OPTIONS:
        for sentence in unfinished(FOLDER / file):
            yield f"{file} has no translation of: {sentence}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Keep the translations in step with the program.")
    parser.add_argument("--check", action="store_true", help="change nothing, fail if out of step")
    if parser.parse_args().check:
        found = list(faults())
        print("\n".join(found) or "The translations are in step.")
        sys.exit(1 if found else 0)
    FOLDER.mkdir(exist_ok=True)
    collect(FOLDER)
    compile_all(FOLDER)
    left = sum(1 for file in OPTIONS for _ in unfinished(FOLDER / file))
    print(f"{left} sentences are left to translate." if left else "Everything is translated.")


if __name__ == "__main__":
    main()
