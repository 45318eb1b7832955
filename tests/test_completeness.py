"""Nothing that belongs in a catalogue is missing from it: commands, refusals, words, buttons."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import walk_packages

import pytest
from babel import Locale
from fluent.syntax import ast as ftl
from fluent.syntax import parse, visitor

import governance
import handlers
import knowledge
from governance import GovernanceError
from handlers.assistant import COMMANDS
from handlers.failures import INSTEAD, WORDS, explain
from handlers.intent import MEANINGS
from handlers.turn import Command
from handlers.wording import LOCALES, wording
from knowledge import KnowledgeError

HANDLERS = Path(handlers.__file__).parent
ROOT = HANDLERS.parent
CATALOGUES = sorted(path.name for path in (HANDLERS / "wording" / "en").glob("*.ftl"))
SPEAKERS = sorted([*HANDLERS.rglob("*.py"), *(ROOT / "bot").rglob("*.py")])
"""Every module that may use words."""

PAGE = sorted(path for path in (ROOT / "bot").rglob("*") if path.suffix in {".js", ".html"})
"""What the web page says by itself."""

KEY = re.compile(rf"^(?:{'|'.join(name.removesuffix('.ftl') for name in CATALOGUES)})-[a-z0-9-]+$")
ACTION = re.compile(rf"^(?:{'|'.join(command.name for command in COMMANDS)})\.[a-z-]+$")
FACTS_OF_CHOICE = {"current"}
"""Facts that pick a sentence, which a language may phrase as one."""


@cache
def entries(locale: str) -> dict[str, ftl.Message]:
    """Read every message of a language, from its files; to be looked at only."""
    found: dict[str, ftl.Message] = {}
    for path in sorted((HANDLERS / "wording" / locale).glob("*.ftl")):
        body = parse(path.read_text(encoding="utf-8")).body
        messages = [entry for entry in body if isinstance(entry, ftl.Message)]
        for message in messages:
            assert message.id.name not in found, f"{message.id.name} is said twice"
            found[message.id.name] = message
    return found


def facts(message: ftl.Message) -> set[str]:
    """Name the facts a message uses."""

    class Facts(visitor.Visitor):
        def __init__(self) -> None:
            self.names: set[str] = set()

        def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the name is Fluent's
            self.names.add(node.id.name)

    looking = Facts()
    looking.visit(message)
    return looking.names


def variants(message: ftl.Message) -> list[ftl.Variant]:
    """List the forms a message chooses from."""

    class Variants(visitor.Visitor):
        def __init__(self) -> None:
            self.found: list[ftl.Variant] = []

        def visit_Variant(self, node: ftl.Variant) -> None:  # noqa: N802 - the name is Fluent's
            self.found.append(node)

    looking = Variants()
    looking.visit(message)
    return looking.found


def said(message: ftl.Message) -> str:
    """Give a message without its facts."""
    parts = message.value.elements if message.value else []
    return " ".join(part.value for part in parts if isinstance(part, ftl.TextElement))


def strings(source: str) -> Iterator[str]:
    """Give every string in a module; the changing parts of an f-string as a NUL character.

    What only names a message or a log event is no word for people and no button.
    """
    tree = ast.parse(source)
    inside = {
        id(part)
        for node in ast.walk(tree)
        for part in (
            [node.value]
            if isinstance(node, ast.keyword) and node.arg == "kind"
            else node.values
            if isinstance(node, ast.JoinedStr)
            else node.args[:1]
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("log.")
            else []
        )
    }
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in inside:
                yield text
            case ast.JoinedStr(values=values) if id(node) not in inside:
                yield "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "\0" for part in values
                )


@cache
def texts_used() -> frozenset[str]:
    """Read every text that a module may use as words."""
    found = (strings(path.read_text(encoding="utf-8")) for path in SPEAKERS)
    return frozenset(text for texts in found for text in texts)


ON_THE_PAGE = {
    word
    for path in PAGE
    for word in re.findall(r"[a-z][a-z0-9-]+", path.read_text(encoding="utf-8"))
}
REFUSALS = [
    refusal
    for package in (governance, knowledge)
    for refusal in (getattr(package, name) for name in package.__all__)
    if isinstance(refusal, type) and issubclass(refusal, Exception)
    if refusal is not knowledge.QuestionSetInvalidError  # whoever measures meets it, nobody asking
]
"""Every refusal that a package lets out into a conversation."""


def test_every_command_module_is_in_the_catalogue() -> None:
    """A command that is not listed is one that nobody can use."""
    modules = [import_module(each.name) for each in walk_packages(handlers.__path__, "handlers.")]
    written = {
        module.COMMAND.name
        for module in modules
        if isinstance(getattr(module, "COMMAND", None), Command)
    }

    assert written == {command.name for command in COMMANDS}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_can_be_listed_and_meant(command: Command, locale: str) -> None:
    """Help needs a summary and examples, plain language its sentences and a name."""
    words = wording(locale)

    assert words(f"{command.name}-summary")
    assert words.lines(f"{command.name}-examples")
    assert words(f"intent-name-{command.name}")
    assert command.name in MEANINGS


@pytest.mark.parametrize("meaning", MEANINGS)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_meaning_has_a_dozen_sentences(locale: str, meaning: str) -> None:
    """Fewer would not tell it from the others."""
    assert len(wording(locale).lines(f"intent-{meaning}")) >= 12


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.__name__)
def test_every_refusal_has_words_of_its_own_or_its_parents(refusal: type[Exception]) -> None:
    """The words of the root are for nothing in particular."""
    roots = {GovernanceError, KnowledgeError}
    kinds = [kind for kind in refusal.__mro__ if kind not in roots or kind is refusal]

    assert any(kind in WORDS for kind in kinds)


def test_every_command_is_held_apart_from_the_others() -> None:
    """The contract that keeps commands from importing each other lists them by name."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    [contract] = [each for each in contracts["contracts"] if each["name"].startswith("Commands do")]
    modules = {".".join(command.start.__module__.split(".")[:2]) for command in COMMANDS}

    assert set(contract["modules"]) == modules


