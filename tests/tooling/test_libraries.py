"""What the project says it needs is what its locks bring, and why is written down."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.fixtures.handbooks import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECISION = (ROOT / "docs" / "decisions" / "0007-libraries.md").read_text(encoding="utf-8")
RUNNING = [Requirement(each) for each in PROJECT["project"]["dependencies"]]
TESTING = [Requirement(each) for each in PROJECT["dependency-groups"]["dev"]]


def pinned(lock: Path) -> dict[str, Version]:
    """Read which version of each library a *lock* pins."""
    lines = re.findall(r"^([\w.-]+)==([^ ;]+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: Version(version) for name, version in lines}


@pytest.mark.parametrize("wanted", [*RUNNING, *TESTING], ids=str)
def test_a_library_is_in_the_locks(wanted: Requirement) -> None:
    """In that for running too if it runs; `make lock` after a change of pyproject.toml does it."""
    running = pinned(ROOT / "requirements.lock")
    testing = pinned(ROOT / "requirements-dev.lock")
    name = wanted.name.lower().replace(".", "-")

    assert testing[name] in wanted.specifier
    assert wanted not in RUNNING or running[name] == testing[name]


@pytest.mark.parametrize("wanted", [*RUNNING, *TESTING], ids=str)
def test_a_library_has_its_line_in_the_decision(wanted: Requirement) -> None:
    """Which licence it has, and why this one."""
    name = wanted.name.removeprefix("pytest-")
    assert wanted.name.startswith("types-") or re.search(rf"\b{re.escape(name)}\b", DECISION)
