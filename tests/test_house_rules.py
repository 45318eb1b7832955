"""The rules of the house that the linter has no words for, each with an example that breaks it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "handlers", "knowledge", "governance")
SOURCES = sorted(
    path.relative_to(ROOT).as_posix() for name in PACKAGES for path in (ROOT / name).rglob("*.py")
)
MAX_LINES = 400
WRITTEN_ONCE = "governance/migrations/versions/"
"""Revisions of the database are history: nobody tidies them."""
RUNS_WHAT_IT_READS = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "jsonpickle"}
CLOCKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
}

MAY_CATCH = {
    "handlers/assistant.py": "the one place where refusals and crashes become replies",
    "handlers/files.py": "a file that is not taken is said at its field, with the others kept",
    "handlers/office_hours/booking.py": "a slot that has gone is refused with the nearest others",
    "handlers/review/attempts.py": "a refusal about nothing that is here leaves nothing to note",
    "handlers/review/decisions.py": "a case that changed meanwhile is shown as it is now",
    "handlers/solutions/browse.py": "a solution that is not found is said at its field",
}
"""Modules of handlers that catch, and why words in ``handlers/failures.py`` are not enough."""


@cache
def read(path: str) -> str:
    """Read a module of the tree."""
    return (ROOT / path).read_text()


@cache
def nodes(source: str) -> tuple[ast.AST, ...]:
    """Parse a module once for all rules, and give every node of it, the module first."""
    return tuple(ast.walk(ast.parse(source)))


def calls(source: str) -> Iterator[tuple[str, str]]:
    """Name everything that is called as ``thing.what``: the last part of the thing, and what."""
    for node in nodes(source):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of = node.func.value
            match of:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name, node.func.attr
                case _:
                    yield "", node.func.attr


def commits(path: str, source: str) -> bool:
    """Tell whether a module commits that is not the one place to do so."""
    return path != "governance/database.py" and any(what == "commit" for _, what in calls(source))


def looks_at_the_clock(path: str, source: str) -> bool:
    """Tell whether a module asks for the time that should be given it."""
    return not path.startswith("bot/") and not CLOCKS.isdisjoint(calls(source))


def runs_what_it_reads(source: str) -> bool:
    """Tell whether a module may run code that it finds in a file: a pickle is a program."""
    for node in nodes(source):
        match node:
            case ast.Import(names=names):
                modules = {each.name for each in names}
            case ast.ImportFrom(module=str(module)):
                modules = {module}
            case ast.keyword(arg="allow_pickle", value=value):
                if not (isinstance(value, ast.Constant) and value.value is False):
                    return True
                continue
            case _:
                continue
        if not RUNS_WHAT_IT_READS.isdisjoint(name.partition(".")[0] for name in modules):
            return True
    return False


def is_too_long(path: str, source: str) -> bool:
    """Tell whether a module has outgrown its room."""
    return not path.startswith(WRITTEN_ONCE) and len(source.splitlines()) > MAX_LINES


def says_what_it_is_for(path: str, source: str) -> bool:
    """Tell whether a module opens with a sentence; private ones need not."""
    if Path(path).stem.startswith("_") and Path(path).stem not in {"__init__", "__main__"}:
        return True
    said = ast.get_docstring(module) if isinstance(module := nodes(source)[0], ast.Module) else ""
    return bool((said or "").strip().partition("\n")[0][:1].strip())


def words_of(language: str) -> set[str]:
    """Give the longer words of a language, as its file has them."""
    text = (ROOT / "knowledge" / "text" / "data" / f"{language}.toml").read_text("utf-8")
    entries = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return set(re.findall(r"[a-z]{4,}", entries))


FOREIGN = (words_of("id") | words_of("vi")) - words_of("en")
NAMES = {"bot/demo.py": {"minh"}}
"""What only looks like a word: the name of somebody in the demonstration."""


def strings(source: str) -> Iterator[str]:
    """Give every string of a module but its docstrings."""
    docstrings = {id(node.value) for node in nodes(source) if isinstance(node, ast.Expr)}
    for node in nodes(source):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from () if id(node) in docstrings else (node.value,)


def languages_in(path: str, source: str) -> set[str]:
    """Name the letters and words of other languages in a module; ranges are escaped there."""
    letters = {each for each in source if each.isalpha() and not each.isascii()}
    said = {word for text in strings(source) for word in re.findall(r"[a-z]+", text.lower())}
    return letters | ((said & FOREIGN) - NAMES.get(path, set()))


def test_the_words_of_languages_are_data() -> None:
    """They are in knowledge/text/data and handlers/wording, where whoever speaks them looks."""
    assert {path: found for path in SOURCES if (found := languages_in(path, read(path)))} == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("NOT = ('ไม',)", {"ไ", "ม"}),
        ("# ô\n", {"ô"}),
        (r"NOT = r'\b(?:not|tidak)\b'", {"tidak"}),
        ("'''Thai, as in tidak.'''\nX = r'[\\u0e00-\\u0e7f]'", set()),
        ("NAMES = ('Minh',)", {"minh"}),
    ],
)
def test_a_word_of_a_language_in_code_is_found(source: str, found: set[str]) -> None:
    """In any string, and a letter anywhere."""
    assert languages_in("handlers/home.py", source) == found


def catches(source: str) -> bool:
    """Tell whether a module catches exceptions itself."""
    return any(isinstance(node, ast.Try) for node in nodes(source))


def test_a_refusal_is_left_to_its_words_unless_there_is_more_to_say() -> None:
    """A handler lets it through; the few that do not each have their reason."""
    paths = [path for path in SOURCES if path.startswith("handlers/")]

    assert [path for path in paths if catches(read(path))] == sorted(MAY_CATCH)


def test_a_handler_that_catches_is_found() -> None:
    """Wherever in it."""
    assert catches(
        "async def start():\n    try:\n        pass\n    except KeyError:\n        pass\n"
    )


def test_only_the_database_module_commits() -> None:
    """One turn is one transaction, and there is one place that ends it."""
    assert [path for path in SOURCES if commits(path, read(path))] == []


def test_a_commit_elsewhere_is_found() -> None:
    """Whatever the session is called."""
    assert commits("governance/registry.py", "async def f(s):\n    await self.session.commit()\n")


def test_only_adapters_look_at_the_clock() -> None:
    """Everything inside is told the time, so that it can be tested at any time."""
    assert [path for path in SOURCES if looks_at_the_clock(path, read(path))] == []


@pytest.mark.parametrize(
    "source",
    ["datetime.now(UTC)", "datetime.datetime.utcnow()", "time.time()", "date.today()"],
)
def test_a_look_at_the_clock_is_found(source: str) -> None:
    """However the module was imported."""
    assert looks_at_the_clock("handlers/home.py", source)


def test_nothing_runs_what_it_reads_from_a_file() -> None:
    """Whoever can write into the home cannot run code."""
    assert [path for path in SOURCES if runs_what_it_reads(read(path))] == []


@pytest.mark.parametrize(
    "source",
    [
        "import pickle",
        "import os, pickle as p",
        "from pickle import loads",
        "def f():\n    import marshal",
        "import dill.source",
        "numpy.load(file, allow_pickle=True)",
        "numpy.load(file, allow_pickle=trusted)",
    ],
)
def test_what_would_run_a_file_is_found(source: str) -> None:
    """However it was imported, and by numpy on request."""
    assert runs_what_it_reads(source)


def test_no_module_outgrows_its_room() -> None:
    """A longer one becomes a package of the same name."""
    assert [path for path in SOURCES if is_too_long(path, read(path))] == []


def test_a_module_that_is_too_long_is_found() -> None:
    """One line over is over."""
    assert is_too_long("handlers/home.py", "x = 1\n" * (MAX_LINES + 1))


def test_every_module_says_what_it_is_for() -> None:
    """A reader knows from the first line whether to read on."""
    assert [path for path in SOURCES if not says_what_it_is_for(path, read(path))] == []


def test_a_module_without_a_sentence_is_found() -> None:
    """A comment is not enough."""
    assert not says_what_it_is_for("handlers/home.py", "# The overview.\nx = 1\n")


def test_nothing_is_a_link_to_elsewhere() -> None:
    """What a link leads to is on one machine only."""
    own = ("bot", "docs", "governance", "handlers", "knowledge", "tests")
    links = [
        path
        for place in own
        for path in (ROOT / place).rglob("*")
        if path.is_symlink() and "node_modules/" not in path.as_posix()
    ]

    assert links == []


def test_no_lock_file_names_an_address() -> None:
    """Where packages come from is for whoever installs them to say."""
    locks = [*ROOT.glob("*.lock"), *ROOT.glob("tests/*/npm/package-lock.json")]

    assert len(locks) == 4
    assert [lock.name for lock in locks if "://" in lock.read_text()] == []
