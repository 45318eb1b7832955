"""What runs before a commit is the project's own, and there."""

import os
import subprocess
import sys
from pathlib import Path

import yaml

from tests.fixtures.handbooks import ROOT

CONFIG = ROOT / ".pre-commit-config.yaml"


def test_hooks_are_valid_and_fetch_nothing() -> None:
    """Each calls a program that `make test` installs."""
    pre_commit = str(Path(sys.executable).with_name("pre-commit"))
    subprocess.run([pre_commit, "validate-config", CONFIG], check=True)  # noqa: S603 - our own words
    repositories = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))["repos"]
    hooks = [hook for each in repositories for hook in each["hooks"]]
    programs = {Path(hook["entry"].split()[0]) for hook in hooks}

    assert {each["repo"] for each in repositories} == {"local"}
    assert {hook["language"] for hook in hooks} == {"system"}
    assert {each.parent.as_posix() for each in programs} == {".venv/bin"}
    for program in programs:
        assert os.access(Path(sys.executable).with_name(program.name), os.X_OK), program
