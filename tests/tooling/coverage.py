"""Print which share of lines and branches the tests reached, by package and folder.

``make coverage`` runs it on coverage's own report in JSON. The share passes and fails nothing: a
branch that no test reaches is a question to its author, not a number to be met.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from rich.console import Console
from rich.table import Table

REPORT = Path("var/coverage.json")
COUNTS = ("covered_lines", "num_statements", "covered_branches", "num_branches")

Files = Mapping[str, Mapping[str, Mapping[str, int]]]
"""The files of coverage's JSON report: for each path, its ``summary``."""


def by_folder(files: Files) -> dict[str, Counter[str]]:
    """Sum the counts of *files* for each package and each folder directly in one."""
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path, file in files.items():
        parts = PurePosixPath(path).parent.parts
        for depth in range(1, min(len(parts), 2) + 1):
            sums["/".join(parts[:depth])].update(
                {count: file["summary"][count] for count in COUNTS}
            )
    return dict(sorted(sums.items()))


def rows(sums: Mapping[str, Counter[str]]) -> Iterator[tuple[str, str, str, str]]:
    """Give a table's rows: folder, share of lines, share of branches, branches not reached."""
    for folder, sum_ in sums.items():
        missed = sum_["num_branches"] - sum_["covered_branches"]
        yield (
            folder,
            share(sum_["covered_lines"], sum_["num_statements"]),
            share(sum_["covered_branches"], sum_["num_branches"]),
            str(missed),
        )


def share(part: int, whole: int) -> str:
    """Write a share in percent; of nothing there is none."""
    return f"{100 * part / whole:.1f} %" if whole else "none"


def report(files: Files, titles: Iterable[str]) -> Table:
    """Make the table that is printed."""
    table = Table(*titles)
    for row in rows(by_folder(files)):
        if "/" not in row[0]:
            table.add_section()
        table.add_row(*row)
    return table


def main() -> None:
    """Print the table of the report that lies in this folder."""
    files: Files = json.loads(REPORT.read_text(encoding="utf-8"))["files"]
    Console().print(report(files, ("folder", "lines", "branches", "branches not reached")))


if __name__ == "__main__":
    main()
