"""Options that are looked up while somebody types."""

import pytest

from governance import Database, Policy
from handlers.assistant import Assistant
from handlers.options import MAX_OPTIONS, choice_label
from handlers.wording import wording
from tests.fixtures.conversation import ARUN, BEN, SARI, Conversation, Someone, form, plain
from tests.handlers.registering import HARMLESS, register


async def ids(conversation: Conversation, source: str, query: str, as_: Someone = BEN) -> list[str]:
    """Look up what *as_* may choose."""
    person = await conversation.person(as_)
    found = await conversation.assistant.options(source, query, person=person)
    return [choice.id for choice in found]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("zap", ["zapier", "other", "not_sure"]),
        ("CHATGPT", ["chatgpt-enterprise", "chatgpt-personal", "other", "not_sure"]),
        ("no such thing", ["other", "not_sure"]),
    ],
)
async def test_a_tool_is_found_by_what_people_call_it(
    conversation: Conversation, query: str, found: list[str]
) -> None:
    """However it is capitalised; what is no tool can always be said."""
    assert await ids(conversation, "tools", query) == found


async def test_there_are_never_too_many(database: Database, assistant: Assistant) -> None:
    """With more tools than a menu holds, the last two are still what is no tool."""
    policy: Policy = assistant.policy
    many = [policy.tools[0].model_copy(update={"id": f"tool-{n}"}) for n in range(150)]
    assistant.policy = policy.model_copy(update={"tools": tuple(many)})
    found = await ids(Conversation(assistant, database), "tools", "")

    assert len(found) == MAX_OPTIONS
    assert found[-2:] == ["other", "not_sure"]


async def test_people_find_the_solutions_they_may_read(conversation: Conversation) -> None:
    """By a part of the name or by the number: makers their own, reviewers all."""
    for someone, name in ((BEN, "Invoice reader"), (SARI, "Menu 100%"), (SARI, "Menu 1000")):
        await register(conversation, {**HARMLESS, "name": name}, as_=someone)

    assert await ids(conversation, "solutions", "", ARUN) == ["SOL-0003", "SOL-0002", "SOL-0001"]
    assert await ids(conversation, "solutions", "INVOICE", ARUN) == ["SOL-0001"]
    assert await ids(conversation, "solutions", "100%", ARUN) == ["SOL-0002"]
    assert await ids(conversation, "solutions", "sol-0003", ARUN) == ["SOL-0003"]
    assert await ids(conversation, "solutions", "1", SARI) == ["SOL-0003", "SOL-0002"]
    assert await ids(conversation, "solutions", "", BEN) == ["SOL-0001"]
    assert await ids(conversation, "secrets", "", ARUN) == []


async def test_a_reviewer_finds_and_opens_a_solution(conversation: Conversation) -> None:
    """What does not exist, or is not theirs to read, is said at the field."""
    await register(conversation, HARMLESS)
    await conversation.say("/solutions", as_=ARUN)
    [field] = form(await conversation.press("solutions.find", as_=ARUN)).fields
    wrong = form(await conversation.submit({"solution": "SOL-0099"}, as_=ARUN)).fields
    opened = plain(await conversation.submit({"solution": "sol-0001"}, as_=ARUN))
    await conversation.say("/solutions", as_=SARI)

    assert field.kind == "choice"
    assert field.source == "solutions"
    assert wrong[0].error == "Please choose one of the options shown."
    assert "SOL-0001 · Menu reader" in opened


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", ["Yes", "No", "Another tool"]),
        ("id", ["Ya", "Tidak", "Alat lain"]),
        ("th", ["ใช่", "ไม่ใช่", "เครื่องมืออื่น"]),
        ("vi", ["Có", "Không", "Công cụ khác"]),
    ],
)
def test_what_every_policy_offers_is_said_in_each_language(locale: str, said: list[str]) -> None:
    """No policy words these choices."""
    assert [choice_label(each, None, wording(locale)) for each in ("yes", "no", "other")] == said
