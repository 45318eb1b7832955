"""A turn in, a reply out: finds the command, runs it in one transaction, and never stays silent."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from uuid import uuid4

import structlog
from pydantic import ValidationError
from structlog.contextvars import bound_contextvars

from governance import (
    Database,
    DatabaseUnreachableError,
    Draft,
    GovernanceError,
    NotAllowedError,
    Person,
    Policy,
    UnitOfWork,
)
from handlers import (
    ask,
    channel_settings,
    home,
    notices,
    office_hours,
    register,
    review,
    showcase,
    solutions,
    training,
)
from handlers import help as help_
from handlers.error_log import log_failure
from handlers.failures import explain, report_crash
from handlers.files import Download, Upload, fetch, receive
from handlers.form import Choice
from handlers.intent import AGREE, WONDER, Intents, Meaning
from handlers.options import options
from handlers.reply import Reply, Subject
from handlers.search import SearchKind, search_handbook, search_solutions
from handlers.turn import (
    Command,
    Desk,
    Fit,
    Handle,
    OnText,
    Place,
    Pressed,
    Said,
    Submitted,
    Turn,
)
from handlers.turn_context import TurnContext, read_context
from handlers.turn_result import (
    TURN_FORMAT,
    Accepted,
    AnsweredMeanwhileError,
    Response,
    ShowBy,
    delivery_key,
    record_reply,
)
from handlers.wording import wording
from knowledge import Handbook, KnowledgeError

log = structlog.get_logger()

COMMANDS: tuple[Command, ...] = (
    ask.COMMAND,
    register.COMMAND,
    solutions.COMMAND,
    office_hours.COMMAND,
    review.COMMAND,
    training.COMMAND,
    showcase.COMMAND,
    channel_settings.COMMAND,
    home.COMMAND,
    help_.COMMAND,
)
"""Everything the assistant can do, in the order that help lists it."""

NO_TURN = "standing"
"""Where something is looked at without a turn."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where a turn goes: the command's handle, the turn as it takes it, the meaning if guessed.

    *take* is the press that takes what was answered as a question for the answer to a draft.
    """

    command: str
    handle: Handle
    turn: Turn
    meaning: Meaning | None = None
    take: Pressed | None = None


@dataclass(slots=True)
class Assistant:
    """Answers turns, one transaction each. *policy* is replaced when the folder changes."""

    database: Database
    handbook: Handbook
    policy: Policy
    intents: Intents
    commands: tuple[Command, ...] = COMMANDS

    async def accept(
        self, turn: Turn, *, also: Callable[[UnitOfWork], Awaitable[None]] | None = None
    ) -> Accepted:
        """Record *turn* before anything is done about it, and read what answering it rests on.

        Idempotent: the same turn again is not new, and has the first one's reply. *also* is what
        the channel writes down with it.
        """
        async with self.database.transaction() as records:
            accepted = await records.inbox.accept(
                turn.place.channel,
                turn.id,
                person_id=turn.person.id,
                turn=TURN_FORMAT.dump_json(turn).decode(),
                at=turn.at,
            )
            context = await read_context(records, turn.person, turn.place, at=turn.at)
            if also:
                await also(records)
        reply = Reply.from_json(accepted.reply) if accepted.reply else None
        return Accepted(accepted.is_new, reply, context)

    async def receive(self, person: Person, upload: Upload, *, at: datetime) -> str:
        """Take a file that *person* hands in, and give what stands for it in a form's values."""
        return await receive(self.database, person, upload, at=at)

    async def fetch(self, person: Person, key: str) -> Download:
        """Give a file that was kept to somebody who may read it.

        Raises:
            EvidenceNotFoundError: If there is none, or none for *person*.
        """
        return await fetch(self.database, person, key, policy=self.policy)

    async def options(self, source: str, query: str, *, person: Person) -> tuple[Choice, ...]:
        """List what *person* may choose from a field's *source*, by what they have typed so far."""
        return await options(
            source, query, person=person, database=self.database, policy=self.policy
        )

    async def search(self, sought: SearchKind, text: str, *, person: Person, at: datetime) -> Reply:
        """List what *person* finds, to be put into a message elsewhere; nothing is written down."""
        if sought == "handbook":
            return await search_handbook(text, person=person, handbook=self.handbook, at=at)
        return await search_solutions(text, person=person, database=self.database)

    async def respond(
        self,
        turn: Turn,
        context: TurnContext | None = None,
        *,
        on_text: OnText | None = None,
        show_by: ShowBy | None = None,
    ) -> Response:
        """Run *turn*, record its reply and return it; whatever happens, there is a reply.

        *context* is what ``accept`` has read; without it that is read here. A channel that can
        show an answer while it is being written gives *on_text* for it. One that says when it has
        shown it gives *show_by*: then it is enqueued unless it has.
        """
        left: Draft | None = None
        refused: Exception | None = None
        with bound_contextvars(turn=turn.id, channel=turn.place.channel):
            try:
                context = context or await self._read_context(turn)
                turn = replace(turn, person=context.person)
                route = await self._route(turn, context.draft)
                left = notices.left_by(turn, route.command, route.meaning, context.draft)
                return await self._run(route, turn, context, left, show_by=show_by, on_text=on_text)
            except AnsweredMeanwhileError as meanwhile:
                return meanwhile.response
            except (GovernanceError, KnowledgeError) as refusal:
                log.info("turn.refused", refusal=type(refusal).__name__)
                refused = refusal
                reply = explain(refusal, wording(turn.person.locale), zone=turn.person.zone)
            except Exception as error:  # noqa: BLE001 - the last resort: nobody is left without an answer
                incident = uuid4().hex[:8]
                log_failure("turn.failed", error, incident=incident)
                reply = report_crash(incident, wording(turn.person.locale))
            return await self._record_failure(turn, reply, left, refused, show_by=show_by)

    async def view_of(self, person: Person, subject: Subject, *, at: datetime) -> Reply | None:
        """Show *person* a *subject* as it is now; nothing when it is not theirs to see any more.

        It is no turn: nobody asked, and nothing is written down.
        """
        async with self.database.reading() as records:
            return await self.view_within(records, person, subject, at=at)

    async def view_within(
        self, records: UnitOfWork, person: Person, subject: Subject, *, at: datetime
    ) -> Reply | None:
        """Do the same within a unit of work of the caller's."""
        what = Pressed(subject.action, subject.value)
        turn = Turn(NO_TURN, person, Place(NO_TURN, NO_TURN), what, at)
        route = self._chosen(turn, subject.action)
        words = wording(person.locale)
        desk = Desk(records, self.handbook, self.policy, words, commands=self.commands)
        try:
            reply = await route.handle(route.turn, desk)
        except DatabaseUnreachableError:
            raise  # that says nothing of what somebody may see
        except GovernanceError:
            return None
        return reply if reply.about and reply.about.is_same_as(subject) else None

    async def resume(self, *, before: datetime, at: datetime) -> int:
        """Answer, now, the turns accepted *before* and never answered; say how many.

        Nobody waits on a page for these any more, so their replies are put into the outbox,
        as are those that a channel was to show by now and did not.
        """
        async with self.database.transaction() as records:
            waiting = await records.inbox.lease_unanswered(before=before)
        turns = [turn for accepted in waiting if (turn := _read(accepted.turn))]
        for turn in turns:
            await self.respond(replace(turn, at=at), show_by=lambda: at)
        async with self.database.transaction() as records:
            for unseen in await records.inbox.pop_unshown(at=at):
                await records.outbox.enqueue(
                    unseen.person_id,
                    kind="turn.answered",
                    reply=unseen.reply,
                    key=delivery_key(unseen.channel, unseen.event_id),
                    at=at,
                )
        return len(turns)

    async def _run(  # noqa: PLR0913 - a turn is all of this
        self,
        route: Route,
        turn: Turn,
        context: TurnContext,
        left: Draft | None,
        *,
        show_by: ShowBy | None,
        on_text: OnText | None,
    ) -> Response:
        """Run the command of *route* and record its reply, in one transaction."""
        words = wording(turn.person.locale)
        async with self.database.transaction() as records:
            desk = Desk(
                records, self.handbook, self.policy, words, context.asked, self.commands, on_text
            )
            reply = await route.handle(route.turn, desk)
            if route.handle is help_.not_for_you:
                await review.note_attempt(turn, desk, NotAllowedError())
            if left:  # after the command: what it asks the handbook holds no transaction open
                await records.drafts.stop_awaiting_text(left)
            if route.meaning and notices.can_undo(route.command, route.meaning):
                reply = await notices.with_undo(reply, turn, desk, route.meaning)
            reply = replace(reply, for_all=self._is_for_all(route))
            reply = reply.then(*notices.offers(route.meaning, route.take, words))
            if isinstance(turn.what, Said) and route.command != solutions.COMMAND.name:
                reply = reply.then(*solutions.offer_to_keep(turn.what.files, words))
            draft = context.draft
            if draft and route.command != notices.command_of(draft):
                reply = await notices.with_waiting(reply, draft, turn, desk, is_here=not left)
            response = await record_reply(records, turn, reply, show_by=show_by)
        log.info("turn.answered", command=route.command)
        return response

    async def _record_failure(
        self,
        turn: Turn,
        reply: Reply,
        left: Draft | None,
        why: Exception | None,
        *,
        show_by: ShowBy | None,
    ) -> Response:
        """Record the reply to a turn that failed, once, and *why*; its draft is *left* for good."""
        try:
            async with self.database.transaction() as records:
                if why:
                    desk = Desk(records, self.handbook, self.policy, wording(turn.person.locale))
                    await review.note_attempt(turn, desk, why)
                if left:
                    await records.drafts.stop_awaiting_text(left)
                return await record_reply(records, turn, reply, show_by=show_by)
        except AnsweredMeanwhileError as meanwhile:
            log.info("turn.answered_meanwhile")
            return meanwhile.response
        except Exception as error:  # noqa: BLE001 - the person has an answer; the record may wait
            log_failure("turn.not_recorded", error)
        return Response(reply, is_first=True)

    async def _read_context(self, turn: Turn) -> TurnContext:
        async with self.database.reading() as records:
            return await read_context(records, turn.person, turn.place, at=turn.at)

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
        if asking and notices.command_of(asking) == name:
            said = Submitted(f"{name}.said", asking.key, {"said": text, "files": files})
            return self._chosen(replace(turn, what=said), said.action)
        came = Pressed(f"{name}.files", values={"files": files})
        return self._chosen(replace(turn, what=came), came.action)

    async def _heard(self, turn: Turn, text: str, asking: Draft) -> Route:
        """Take what was typed for the answer that a draft waits for, unless it is clearly not."""
        name = notices.command_of(asking)
        action = f"{name}.said"
        said = Submitted(action, asking.key, {"said": text})
        answer = self._chosen(replace(turn, what=said), action)
        hears = self._named[name].hears if name in self._named else None
        fit = hears(asking, self.policy, text) if hears else Fit.ANSWER
        if fit is Fit.ANYTHING and (aside := self.intents.find_aside(text)):
            take = Pressed(action, f"{asking.key}.{asking.step}.{text}")
            to = self._to(self._named[aside.command], aside.verb, turn)
            return replace(to, take=take, meaning=aside)
        if fit is not Fit.NOTHING:
            return answer
        meant = await self._meant(turn, text)
        if meant.command == ask.COMMAND.name:
            is_said = meant.meaning is not None and meant.meaning.verb != "start"
            return meant if is_said or self.intents.asks(text) else answer
        is_vague = meant.meaning is not None and meant.meaning.verb in {AGREE, WONDER}
        return answer if is_vague or meant.command == name else meant

    async def _meant(self, turn: Turn, text: str) -> Route:
        """Take plain language for a command the person may use, else for a question."""
        meaning = await self.intents.meaning(text)
        near = self._named.get(meaning.near)
        if near is None or not near.is_for(turn.person, self.policy):
            meaning = replace(meaning, near="")
        command = self._named.get(meaning.command, ask.COMMAND)
        if not command.is_for(turn.person, self.policy):
            return self._to(ask.COMMAND, "start", turn)
        verb = meaning.verb if meaning.verb in command.verbs else "start"
        about = replace(turn, what=Said(meaning.reference)) if meaning.reference else turn
        return replace(self._to(command, verb, about), meaning=meaning)

    def _is_for_all(self, route: Route) -> bool:
        command = self._named.get(route.command)
        return command is not None and command.for_all

    def _to(self, command: Command, verb: str, turn: Turn) -> Route:
        if verb not in command.checked and not command.is_for(turn.person, self.policy):
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
        return TURN_FORMAT.validate_json(written)
    except ValidationError as error:
        log_failure("turn.unreadable", error)
        return None
