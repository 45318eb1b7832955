"""What the rules say first: the set of questions, and how it stands before an answer."""

import json
import re
from collections.abc import Iterator

import pytest

from governance import Policy
from handlers.ask.policy_answer import ruling_on
from handlers.ask.policy_wording import ruling_in_words
from handlers.reply import Sources, Text
from handlers.turn import Said
from handlers.wording import LOCALES, wording
from tests.fixtures.conversation import SARI, Conversation, plain
from tests.fixtures.handbooks import ROOT
from tests.handlers.ask.test_ask import IN_FORCE

EVALS = ROOT / "tests" / "evals"
LEAST_RULED = 0.8


def questions() -> Iterator[tuple[str, str, str | None]]:
    """Read the questions about what is allowed, each with its language and what is to be said."""
    for line in (EVALS / "rulings.jsonl").read_text(encoding="utf-8").splitlines():
        each = json.loads(line)
        yield each["question"], each["lang"], each["ruling"]


@pytest.fixture
def conversation(conversation: Conversation) -> Conversation:
    """A conversation while the starter handbook is in force."""
    conversation.at = IN_FORCE
    return conversation


def test_the_rules_are_never_wrong_and_seldom_silent(policy: Policy) -> None:
    """In four languages; a question that is no such question, or not clear, gets no ruling."""
    told = {asked: ruling_on(asked, policy) for asked, _, _ in questions()}
    said = {asked: ruling.outcome.value for asked, ruling in told.items() if ruling}
    due = {asked: outcome for asked, _, outcome in questions() if outcome}

    assert {asked: each for asked, each in said.items() if due.get(asked) != each} == {}
    assert len(said) >= LEAST_RULED * len(due)


def test_the_set_has_every_language_and_every_outcome() -> None:
    """And as many traps as tell whether the rules keep silent."""
    kinds = {(lang, outcome) for _, lang, outcome in questions()}

    assert len({asked for asked, _, _ in questions()}) >= 60
    assert kinds == {(lang, each) for lang in LOCALES for each in ("yes", "no", "conditions", None)}


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
def test_every_ruling_of_the_set_has_words(policy: Policy, locale: str) -> None:
    """In each language, without a hole."""
    rulings = [ruling for asked, _, _ in questions() if (ruling := ruling_on(asked, policy))]

    assert all(ruling_in_words(ruling, wording(locale)) for ruling in rulings)


async def test_the_outcome_comes_before_the_pages_with_its_clause(
    conversation: Conversation,
) -> None:
    """Then what was always said, with its own sources."""
    reply = await conversation.say("May I use customer e-mails in ChatGPT?")
    text = next(block for block in reply.blocks if isinstance(block, Text)).markdown
    sources = next(block for block in reply.blocks if isinstance(block, Sources)).sources

    assert text.startswith(
        "That depends on the tool. For Confidential data: yes (ChatGPT Enterprise); "
        "no (ChatGPT free or personal account). “customer e-mails” counts as Confidential data. ["
    )
    assert "Customer names, contact details and orders are confidential" in text
    assert {
        "/handbook/approved-tools#chatgpt-enterprise",
        "/handbook/approved-tools#personal-accounts-and-free-versions",
    } <= {source.path for source in sources}
    assert [source.n for source in sources] == list(range(1, len(sources) + 1))
    assert all(f"[{source.n}]" in text for source in sources)


async def test_the_outcome_is_in_the_askers_language(conversation: Conversation) -> None:
    """Like all words around the pages' own."""
    said = plain(await conversation.say("boleh masukkan slip gaji ke Zapier?", as_=SARI))

    assert said.startswith("Tidak: Zapier tidak boleh melihat data Sangat rahasia.")


async def test_the_clauses_of_a_ruling_are_kept_with_the_question(
    conversation: Conversation,
) -> None:
    """So that a later change can find who relied on them."""
    await conversation.say("May AppSheet see salaries?")
    turn = await conversation.turn(Said("Anything"))
    async with conversation.database.reading() as records:
        (asked,) = await records.questions.list_recent(turn.person, turn.place.name, since=IN_FORCE)

    assert "approved-tools#appsheet" in [clause for clause, _ in asked.cited]


async def test_no_rule_speaks_before_it_is_in_force(conversation: Conversation) -> None:
    """Nor where nobody may see the page that states it."""
    conversation.at = IN_FORCE.replace(year=2026, month=3)

    assert "AppSheet may not see" not in plain(await conversation.say("May AppSheet see salaries?"))


@pytest.mark.parametrize("locale", LOCALES)
def test_no_sentence_has_two_colons(policy: Policy, locale: str) -> None:
    """Why a rule holds stands in sentences of its own."""
    asked = (
        "May I put supplier contracts into n8n?",
        "Can Otter.ai see customer names?",
        "may I build a chatbot that answers customers?",
    )
    said = [
        ruling_in_words(ruling, wording(locale))
        for each in asked
        if (ruling := ruling_on(each, policy))
    ]

    assert len(said) == len(asked)
    sentences = [each for text in said for each in text.replace("\n", " ").split(". ")]
    assert not [each for each in sentences if each.count(": ") > 1]


async def test_clauses_are_numbered_as_they_are_cited_and_named_once(
    conversation: Conversation,
) -> None:
    """In the reply from top to bottom, whichever of them is shown; no other list repeats one."""
    for question in (
        "May I put customer phone numbers into ChatGPT?",
        "bolehkah nama pelanggan masuk ke ChatGPT?",
        "may our agent answer customers by itself?",
        "may we put customer data into Zapier?",
        "payslips, Zapier and ChatGPT Enterprise",
    ):
        reply = await conversation.say(question)
        text = "\n".join(block.markdown for block in reply.blocks if isinstance(block, Text))
        named = list(dict.fromkeys(re.findall(r"\[(\d+)\]", text)))
        listed = [block.sources for block in reply.blocks if isinstance(block, Sources)]
        paths = [source.path for each in listed for source in each]

        assert named, question
        assert named == [str(n) for n in range(1, len(named) + 1)], question
        assert [source.n for source in listed[0]] == sorted(source.n for source in listed[0])
        assert len(paths) == len(set(paths)), question
