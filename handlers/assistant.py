"""A turn in, a reply out: finds the command, runs it in one transaction, and never stays silent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from uuid import uuid4

import structlog
from pydantic import TypeAdapter, ValidationError
from structlog.contextvars import bound_contextvars

from governance import AskedQuestion, Database, Draft, GovernanceError, Office, Person, Policy
from handlers import (
    ask,
    channel,
    home,
    office_hours,
    register,
    review,
    showcase,
    solutions,
    training,
)
from handlers import help as help_
from handlers.drafts import command_of, waiting
from handlers.failures import broken, explain
from handlers.files import Download, Upload, fetch, receive
from handlers.form import Choice
from handlers.intent import LONGEST as LONGEST_SENTENCE
from handlers.intent import WONDER, Intents, Meaning, has_question_mark
from handlers.options import options
from handlers.reply import Button, Buttons, Notice, Reply
from handlers.searching import Sought, search_handbook, search_solutions
from handlers.traces import write_down_failure
from handlers.turn import Command, Desk, Fit, Handle, OnText, Pressed, Said, Submitted, Turn
from handlers.wording import Wording, wording
from knowledge import Handbook, KnowledgeError, masked

log = structlog.get_logger()

COMMANDS: tuple[Command, ...] = (
    ask.COMMAND,
    register.COMMAND,
    solutions.COMMAND,
    office_hours.COMMAND,
    review.COMMAND,
    training.COMMAND,
    showcase.COMMAND,
    channel.COMMAND,
    home.COMMAND,
    help_.COMMAND,
)
"""Everything the assistant can do, in the order that help lists it."""

LONG_AGO = timedelta(minutes=30)
"""A question older than this is not what "and for contractors?" refers to; no form asks longer."""

_TURN: TypeAdapter[Turn] = TypeAdapter(Turn)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of a turn in the inbox.

    A turn that is not new is not answered again; *reply* is what the first one got, or nothing
    while it is still being answered.
    """

    is_new: bool
    reply: Reply | None


@dataclass(frozen=True, slots=True)
class Route:
    """Where a turn goes: the command's handle, the turn as it takes it, the meaning if guessed."""

    command: str
    handle: Handle
    turn: Turn
    meaning: Meaning | None = None


class _AnsweredMeanwhileError(Exception):
    """The same turn got its answer elsewhere while this one was made; *reply* is that answer.

    Raised within the transaction, so that whatever this one did is undone.
    """

    def __init__(self, reply: Reply) -> None:
        super().__init__("answered meanwhile")
        self.reply = reply


