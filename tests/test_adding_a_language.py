"""A fifth language, made up and added by files alone, in a copy of the house."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from handlers.wording import LOCALES
from knowledge import LANGUAGES
from tests.fixtures.languages import (
    DESCRIPTIONS,
    PLACES,
    POLICY,
    TERMS,
    WORDING,
    WORDS,
    catalogue_gaps,
    gaps,
    keys_of,
    languages_of,
    policy_gaps,
    translated,
)

pytestmark = pytest.mark.slow  # the whole house is read again for each thing left out

ROOT = Path(__file__).parent.parent
NEW = "ms"
"""A code that calendars and the language identifier know, and this house does not yet."""

CATALOGUES = sorted(path.name for path in (ROOT / WORDING / "en").glob("*.ftl"))


def write_language(house: Path) -> None:
    """Add the language in the order of ``docs/adding.md``: its words are Indonesian, or made up."""
    words = (ROOT / WORDS / "id.toml").read_text("utf-8")
    words = words.replace('name = "Bahasa Indonesia"', 'name = "Zogian"', 1)
    words = re.sub(r"\nwords = \[[^]]*\]", '\nwords = ["zog", "zig", "zug"]', words, count=1)
    words = words.replace('week = ["minggu", ', 'week = ["zogweek", ', 1)
    (house / WORDS / f"{NEW}.toml").write_text(words, "utf-8")
    shutil.copytree(house / WORDING / "id", house / WORDING / NEW)
    for code in languages_of(house):
        with (house / WORDING / code / "web.ftl").open("a", encoding="utf-8") as catalogue:
            catalogue.write(f"web-language-{NEW} = Zogian\n")
    form = house / WORDING / NEW / "form.ftl"
    said = re.sub("form-choice-yes = .*", "form-choice-yes = Zogyes", form.read_text("utf-8"))
    form.write_text(said, "utf-8")
    policy = yaml.safe_load((house / POLICY).read_text("utf-8"))
    for _, texts in translated(policy, ""):
        texts[NEW] = texts["id"]
    (house / POLICY).write_text(yaml.safe_dump(policy, allow_unicode=True), "utf-8")
    descriptions = (house / DESCRIPTIONS).read_text("utf-8")
    section = descriptions.partition("[id]")[2].partition("\n[")[0]
    (house / DESCRIPTIONS).write_text(f"{descriptions}\n[{NEW}]{section}", "utf-8")
    terms = (house / TERMS).read_text("utf-8")
    (house / TERMS).write_text(re.sub(r"(?m)^(\|.*)\|$", r"\1| Zogian |", terms), "utf-8")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the packages, and add the language."""
    root = tmp_path_factory.mktemp("house")
    leave = shutil.ignore_patterns("__pycache__")
    for package in ("knowledge", "governance", "handlers", "docs"):
        shutil.copytree(ROOT / package, root / package, ignore=leave)
    write_language(root)
    return root


