"""What a case offers is never refused: every button, pressed at once, by whoever is shown it."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from governance import Database, Policy
from handlers.assistant import Assistant
from handlers.form import ChoiceField, ChoicesField, FileField, Form, PersonField, Value
from handlers.intent import Intents
from handlers.reply import Button, Notice, Reply, Tone
from handlers.turn import Pressed, Submitted
from knowledge import Handbook
from tests.fixtures.conversation import SARI, Conversation, Someone, buttons, form, plain
from tests.handlers.review.kinds_of_cases import CASES, LOOKING, who_looks

OPENERS = frozenset(
    f"{command}.{verb}"
    for command in ("review", "solutions")
    for verb in (
        *(
            "giving",
            "leaving",
            "approving",
            "overriding",
            "asking",
            "rejecting",
            "commenting",
            "lifting",
        ),
        *("pausing", "answering", "meeting", "hurrying", "appealing", "backing", "offering"),
        *("evidence", "removing"),
    )
)
"""What asks for more before anything is done: it is to show a form."""

OF_A_CASE = ("review.", "solutions.")
"""What is pressed here; registering, training and office hours have tests of their own."""


PAGES = frozenset({"review.open", "solutions.open"})
OWN_PAGE = ("solutions.open", "SOL-0001")

READS = frozenset({"review.start", "solutions.start", "solutions.mine", "solutions.find"})
"""What only lists, for whoever asks."""


@pytest.fixture
def file(sqlite_template: Path, sqlite_folder: Path) -> Path:
    """The file that a case is in."""
    return Path(shutil.copyfile(sqlite_template, sqlite_folder / f"{uuid4().hex}.db"))


@pytest_asyncio.fixture
async def talk(
    file: Path, starter: Handbook, policy: Policy, intents: Intents
) -> AsyncIterator[Conversation]:
    """A conversation in which everybody who looks is known.

    The rights are the same on both engines, so one of them is enough here.
    """
    database = Database.at(f"sqlite:///{file}")
    talk = Conversation(Assistant(database, starter, policy, intents), database)
    for someone in LOOKING.values():
        await talk.person(someone)
    yield talk
    await database.close()


@dataclass(slots=True)
class Rehearsal:
    """A case that was brought about once, in a *file*, and is put back before every press."""

    talk: Conversation
    file: Path

    async def keep(self) -> None:
        """Remember how things are."""
        await self.talk.database.close()
        shutil.copyfile(self.file, self._kept)

    async def put_back(self) -> None:
        """Make things as they were; the engine stays, with the statements that it knows."""
        await self.talk.database.close()
        shutil.copyfile(self._kept, self.file)
        self.talk.last.clear()

    @property
    def _kept(self) -> Path:
        return self.file.with_suffix(".kept")


def answer(shown: Form) -> dict[str, Value]:
    """Fill a form in as anybody would: the first choice, a few words, another person."""
    found: dict[str, Value] = {}
    for each in shown.fields:
        match each:
            case ChoiceField():
                found[each.name] = each.value or each.choices[0].id
            case ChoicesField():
                found[each.name] = each.value or (each.choices[0].id,)
            case PersonField():
                found[each.name] = SARI.email
            case FileField():
                found[each.name] = ("https://proof.example/1",)
            case _:
                found[each.name] = each.value or "Because of this."
    return found


def refusals(reply: Reply) -> Iterator[str]:
    """Name what a reply refuses with: a notice at its top to be careful, or a form again."""
    if reply.blocks and isinstance(first := reply.blocks[0], Notice) and first.tone is Tone.CAREFUL:
        yield first.markdown
    for block in reply.blocks:
        if isinstance(block, Form):
            yield from (f"{each.name}: {each.error}" for each in block.fields if each.error)


async def press(talk: Conversation, button: Button, by: Someone) -> list[str]:
    """Press a button, and submit the form that it shows; say what was refused."""
    with capture_logs() as logs:
        reply = await talk.do(Pressed(button.action, button.value), by)
        found = list(refusals(reply))
        if button.action in OPENERS:
            if not any(isinstance(block, Form) for block in reply.blocks):
                return [*found, f"no form: {plain(reply)[:200]}"]
            shown = form(reply)
            reply = await talk.do(Submitted(shown.action, shown.key, answer(shown)), by)
            found += refusals(reply)
    failed = [each for each in logs if each["event"] in {"turn.refused", "turn.failed"}]
    found += [str(each.get("refusal", each["event"])) for each in failed]
    async with talk.database.reading() as records:
        entries = await records.audit.list_for("SOL-0001")
    is_noted = any(each.action == "attempt.refused" for each in entries[-1:])
    return [*found, *(["on the record"] if is_noted else [])]


async def offered_to(talk: Conversation, someone: Someone) -> tuple[list[Button], list[str]]:
    """Find what somebody is offered: in their list, in what they were told, on both pages.

    Opening a page that was offered is tried at once; give what was refused of that, too.
    """
    lists = [await talk.say(text, as_=someone) for text in ("/review", "/solutions")]
    told = (await talk.received(someone))[-1:]  # what it offers beside a page may be done by now
    pages, refused = lists.copy(), list[str]()
    shown = {(each.action, each.value) for page in (*lists, *told) for each in buttons(page)}
    opened = {each for each in shown if each[0] in PAGES}
    for action, value in opened:
        page = await talk.do(Pressed(action, value), someone)
        pages.append(page)
        refused += [f"{action} {value}: {why}" for why in refusals(page)]
    for action, value in {("review.open", "1"), ("review.open", "2"), OWN_PAGE} - opened:
        pages.append(await talk.do(Pressed(action, value), someone))
    found = {(each.action, each.value): each for page in pages for each in buttons(page)}
    wanted = [each for each in found.values() if each.action.startswith(OF_A_CASE)]
    return [each for each in wanted if each.action not in PAGES | READS], refused


@pytest.mark.slow
@pytest.mark.parametrize("bring_about", CASES, ids=lambda each: each.__name__)
async def test_what_is_offered_is_not_refused(
    bring_about: Callable[[Conversation], Awaitable[None]], talk: Conversation, file: Path
) -> None:
    """Whoever looks, at whatever kind of case: each button does what it says."""
    await bring_about(talk)
    rehearsal = Rehearsal(talk, file)
    await rehearsal.keep()
    refused: list[str] = []
    for what, someone in who_looks(bring_about).items():
        await rehearsal.put_back()
        offers, closed = await offered_to(talk, someone)
        refused += [f"{what}: {why}" for why in closed]
        for button in offers:
            await rehearsal.put_back()
            why = await press(talk, button, someone)
            if why:
                refused.append(f"{what}: {button.action} {button.value} “{button.label}”: {why}")

    assert not refused, "\n".join(refused)