@dataclass(slots=True)
class Assistant:
    """Answers turns, one transaction each. *policy* is replaced when the folder changes."""

    database: Database
    handbook: Handbook
    policy: Policy
    intents: Intents
    commands: tuple[Command, ...] = COMMANDS

    async def accept(self, turn: Turn) -> Accepted:
        """Write *turn* down before anything is done about it; a repeat is recognised here."""
        async with self.database.transaction() as office:
            accepted = await office.inbox.accept(
                turn.place.channel,
                turn.id,
                person_id=turn.person.id,
                turn=_TURN.dump_json(turn).decode(),
                at=turn.at,
            )
        reply = Reply.from_json(accepted.reply) if accepted.reply else None
        return Accepted(accepted.is_new, reply)

    async def receive(self, person: Person, upload: Upload, *, at: datetime) -> str:
        """Take a file that *person* hands in, and give what stands for it in a form's values."""
        return await receive(self.database, person, upload, at=at)

    async def fetch(self, person: Person, key: str) -> Download:
        """Give a file that was kept to somebody who may read it.

        Raises:
            EvidenceNotFoundError: If there is none, or none for *person*.
        """
        return await fetch(self.database, person, key)

    async def options(self, source: str, query: str, *, person: Person) -> tuple[Choice, ...]:
        """List what *person* may choose from a field's *source*, by what they have typed so far."""
        return await options(
            source, query, person=person, database=self.database, policy=self.policy
        )

    async def search(self, sought: Sought, text: str, *, person: Person, at: datetime) -> Reply:
        """List what *person* finds, to be put into a message elsewhere; nothing is written down."""
        if sought == "handbook":
            return await search_handbook(text, person=person, handbook=self.handbook, at=at)
        return await search_solutions(text, person=person, database=self.database)

    async def respond(self, turn: Turn, *, on_text: OnText | None = None) -> Reply:
        """Answer *turn*; whatever happens, the person gets a reply.

        A channel that can show an answer while it is being written gives *on_text* for it.
        """
        return await self._respond(turn, owed=False, on_text=on_text)

    async def resume(self, *, before: datetime, at: datetime) -> int:
        """Answer, now, the turns accepted *before* and never answered; say how many.

        Nobody waits on a page for these any more, so the replies are owed through the outbox.
        """
        async with self.database.transaction() as office:
            waiting = await office.inbox.unanswered(before=before)
        turns = [turn for accepted in waiting if (turn := _read(accepted.turn))]
        for turn in turns:
            await self._respond(replace(turn, at=at), owed=True)
        return len(turns)

    async def _respond(self, turn: Turn, *, owed: bool, on_text: OnText | None = None) -> Reply:
        words = wording(turn.person.locale)
        with bound_contextvars(turn=turn.id, channel=turn.place.channel):
            try:
                return await self._answer(turn, words, owed=owed, on_text=on_text)
            except _AnsweredMeanwhileError as meanwhile:
                return meanwhile.reply
            except (GovernanceError, KnowledgeError) as refusal:
                log.info("turn.refused", refusal=type(refusal).__name__)
                reply = explain(refusal, words, zone=turn.person.zone)
            except Exception as error:  # noqa: BLE001 - the last resort: nobody is left without an answer
                incident = uuid4().hex[:8]
                write_down_failure("turn.failed", error, incident=incident)
                reply = broken(incident, words)
            await self._close(turn, reply, owed=owed)
            return reply

    async def _answer(
        self, turn: Turn, words: Wording, *, owed: bool, on_text: OnText | None
    ) -> Reply:
        """Run the command, and write its reply down in the transaction of what it did."""
        before, asking = await self._recall(turn)
        route = await self._route(turn, asking)
        left = asking if asking and _leaves(route, turn, asking) else None
        if left:  # for good, even if the command refuses
            async with self.database.transaction() as office:
                await office.drafts.leave(left)
        async with self.database.transaction() as office:
            desk = Desk(office, self.handbook, self.policy, words, before, self.commands, on_text)
            reply = await route.handle(route.turn, desk)
            if route.meaning and route.command not in (ask.COMMAND.name, help_.COMMAND.name):
                reply = await _with_undo(reply, turn, desk, route.meaning)
            if isinstance(turn.what, Said) and route.command != solutions.COMMAND.name:
                reply = reply.then(*solutions.offered(turn.what.files, words))
            if left and route.command != command_of(left):
                reply = Reply((*reply.blocks, *waiting(left, words)))
            await _write_down(office, turn, reply, owed=owed)
        log.info("turn.answered", command=route.command)
        return reply

    async def _close(self, turn: Turn, reply: Reply, *, owed: bool) -> None:
        """Write down a refusal, so that the same turn is not tried again."""
        try:
            async with self.database.transaction() as office:
                await _write_down(office, turn, reply, owed=owed)
        except _AnsweredMeanwhileError:
            log.info("turn.answered_meanwhile")
        except Exception as error:  # noqa: BLE001 - the person has an answer; the record may wait
            write_down_failure("turn.not_recorded", error)

    async def _recall(self, turn: Turn) -> tuple[tuple[AskedQuestion, ...], Draft | None]:
        """Read what was asked here before, and the draft that waits here for a typed answer."""
        place, since = turn.place.name, turn.at - LONG_AGO
        async with self.database.reading() as office:
            asked = await office.questions.recent(turn.person, place, since=since)
            return asked, await office.drafts.asking(turn.person, place, since=since)

    async def _route(self, turn: Turn, asking: Draft | None) -> Route:
        match turn.what:
            case Said(text) if text.lstrip().startswith("/"):
                word, _, rest = text.strip().removeprefix("/").partition(" ")
                return self._typed(turn, word.lower().replace("_", "-"), rest.strip())
            case Said(text, files) if files and (asking or not text.strip()):
                return self._handed_in(turn, text, files, asking)
            case Said(text) if asking:
                return await self._heard(turn, text, asking)
            case Said(text):
                return await self._meant(turn, text)
            case Pressed(action) | Submitted(action):
                return self._chosen(turn, action)

    def _typed(self, turn: Turn, word: str, rest: str) -> Route:
        """Find a command by the word that was typed."""
        command = self._named.get(word)
        if command is None:
            return self._to(help_.COMMAND, "unknown", replace(turn, what=Said(word)))
        return self._to(command, "start", replace(turn, what=Said(rest)))

    def _chosen(self, turn: Turn, action: str) -> Route:
        """Find what a button or a form stands for; one from an older release may be gone."""
        name, _, verb = action.partition(".")
        command = self._named.get(name)
        if command is None or (verb != "start" and verb not in command.verbs):
            return Route(help_.COMMAND.name, help_.stale, turn)
        return self._to(command, verb, turn)

    def _handed_in(
        self, turn: Turn, text: str, files: tuple[str, ...], asking: Draft | None
    ) -> Route:
        """Take files for the evidence that is asked for here, else ask what they are."""
        name = solutions.COMMAND.name
        if asking and command_of(asking) == name:
            said = Submitted(f"{name}.said", asking.key, {"said": text, "files": files})
            return self._chosen(replace(turn, what=said), said.action)
        came = Pressed(f"{name}.files", values={"files": files})
        return self._chosen(replace(turn, what=came), came.action)

    async def _heard(self, turn: Turn, text: str, asking: Draft) -> Route:
        """Take what was typed for the answer that a draft waits for, unless it is clearly not."""
        name = command_of(asking)
        action = f"{name}.said"
        said = Submitted(action, asking.key, {"said": text})
        answer = self._chosen(replace(turn, what=said), action)
        hears = self._named[name].hears if name in self._named else None
        fit = hears(asking, self.policy, text) if hears else Fit.ANSWER
        if fit is Fit.ANYTHING and has_question_mark(text) and len(text) <= LONGEST_SENTENCE:
            take = Pressed(action, f"{asking.key}.{asking.step}.{text}")
            return Route(name, help_.ask_back, replace(turn, what=take))
        if fit is not Fit.NOTHING:
            return answer
        meant = await self._meant(turn, text)
        if meant.command == ask.COMMAND.name:
            return meant if self.intents.asks(text) else answer
        is_vague = meant.meaning is not None and meant.meaning.verb == WONDER
        return answer if is_vague or meant.command == name else meant

    async def _meant(self, turn: Turn, text: str) -> Route:
        """Take plain language for a command the person may use, else for a question."""
        meaning = await self.intents.meaning(text)
        command = self._named.get(meaning.command, ask.COMMAND)
        if command.roles and not command.roles & turn.person.roles:
            return self._to(ask.COMMAND, "start", turn)
        verb = meaning.verb if meaning.verb in command.verbs else "start"
        about = replace(turn, what=Said(meaning.reference)) if meaning.reference else turn
        return replace(self._to(command, verb, about), meaning=meaning)

    def _to(self, command: Command, verb: str, turn: Turn) -> Route:
        if command.roles and not command.roles & turn.person.roles:
            what = Said(command.name)
            return Route(command.name, help_.not_for_you, replace(turn, what=what))
        handle = command.start if verb == "start" else command.verbs[verb]
        return Route(command.name, handle, turn)

    @property
    def _named(self) -> Mapping[str, Command]:
        return MappingProxyType({command.name: command for command in self.commands})


