"""Refuse a release whose version, changelog and tree do not agree; ``make release`` asks first."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

HEADING = re.compile(r"^## +\[?(?P<version>\d[^\] \n]*)\]?(?: +- +(?P<day>\S+))?", re.MULTILINE)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def obstacles(root: Path) -> Iterator[str]:
    """Say what stands in the way of a release of the checkout at *root*, one sentence each."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = project["version"]
    latest = HEADING.search((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    if latest is None or latest["version"] != version:
        found = latest["version"] if latest else "none"
        yield f"pyproject.toml has version {version}, the latest entry of CHANGELOG.md is {found}."
    elif not DAY.fullmatch(latest["day"] or ""):
        yield f"CHANGELOG.md does not say on which day {version} is released: '- YYYY-MM-DD'."
    if git(root, "status", "--porcelain"):
        yield "Something is not committed: see 'git status'."
    if f"v{version}" in git(root, "tag", "--list").split():
        yield f"There is a tag v{version} already."


def git(root: Path, *words: str) -> str:
    """Ask git about the checkout at *root*."""
    command = ["git", "-C", str(root), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words


def main() -> None:
    """Print what stands in the way of a release from this folder, and fail if there is anything."""
    found = list(obstacles(Path.cwd()))
    sys.exit("\n".join(found) if found else 0)


if __name__ == "__main__":
    main()