@pytest.fixture
def copy(house: Path, tmp_path: Path) -> Path:
    """Copy the places of languages, to take something away there."""
    for place in PLACES:
        if (house / place).is_dir():
            shutil.copytree(house / place, tmp_path / place)
        else:
            (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(house / place, tmp_path / place)
    return tmp_path


def test_every_language_here_is_complete() -> None:
    """And there is one list of them, whichever folder is asked."""
    assert gaps(ROOT) == []
    assert set(LOCALES) == set(LANGUAGES) == languages_of(ROOT)
    assert LOCALES[0] == LANGUAGES[0] == "en"


def test_the_new_language_is_complete(house: Path) -> None:
    """So that whatever is taken away below is what is missed."""
    assert gaps(house) == []
    assert NEW in languages_of(house)


def test_only_files_were_added(house: Path) -> None:
    """No line of code knows the new language."""
    changed = [
        path.relative_to(house)
        for path in house.rglob("*.py")
        if path.read_bytes() != (ROOT / path.relative_to(house)).read_bytes()
    ]

    assert changed == []


SPEAK = """
import json
from handlers.intent import examples
from handlers.options import choices
from handlers.register.typed_answer import parse_answer
from handlers.wording import LOCALES, wording
from governance import read_policy
from knowledge import LANGUAGES, language_of
from knowledge.text.quantities import find_quantities as find
from pathlib import Path

policy = read_policy(Path("knowledge/handbook/policy.yaml"))
question = next(each for each in policy.questions.values() if each.kind == "yes_no")
print(json.dumps({
    "locales": LOCALES,
    "languages": LANGUAGES,
    "detected": language_of("zig zog zug"),
    "yes": choices(policy, question, wording("ms-MY"))[0].label,
    "read": parse_answer(policy, question, "zogyes"),
    "week": find("2 zogweek").by_unit == find("14 days").by_unit,
    "tier": policy.tiers[1].name.to("ms"),
    "button": wording("th")("web-language-ms"),
}, default=list))
"""


@pytest.mark.slow  # another process
def test_the_new_language_is_spoken(house: Path) -> None:
    """It is detected, counted in, read and said, in a process that has nothing but the files."""
    done = subprocess.run(  # noqa: S603 - our own code, in a copy
        [sys.executable, "-c", SPEAK],
        cwd=house,
        env={"PYTHONPATH": str(house), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr == ""
    assert json.loads(done.stdout) == {
        "locales": ["en", "id", "ms", "th", "vi"],
        "languages": ["en", "id", "ms", "th", "vi"],
        "detected": "ms",
        "yes": "Zogyes",
        "read": "yes",
        "week": True,
        "tier": "Terbatas",
        "button": "Zogian",
    }


def test_without_its_words_it_is_missed(copy: Path) -> None:
    """A language that is spoken is one that is understood."""
    (copy / WORDS / f"{NEW}.toml").unlink()

    assert gaps(copy) == [f"{WORDS}/ms.toml is missing"]


@pytest.mark.parametrize("name", CATALOGUES)
def test_without_a_catalogue_it_is_missed(copy: Path, name: str) -> None:
    """Each by its name."""
    (copy / WORDING / NEW / name).unlink()

    assert f"{WORDING}/ms/{name} is missing" in gaps(copy)


@pytest.mark.parametrize("name", CATALOGUES)
def test_without_any_key_it_is_missed(copy: Path, name: str) -> None:
    """Every key of every catalogue, each by its name."""
    catalogue = copy / WORDING / NEW / name
    whole = catalogue.read_text("utf-8")
    for key in sorted(keys_of(copy / WORDING / "en" / name)):
        catalogue.write_text(re.sub(rf"(?m)^{key} =", f"{key}-gone =", whole), "utf-8")

        assert catalogue_gaps(copy, NEW, name) == [f"{WORDING}/ms/{name} has no {key}"]


@pytest.mark.parametrize("code", [*LOCALES, NEW])
def test_without_its_button_it_is_missed(copy: Path, code: str) -> None:
    """On the page of every language."""
    catalogue = copy / WORDING / code / "web.ftl"
    text = catalogue.read_text("utf-8").replace(f"web-language-{NEW} = Zogian\n", "")
    catalogue.write_text(text, "utf-8")

    assert f"{WORDING}/{code}/web.ftl has no web-language-ms" in gaps(copy)


def test_without_a_text_of_the_policy_it_is_missed(copy: Path) -> None:
    """Every text, each by its place."""
    policy = yaml.safe_load((copy / POLICY).read_text("utf-8"))
    for place, texts in list(translated(policy, "")):
        kept = texts.pop(NEW)
        assert policy_gaps(policy, NEW) == [f"{POLICY}: {place} has no ms"]
        texts[NEW] = kept


def test_without_its_terms_it_is_missed(copy: Path) -> None:
    """Whoever words the next command looks there."""
    terms = copy / TERMS
    whole = terms.read_text("utf-8")
    terms.write_text(whole.replace("| Zogian |", "|"), "utf-8")
    bare = gaps(copy)
    terms.write_text(re.sub(r"(?m)^(\| mentor .*)\| Zogian \|$", r"\1| |", whole), "utf-8")

    assert bare == [f"{TERMS} has no column Zogian"]
    assert gaps(copy) == [f"{TERMS} has no Zogian for mentor"]
