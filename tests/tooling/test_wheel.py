"""What is published holds all that is needed, and runs where the sources are not."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.fixtures.handbooks import ROOT

pytestmark = pytest.mark.slow  # a wheel is built, and installed into an environment

PACKAGES = ("bot", "handlers", "knowledge", "governance")
UV = str(Path(sys.executable).with_name("uv"))
QUESTION = "How long does a review take?"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from this folder."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    [wheel] = folder.iterdir()
    return wheel


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own with the wheel, and with the libraries that are here already."""
    home = tmp_path_factory.mktemp("venv") / "venv"
    venv.create(home)
    into = ("--python", str(home / "bin" / "python"))
    run(UV, "pip", "install", *into, "--no-deps", "--no-index", str(wheel), cwd=home)
    here = sysconfig.get_paths()["purelib"]  # the path file that leads to the sources is not read
    (site_packages(home) / "libraries.pth").write_text(here, encoding="utf-8")
    return home


def site_packages(home: Path) -> Path:
    """Find where an environment keeps what is installed."""
    [found] = home.glob("lib/python*/site-packages")
    return found


def run(*command: str, cwd: Path, **variables: str) -> str:
    """Run a *command* that must succeed, with none of our own variables, and give its output."""
    ours = ("GUILDMATE_", "PYTHON", "PYTEST", "COV")
    env = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    done = subprocess.run(  # noqa: S603 - our own words
        command, cwd=cwd, env={**env, **variables}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    """Pages, catalogues, migrations, what the web page is made of, pictures and data."""
    sources = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    packed = set(ZipFile(wheel).namelist())

    assert sources - packed == set()
    assert {name for name in packed if not name.startswith("guildmate-")} == sources
    for suffix in (
        ".md",
        ".yaml",
        ".ftl",
        ".mako",
        ".js",
        ".css",
        ".html",
        ".svg",
        ".png",
        ".typed",
        ".toml",
    ):
        assert any(name.endswith(suffix) for name in packed), suffix


def test_an_installed_guildmate_answers(environment: Path, tmp_path: Path) -> None:
    """From an empty folder, with the pages, words and migrations that came in the wheel."""
    guildmate = str(environment / "bin" / "guildmate")
    settings = {"GUILDMATE_EMBEDDER": "none", "GUILDMATE_HOME": str(tmp_path / "home")}

    answer = run(guildmate, "ask", QUESTION, "--locale", "id", cwd=tmp_path, **settings)
    upgraded = run(guildmate, "db", "upgrade", cwd=tmp_path, **settings)

    assert "[1] The review › How long a review takes" in answer  # noqa: RUF001 - as it is printed
    assert "Versi 1.1" in answer
    assert upgraded
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_an_installed_guildmate_runs_its_own_code(environment: Path, tmp_path: Path) -> None:
    """Not that of the sources, although its libraries lie beside a way to them."""
    names = ", ".join(PACKAGES)
    where = f"import {names}; print(*(each.__file__ for each in ({names})), sep='\\n')"

    found = run(str(environment / "bin" / "python"), "-c", where, cwd=tmp_path).splitlines()

    installed = site_packages(environment)
    assert [Path(each) for each in found] == [installed / name / "__init__.py" for name in PACKAGES]
