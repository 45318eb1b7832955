"""Answers that a language model writes, and what becomes of those it does not."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from governance import Database, Policy
from handlers.assistant import Assistant
from handlers.intent import Intents
from handlers.reply import Text
from handlers.turn import Said
from knowledge import Embedder, Handbook, LanguageModel
from tests.fixtures.conversation import SARI, Conversation, plain
from tests.fixtures.handbooks import STARTER
from tests.fixtures.models import Script, ScriptedModel, answer_in_json, sentence

IN_FORCE = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
"""A day on which every page of the starter handbook is in force."""

CHATGPT = "Which data may ChatGPT Enterprise see?"
RULED = "May I put customer e-mails into ChatGPT?"
REVIEW = "How long does a review take?"


@pytest.fixture
async def talk(  # noqa: PLR0913 - all that a talk needs
    *,
    database: Database,
    policy: Policy,
    intents: Intents,
    e5: Embedder,
    starter_home: Path,
    model: LanguageModel,
) -> AsyncIterator[Conversation]:
    """A conversation in which a language model writes the answers."""
    handbook = Handbook(STARTER, home=starter_home, embedder=e5, model=model)
    await handbook.refresh()
    yield Conversation(Assistant(database, handbook, policy, intents), database, IN_FORCE)
    await handbook.close()


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (
            Script(status=500, headers={"Retry-After": "0"}),
            "Model bahasa belum bisa membantu kali ini",
        ),
        (Script("Semua orang boleh melihat semua data."), "tidak dapat dibuktikan"),
    ],
)
async def test_an_answer_without_the_model_says_so(
    talk: Conversation, scripted: ScriptedModel, script: Script, said: str
) -> None:
    """Quietly, below the handbook's own sentences, in the person's language."""
    scripted.say(script)
    reply = plain(await talk.say(CHATGPT, as_=SARI))

    assert "never restricted data.** Conversations in our ChatGPT Enterprise workspace" in reply
    assert said in reply


async def test_an_answer_can_be_read_while_it_is_being_written(
    talk: Conversation, scripted: ScriptedModel
) -> None:
    """Sentence by sentence; what the rules decide is never preceded by what a model makes of it."""
    sentences = {
        "How long a review takes": "You hear back on a limited solution within 3 working days",
        "ChatGPT Enterprise": "ChatGPT Enterprise may see public, internal and confidential data",
    }
    scripted.answers = lambda body: Script(
        answer_in_json(
            *(
                sentence(body, f"{said}.", heading)
                for heading, said in sentences.items()
                if f"{heading}\n" in body["messages"][-1]["content"]
            )
        )
    )
    shown: dict[str, list[str]] = {RULED: [], REVIEW: []}
    for question, taken in shown.items():
        turn = await talk.turn(Said(question))
        await talk.assistant.respond(turn, on_text=taken.append)

    assert shown[RULED] == []
    assert shown[REVIEW][0] == f"{sentences['How long a review takes']}. [1]"
    assert len(scripted.asked) == len(shown)


async def test_who_wrote_an_answer_is_known_to_every_channel(
    talk: Conversation, scripted: ScriptedModel
) -> None:
    """A model's words are a model's, and the handbook's own are not."""
    said = "ChatGPT Enterprise may never see restricted data."
    scripted.answers = lambda body: Script(
        answer_in_json(sentence(body, said, "ChatGPT Enterprise"))
    )
    written = await talk.say(CHATGPT)
    scripted.answers = lambda _: Script("Everybody may see everything.")
    quoted = await talk.say(CHATGPT)
    texts = [each for reply in (written, quoted) for each in reply.blocks if isinstance(each, Text)]

    assert [(said in each.markdown, each.by_model) for each in texts] == [
        (True, True),
        (False, False),
    ]
