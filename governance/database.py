"""Where governance keeps its records, and the one place that commits."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import cached_property
from typing import Self

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from governance.drafts import Drafts
from governance.errors import DatabaseTooNewError, DatabaseUnreachableError
from governance.evidence import EvidenceFiles
from governance.groups import Groups
from governance.messaging.channel_settings import ChannelSettingsStore
from governance.messaging.conversations import Conversations
from governance.messaging.event_journal import EventJournal
from governance.messaging.inbox import Inbox
from governance.messaging.outbox import Outbox
from governance.messaging.shown_cards import ShownCards
from governance.migrations import UnknownRevisionError, upgrade
from governance.office_hours import OfficeHours
from governance.operations import Operations
from governance.people import People
from governance.questions import Questions
from governance.registry import Registry
from governance.requirements import Requirements
from governance.reviews import AppealRequests, Comments, Decisions, Reviews, ReviewStore
from governance.showcase import Showcase
from governance.storage.audit import Audit
from governance.storage.db_errors import READ_ONLY, reason_for
from governance.storage.engines import Engines, engines_at, for_migrations, place_of
from governance.training import Training

LOCK_TIMEOUT_S = 15.0
"""How long a transaction waits for the locks of others before it fails."""


class UnitOfWork:
    """The repositories of governance, all within one transaction; each is built on first use."""

    def __init__(self, session: AsyncSession) -> None:
        """Read and write through *session*."""
        self._session = session

    @cached_property
    def people(self) -> People:
        """Colleagues, their accounts and roles."""
        return People(self._session, self.audit)

    @cached_property
    def groups(self) -> Groups:
        """Groups of a directory, and the roles that they carry."""
        return Groups(self._session, self.audit, self.people)

    @cached_property
    def registry(self) -> Registry:
        """Solutions."""
        return Registry(self._session, self.audit, self.reviews)

    @cached_property
    def evidence(self) -> EvidenceFiles:
        """What was handed in for solutions."""
        return EvidenceFiles(self._session, self.audit)

    @cached_property
    def operations(self) -> Operations:
        """Whether solutions run, and who answers for them."""
        return Operations(self._session, self.registry, self.reviews)

    @cached_property
    def requirements(self) -> Requirements:
        """What versions must fulfil before and after approval."""
        return Requirements(self._session, self.audit)

    @cached_property
    def reviews(self) -> Reviews:
        """Reviews of solutions: requested, taken, passed on."""
        return Reviews(self._review_store)

    @cached_property
    def decisions(self) -> Decisions:
        """What reviewers decide, and what makers do about it."""
        return Decisions(self._review_store, self.requirements)

    @cached_property
    def appeals(self) -> AppealRequests:
        """What makers ask leads to look at again."""
        return AppealRequests(self._review_store, self.requirements)

    @cached_property
    def comments(self) -> Comments:
        """What is said in reviews."""
        return Comments(self._review_store)

    @cached_property
    def _review_store(self) -> ReviewStore:
        return ReviewStore(self._session, self.audit)

    @cached_property
    def office_hours(self) -> OfficeHours:
        """Mentors' hours and bookings."""
        return OfficeHours(self._session, self.audit, self.people)

    @cached_property
    def training(self) -> Training:
        """Completed training modules."""
        return Training(self._session, self.audit)

    @cached_property
    def showcase(self) -> Showcase:
        """Stories told about solutions."""
        return Showcase(self._session, self.audit)

    @cached_property
    def questions(self) -> Questions:
        """Questions asked, with their answers and ratings."""
        return Questions(self._session, self.audit)

    @cached_property
    def drafts(self) -> Drafts:
        """Unfinished forms."""
        return Drafts(self._session)

    @cached_property
    def audit(self) -> Audit:
        """The record of changes; entries are appended on commit."""
        return Audit(self._session)

    @cached_property
    def event_journal(self) -> EventJournal:
        """Inbound events not processed yet."""
        return EventJournal(self._session)

    @cached_property
    def inbox(self) -> Inbox:
        """Accepted turns and their replies."""
        return Inbox(self._session)

    @cached_property
    def outbox(self) -> Outbox:
        """Messages to deliver."""
        return Outbox(self._session)

    @cached_property
    def shown_cards(self) -> ShownCards:
        """Messages that show a subject and follow it."""
        return ShownCards(self._session)

    @cached_property
    def conversations(self) -> Conversations:
        """One-to-one addresses of accounts."""
        return Conversations(self._session, self.people)

    @cached_property
    def channel_settings(self) -> ChannelSettingsStore:
        """What leads chose for shared channels."""
        return ChannelSettingsStore(self._session, self.audit)


class Database:
    """The database: transactions, migrations and snapshots for reading."""

    def __init__(self, engines: Engines) -> None:
        """Use *engines* for every transaction."""
        self._engines = engines
        self._writing = async_sessionmaker(engines.writing, expire_on_commit=False)
        self._urgent = async_sessionmaker(engines.urgent, expire_on_commit=False)
        self._reading = async_sessionmaker(engines.reading, expire_on_commit=False)

    @classmethod
    def at(cls, url: str, *, lock_timeout_s: float = LOCK_TIMEOUT_S) -> Self:
        """Open the database at *url*, of SQLite or PostgreSQL; nothing is connected to yet.

        Raises:
            DatabaseUnreachableError: If it is no such address.
        """
        return cls(engines_at(url, lock_timeout_s=lock_timeout_s))

    async def upgrade(self) -> None:
        """Migrate the tables to the newest revision; idempotent.

        Raises:
            DatabaseTooNewError: If a newer version of Guildmate has upgraded it.
            DatabaseUnreachableError: If it cannot be reached, or others keep it locked.
        """
        with self._troubles():
            async with for_migrations(self._engines.writing).begin() as connection:
                try:
                    await connection.run_sync(upgrade)
                except UnknownRevisionError as error:
                    raise DatabaseTooNewError(self._place, error.revision) from error

    @asynccontextmanager
    async def transaction(self, *, is_urgent: bool = False) -> AsyncIterator[UnitOfWork]:
        """Open a unit of work that is committed on leaving: all of its writes happen, or none.

        The transaction begins with the first statement. The audit entries are appended last, just
        before the only commit there is. One that *is_urgent* has a connection of its own, and
        goes before all that wait to write.

        Raises:
            DatabaseUnreachableError: If the database cannot be reached, or others keep it locked.
        """
        with self._troubles():
            session_maker = self._urgent if is_urgent else self._writing
            async with self._engines.slot.scope(), session_maker.begin() as session:
                records = UnitOfWork(session)
                yield records
                await records.audit.append_pending()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        """Open a unit of work on one snapshot; the database refuses to write.

        Raises:
            DatabaseUnreachableError: If the database cannot be reached.
        """
        with self._troubles(writing=False):
            async with self._reading() as session:
                yield UnitOfWork(session)

    async def close(self) -> None:
        """Close every connection."""
        await self._engines.dispose()

    @property
    def _place(self) -> str:
        """Where the database is, without secrets."""
        return place_of(self._engines.writing.url)

    @contextmanager
    def _troubles(self, *, writing: bool = True) -> Iterator[None]:
        """Raise the database's errors as governance errors with a sentence.

        That a reader must not write is no trouble with the database but a mistake of ours.
        """
        try:
            yield
        except SQLAlchemyError as error:
            reason = reason_for(error)
            if reason is None or (reason == READ_ONLY and not writing):
                raise
            raise DatabaseUnreachableError(self._place, reason) from error