@pytest.mark.parametrize("refusal", WORDS, ids=lambda refusal: refusal.__name__)
def test_every_refusal_carries_the_facts_of_its_words(refusal: type[Exception]) -> None:
    """A sentence with a hole in it would be a crash."""
    parameters = ast.parse(Path(ROOT / f"{refusal.__module__.replace('.', '/')}.py").read_text())
    kept = {
        target.attr
        for kind in ast.walk(parameters)
        if isinstance(kind, ast.ClassDef) and kind.name in {k.__name__ for k in refusal.__mro__}
        for node in ast.walk(kind)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Attribute)
    }

    assert facts(entries("en")[WORDS[refusal]]) <= kept


def test_what_helps_instead_of_a_refusal_exists() -> None:
    """Its label has words and its action a command."""
    for label, action in INSTEAD.values():
        assert wording()(label)
        assert is_known(action)


def test_a_refusal_without_words_of_its_own_has_its_parents() -> None:
    """A new kind is never silent."""

    class EvenNewerError(GovernanceError):
        pass

    assert explain(EvenNewerError(), wording(), zone="Asia/Jakarta").blocks


@pytest.mark.parametrize("locale", LOCALES[1:])
def test_every_language_has_the_same_keys_and_facts(locale: str) -> None:
    """Nobody meets a hole in their own language."""
    here, there = entries(LOCALES[0]), entries(locale)

    assert set(there) == set(here)
    assert {key: facts(there[key]) - FACTS_OF_CHOICE for key in there} == {
        key: facts(here[key]) - FACTS_OF_CHOICE for key in here
    }


def test_every_folder_of_words_is_a_language_with_the_same_files() -> None:
    """A language is listed, or it is not there at all."""
    folders = {path.name for path in (HANDLERS / "wording").iterdir() if path.is_dir()}
    found = {
        locale: sorted(path.name for path in (HANDLERS / "wording" / locale).glob("*.ftl"))
        for locale in LOCALES
    }

    assert folders - {"__pycache__"} == set(LOCALES)
    assert found == dict.fromkeys(LOCALES, CATALOGUES)


@pytest.mark.parametrize("locale", LOCALES)
def test_plurals_are_those_of_the_language(locale: str) -> None:
    """A form that a language has not is never said, and one that is missing leaves a hole."""
    forms = {
        variant.key.name
        for message in entries(locale).values()
        for variant in variants(message)
        if isinstance(variant.key, ftl.Identifier)
        and variant.key.name in {"zero", "one", "two", "few", "many", "other"}
    }

    assert forms <= set(Locale.parse(locale).plural_form.tags) | {"other"}


@pytest.mark.parametrize("locale", LOCALES[1:])
def test_nothing_is_left_in_english(locale: str) -> None:
    """A sentence of four words or more that is the same in both was forgotten."""
    here, there = entries(LOCALES[0]), entries(locale)
    forgotten = [
        key
        for key in here
        if len(re.findall(r"[a-z]{2,}", said(here[key]))) > 3
        and said(here[key]) == said(there[key])
    ]

    assert forgotten == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_key_begins_with_the_word_of_its_file(locale: str) -> None:
    """So that two files never say the same thing."""
    for name in CATALOGUES:
        text = (HANDLERS / "wording" / locale / name).read_text(encoding="utf-8")
        keys = re.findall(r"^([a-z][a-z0-9-]*) =", text, flags=re.MULTILINE)

        assert all(key.startswith(f"{name.removesuffix('.ftl')}-") for key in keys)


def test_every_word_used_is_written() -> None:
    """What looks like a key is one."""
    used = {text for text in texts_used() if KEY.match(text)}

    assert used <= set(entries("en"))


def test_every_word_written_is_used() -> None:
    """Words nobody says are words nobody checks."""
    patterns = [
        re.compile(".+".join(map(re.escape, text.split("\0"))))
        for text in texts_used()
        if re.search(r"[a-z]-\0|\0-[a-z]", text)
    ]
    unused = {
        key
        for key in entries("en")
        if key not in texts_used()
        and key not in ON_THE_PAGE
        and not any(pattern.fullmatch(key) for pattern in patterns)
    }

    assert unused == set()


def is_known(action: str) -> bool:
    """Tell whether some command answers to *action*."""
    name, _, verb = action.partition(".")
    return any(
        command.name == name and (verb == "start" or verb in command.verbs) for command in COMMANDS
    )


def test_every_button_leads_somewhere() -> None:
    """An action written anywhere is one that a command answers to."""
    actions = {text for text in texts_used() if ACTION.match(text)}

    assert "register.confirm" in actions
    assert {action for action in actions if not is_known(action)} == set()


def test_a_button_that_leads_nowhere_is_found() -> None:
    """Neither an unknown verb nor an unknown command."""
    assert not is_known("home.away")
    assert not is_known("away.start")


def test_the_catalogue_lists_no_command_twice() -> None:
    """Two of one name would hide each other."""
    names = sorted(command.name for command in COMMANDS)

    assert all(one != other for one, other in pairwise(names))
