"""Options that are looked up while somebody types: of tools, and of solutions."""

from governance import (
    NOT_SURE,
    Database,
    Localised,
    Person,
    Policy,
    Question,
    list_choices,
)
from handlers.files import READER_ROLES
from handlers.form import Choice
from handlers.wording import Wording, wording

MAX_OPTIONS = 100
"""How many options are given; whoever does not see theirs types another letter."""

TOOLS, SOLUTIONS = "tools", "solutions"
"""What can be looked up: the ``source`` of a field."""


async def options(
    source: str, query: str, *, person: Person, database: Database, policy: Policy
) -> tuple[Choice, ...]:
    """List what *person* may choose from a *source*, by what they have typed so far."""
    match source:
        case "tools":
            return _tools(query, person, policy)
        case "solutions":
            return await _solutions(query, person, database)
        case _:
            return ()


def tools(policy: Policy, locale: str) -> tuple[Choice, ...]:
    """List every tool, another one, and "not sure" last."""
    question = next((each for each in policy.questions.values() if each.kind == "tool"), None)
    if question is None:
        return ()
    return choices(policy, question, wording(locale))


def choices(policy: Policy, question: Question, words: Wording) -> tuple[Choice, ...]:
    """List the choices of *question* in one language, "not sure" last."""
    listed = list_choices(policy, question)
    return (
        *(Choice(id_, choice_label(id_, label, words)) for id_, label in listed),
        Choice(NOT_SURE, words("form-not-sure")),
    )


def choice_label(id_: str, label: Localised | None, words: Wording) -> str:
    """Say a choice in one language; what the policy has no label for is said by the catalogue."""
    return label.to(words.locale) if label else words(f"form-choice-{id_}")


def _tools(query: str, person: Person, policy: Policy) -> tuple[Choice, ...]:
    """Find tools by what people call them; what is no tool is always there."""
    wanted = query.casefold().strip()
    names = {
        tool.id: (tool.name, *(name for called in tool.also_called.values() for name in called))
        for tool in policy.tools
    }
    found = [
        choice
        for choice in tools(policy, person.locale)
        if choice.id not in names or any(wanted in name.casefold() for name in names[choice.id])
    ]
    return tuple(found[: MAX_OPTIONS - 2] + found[MAX_OPTIONS - 2 :][-2:])


async def _solutions(query: str, person: Person, database: Database) -> tuple[Choice, ...]:
    owner = None if READER_ROLES & person.roles else person
    async with database.reading() as records:
        found = await records.registry.search(query.strip(), owner=owner, limit=MAX_OPTIONS)
    return tuple(Choice(each.reference, f"{each.reference} · {each.name}") for each in found)
