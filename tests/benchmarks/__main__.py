"""Run the benchmarks: `python -m tests.benchmarks [NAME…] [--json]`.

Each module bench_NAME.py here has a function `run` that returns its figures by name; the unit is
the last word of the name. What starts with `detail:` is shown by --json alone.
"""

import argparse
import json
import os
import platform
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

PREFIX = "bench_"
DETAIL = "detail:"


def names() -> list[str]:
    folder = Path(__file__).parent
    return sorted(path.stem.removeprefix(PREFIX) for path in folder.glob(f"{PREFIX}*.py"))


def figures(name: str) -> dict[str, float]:
    found: dict[str, float] = import_module(f"tests.benchmarks.{PREFIX}{name}").run()
    return found


def processor() -> str:
    """Return the processor's name; only Linux needs to be asked in a file."""
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor()


def machine() -> dict[str, str]:
    return {
        "processor": f"{processor()}, {os.cpu_count()} cores",
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        "pyside6": version("PySide6-Essentials"),
    }


def print_table(results: dict[str, dict[str, float]]) -> None:
    print("| benchmark | what | figure |\n|---|---|---:|")
    for name, found in results.items():
        for what, figure in found.items():
            if what.startswith(DETAIL):
                continue
            print(f"| {name} | {what.replace('_', ' ')} | {figure:,.3g} |")
    print("\n" + " · ".join(f"{what} {text}" for what, text in machine().items()))


def main() -> None:
    parser = argparse.ArgumentParser(prog="./run bench", description="Run the benchmarks.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names()))
    parser.add_argument("--json", action="store_true", help="print for machines")
    options = parser.parse_args()
    if unknown := set(options.names) - set(names()):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    results = {name: figures(name) for name in options.names or names()}
    if options.json:
        print(json.dumps({"machine": machine(), "results": results}, ensure_ascii=False, indent=2))
    else:
        print_table(results)


if __name__ == "__main__":
    main()
