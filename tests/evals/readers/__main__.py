"""``python -m tests.evals.readers FOLDER...``: a row for each corpus and kind of file."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path

INSTALL = ".venv/bin/uv pip install --python .venv/bin/python --group readers"
"""Installs what this needs beside the project; nothing of it is under the AGPL."""


def main() -> None:
    """Read every file of the folders, print the table, and write what was asked for."""
    parser = ArgumentParser(prog="python -m tests.evals.readers", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="a corpus each")
    parser.add_argument("--rows", type=Path, help="write a line of JSON for each file here")
    parser.add_argument("--worst", type=Path, help="write the worst files of each kind here")
    parser.add_argument("--only", nargs="*", default=[], help="kinds, such as pdf and docx")
    asked = parser.parse_args()
    try:
        from tests.evals.readers.measure import measure_folder  # noqa: PLC0415 - may be missing
    except ModuleNotFoundError as error:
        sys.exit(f"{error.name} is missing; first: {INSTALL}")
    from tests.evals.readers.report import render_table, write_worst  # noqa: PLC0415 - the same

    rows = [row for each in asked.folders for row in measure_folder(each, frozenset(asked.only))]
    if asked.rows:
        lines = (json.dumps(asdict(row)) for row in rows)
        asked.rows.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    if asked.worst:
        write_worst(rows, asked.worst)
    print(render_table(rows))  # noqa: T201 - printing is its purpose


if __name__ == "__main__":
    main()
