"""Questions people asked: what came of them, and what the governance team replied."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from governance.errors import AlreadyAnsweredError, NotALeadError, QuestionNotFoundError
from governance.people import Person
from governance.storage.audit import Audit
from governance.storage.queries import find_by_id
from governance.tables import AskedQuestion, CitedClause, PersonRow, Role

_RECENT = (
    select(AskedQuestion)
    .where(
        AskedQuestion.person_id == bindparam("person_id"),
        AskedQuestion.place == bindparam("place"),
        AskedQuestion.asked_at >= bindparam("since"),
    )
    .order_by(AskedQuestion.asked_at.desc(), AskedQuestion.id.desc())
    .limit(bindparam("limit"))
)


class Questions:
    """Repository of questions; the audit trail never holds their text."""

    def __init__(self, session: AsyncSession, audit: Audit) -> None:
        """Read and write through *session*; changes are noted in *audit*."""
        self._session = session
        self._audit = audit

    async def record(  # noqa: PLR0913 - an answered question has this many parts
        self,
        *,
        person: Person,
        place: str,
        question: str,
        answered: bool,
        mode: str,
        language: str,
        cited: Sequence[tuple[str, str, str]],
        at: datetime,
    ) -> AskedQuestion:
        """Store a question and its answer's clauses, each *cited* with its version.

        The version is there twice: as the page names it, and the mark that tells it exactly.
        """
        asked = AskedQuestion(
            person=await self._session.get_one(PersonRow, person.id),
            replied_by=None,
            place=place,
            question=question,
            answered=answered,
            mode=mode,
            language=language,
            clauses=[
                CitedClause(n=n, clause=clause, version=version, mark=mark)
                for n, (clause, version, mark) in enumerate(cited, start=1)
            ],
            asked_at=at,
        )
        self._session.add(asked)
        await self._session.flush()  # the reference is made from the number
        after = {"answered": answered, "mode": mode, "cited": asked.cited}
        self._note("question.asked", asked, after, by=person, at=at)
        return asked

    async def list_recent(
        self, person: Person, place: str, *, since: datetime, limit: int = 3
    ) -> tuple[AskedQuestion, ...]:
        """List what *person* last asked in a conversation, oldest first."""
        wanted = {"person_id": person.id, "place": place, "since": since, "limit": limit}
        return tuple(reversed((await self._session.scalars(_RECENT, wanted)).all()))

    async def list_all(self) -> tuple[AskedQuestion, ...]:
        """List every question there is, oldest first, for whoever makes a question set of them."""
        query = select(AskedQuestion).order_by(AskedQuestion.asked_at, AskedQuestion.id)
        return tuple(await self._session.scalars(query))

    async def list_relying_on(
        self, clause: str, *, besides: str | None = None
    ) -> tuple[AskedQuestion, ...]:
        """List the questions whose answers rest on a *clause*, newest first.

        Those that rest on it in the version with the mark *besides* are left out, so that a
        changed page leads to whoever was told what it said before. Answers of which the version
        was not kept count as such.
        """
        other = () if besides is None else (CitedClause.mark != besides,)
        query = (
            select(AskedQuestion)
            .join(CitedClause, CitedClause.question_id == AskedQuestion.id)
            .where(CitedClause.clause == clause, *other)
            .order_by(AskedQuestion.asked_at.desc(), AskedQuestion.id.desc())
            .distinct()
        )
        return tuple((await self._session.scalars(query)).unique().all())

    async def rate(
        self, question_id: int, *, by: Person, helpful: bool, at: datetime
    ) -> AskedQuestion:
        """Store whether the answer helped; the last rating counts.

        Raises:
            QuestionNotFoundError: If *by* asked no such question.
        """
        asked = await self._own(question_id, by)
        if asked.helpful is not helpful:
            asked.helpful = helpful
            self._note("question.rated", asked, {"helpful": helpful}, by=by, at=at)
            await self._session.flush()
        return asked

    async def send_to_team(
        self, question_id: int, *, by: Person, at: datetime
    ) -> tuple[AskedQuestion, bool]:
        """Forward a question to the governance team; idempotent, return whether it is new.

        Raises:
            QuestionNotFoundError: If *by* asked no such question.
        """
        asked = await self._own(question_id, by)
        if asked.sent_at is not None:
            return asked, False
        asked.sent_at = at
        self._note("question.sent", asked, {"sent": True}, by=by, at=at)
        await self._session.flush()
        return asked, True

    async def list_waiting(self) -> tuple[AskedQuestion, ...]:
        """List the questions that wait for the team, longest first."""
        query = select(AskedQuestion).where(
            AskedQuestion.sent_at.is_not(None), AskedQuestion.replied_at.is_(None)
        )
        return tuple(
            await self._session.scalars(query.order_by(AskedQuestion.sent_at, AskedQuestion.id))
        )

    async def reply(
        self, question_id: int, *, by: Person, text: str, at: datetime
    ) -> AskedQuestion:
        """Reply for the team; of two replies at once, the first counts.

        Raises:
            NotALeadError: If *by* is no governance lead.
            QuestionNotFoundError: If nobody sent the team such a question.
            AlreadyAnsweredError: If somebody has replied.
        """
        if Role.LEAD not in by.roles:
            raise NotALeadError
        asked = await find_by_id(self._session, AskedQuestion, question_id)
        if asked is None or asked.sent_at is None:
            raise QuestionNotFoundError(question_id)
        replied = await self._session.scalar(
            update(AskedQuestion)
            .where(AskedQuestion.id == asked.id, AskedQuestion.replied_at.is_(None))
            .values(reply_text=text, replied_by_id=by.id, replied_at=at)
            .returning(AskedQuestion.id)
        )
        await self._session.refresh(asked)
        if replied is None:
            raise AlreadyAnsweredError(asked.id, asked.replied_by.name if asked.replied_by else "")
        self._note("question.replied", asked, {"replied": True}, by=by, at=at)
        return asked

    async def _own(self, question_id: int, person: Person) -> AskedQuestion:
        """Find and lock a question that *person* asked."""
        asked = await find_by_id(self._session, AskedQuestion, question_id, lock=True)
        if asked is None or asked.person_id != person.id:
            raise QuestionNotFoundError(question_id)
        return asked

    def _note(
        self, action: str, asked: AskedQuestion, after: object, *, by: Person, at: datetime
    ) -> None:
        self._audit.record(
            actor=by, action=action, subject=asked.reference, before=None, after=after, at=at
        )