def _read(written: str) -> Turn | None:
    """Read a turn that was written down; one of another release may not be readable any more."""
    try:
        return _TURN.validate_json(written)
    except ValidationError as error:
        write_down_failure("turn.unreadable", error)
        return None


def _leaves(route: Route, turn: Turn, asking: Draft) -> bool:
    """Tell whether a turn turns away from the question that a draft asks here."""
    is_typed = isinstance(turn.what, Said) and turn.text.lstrip().startswith("/")
    return is_typed or route.command != command_of(asking)


async def _with_undo(reply: Reply, turn: Turn, desk: Desk, meaning: Meaning) -> Reply:
    """Show which command a sentence was taken for, and a way back that leaves nothing behind."""
    words = desk.wording
    took = words("intent-took", meaning=words(f"intent-name-{meaning.command}"))
    asked = masked(turn.text).text  # a reply is kept, and a question is covered up all the same
    action, value = "ask.question", asked
    draft = await desk.office.drafts.open(turn.person, meaning.command)
    if draft and draft.started_at == turn.at:
        action, value = "ask.instead", f"{draft.kind}:{draft.key} {asked}"
    undo = Buttons((Button(words("intent-undo"), action, value),))
    return Reply((Notice(took), undo, *reply.blocks))


async def _write_down(office: Office, turn: Turn, reply: Reply, *, owed: bool) -> None:
    """Close *turn* in the inbox; an *owed* reply also waits to be delivered, once.

    Raises:
        _AnsweredMeanwhileError: If somebody else, another process perhaps, answered it first.
    """
    channel, written = turn.place.channel, reply.to_json()
    earlier = await office.inbox.answered(channel, turn.id, reply=written, at=turn.at)
    if earlier is not None:
        raise _AnsweredMeanwhileError(Reply.from_json(earlier))
    if owed:
        await office.outbox.owe(
            turn.person.id,
            kind="turn.answered",
            reply=written,
            key=f"turn-{channel}-{turn.id}",
            at=turn.at,
        )
