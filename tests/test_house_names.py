"""The rules of the house for names and folders, each with an example that breaks it."""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bot.app import CHANNELS
from tests.test_house_rules import ROOT, SOURCES, read

MAX_MODULES = 22
"""How many modules may lie side by side before a folder is parted."""

VAGUE = re.compile(
    r"_?(AGAIN|ANEW|APART|AT_ONCE|ENOUGH|FEW|FRESH|GRACE|IN_VAIN|LONG_AGO|LONGEST|LOOSE|MOST|OLD"
    r"|PATIENCE|SHORT|SOON|TOGETHER)"
)
"""Names of constants that say neither what is counted nor in which unit."""

TESTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "tests").rglob("*.py")
    if "node_modules" not in path.parts
)


def vague_constants(source: str) -> list[str]:
    """Name the constants of a module that say neither what is counted nor in which unit."""
    return [name for name in assigned_names(source) if VAGUE.fullmatch(name)]


def assigned_names(source: str) -> Iterator[str]:
    """Name what a module assigns to at its top."""
    for node in ast.parse(source).body:
        match node:
            case ast.Assign(targets=targets):
                yield from (each.id for each in targets if isinstance(each, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name


def classes_defined_twice(sources: Mapping[str, str]) -> dict[str, list[str]]:
    """List the public class names that several modules of one package define."""
    places: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for path, source in sources.items():
        for node in ast.parse(source).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[path.partition("/")[0], node.name].append(path)
    return {name: paths for (_, name), paths in places.items() if len(paths) > 1}


def crowded_folders(paths: Iterable[str]) -> dict[str, int]:
    """Count the modules of every folder that has more than a reader takes in at once."""
    counts: defaultdict[str, int] = defaultdict(int)
    for path in paths:
        counts[path.rpartition("/")[0]] += not path.endswith("__init__.py")
    return {folder: count for folder, count in counts.items() if count > MAX_MODULES}


def test_constants_say_what_they_count() -> None:
    """A limit names its unit, so that a reader need not look it up."""
    assert {path: vague for path in SOURCES if (vague := vague_constants(read(path)))} == {}


def test_a_vague_constant_is_found() -> None:
    """Private and annotated ones as well."""
    source = "_MOST = 9\nPATIENCE: float = 3.0\nMAX_WORDS = 5\n"

    assert vague_constants(source) == ["_MOST", "PATIENCE"]


def test_a_class_name_stands_for_one_thing_in_a_package() -> None:
    """Who reads a name in a traceback knows which class it is."""
    assert classes_defined_twice({path: read(path) for path in SOURCES}) == {}


def test_a_class_that_is_defined_twice_is_found() -> None:
    """In one package; another may use the name for its own thing."""
    twice = {"bot/a.py": "class Files: ...", "bot/b/c.py": "class Files: ..."}
    once_each = {"bot/a.py": "class Files: ...", "handlers/a.py": "class Files: ..."}

    assert classes_defined_twice(twice) == {"Files": ["bot/a.py", "bot/b/c.py"]}
    assert classes_defined_twice(once_each) == {}


def test_no_folder_is_crowded() -> None:
    """A folder with more modules is parted by what they are for."""
    assert crowded_folders([*SOURCES, *TESTS]) == {}


def test_a_crowded_folder_is_found() -> None:
    """One module over is over; what says what the folder is for does not count."""
    paths = [f"bot/web/m{number}.py" for number in range(MAX_MODULES)]

    assert crowded_folders([*paths, "bot/web/__init__.py"]) == {}
    assert crowded_folders([*paths, "bot/web/one_more.py"]) == {"bot/web": MAX_MODULES + 1}


def test_every_folder_says_what_belongs_in_it() -> None:
    """The first sentence of ``__init__.py`` is the folder's sign."""
    folders = {path.rpartition("/")[0] for path in SOURCES if "/migrations/" not in path}
    signs = {path.rpartition("/")[0] for path in SOURCES if path.endswith("/__init__.py")}

    assert folders - signs == set()


def test_every_channel_is_kept_from_the_others() -> None:
    """A new one is in the contract that import-linter holds, and so is where it is wired."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    contract = next(each for each in contracts if each["name"] == "Channels do not know each other")
    packages = {f"bot.{declared.name}" for declared in CHANNELS}

    assert set(contract["modules"]) == {*packages, "bot.web"}
    assert set(contract["ignore_imports"]) == {f"bot.app -> {package}" for package in packages}
