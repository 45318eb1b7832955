"""Where governance keeps its records, and the one place that commits."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Self

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

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
from governance.people import People
from governance.questions import Questions
from governance.registry import Registry
from governance.reviews import Reviews
from governance.showcase import Showcase
from governance.storage.audit import Audit
from governance.storage.db_errors import READ_ONLY, reason_for
from governance.storage.engines import engine_at, for_migrations, place_of, reader
from governance.training import Training

LOCK_TIMEOUT_S = 15.0
"""How long a transaction waits for the locks of others before it fails."""


@dataclass(frozen=True, slots=True)
class UnitOfWork:
    """The repositories of governance, all within one transaction."""

    people: People
    groups: Groups
    registry: Registry
    evidence: EvidenceFiles
    reviews: Reviews
    office_hours: OfficeHours
    training: Training
    showcase: Showcase
    questions: Questions
    drafts: Drafts
    audit: Audit
    event_journal: EventJournal
    inbox: Inbox
    outbox: Outbox
    shown_cards: ShownCards
    conversations: Conversations
    channel_settings: ChannelSettingsStore


class Database:
    """The records on disk."""

    def __init__(self, engine: AsyncEngine) -> None:
        """Use *engine* for every transaction."""
        self._engine = engine
        self._writing = async_sessionmaker(engine, expire_on_commit=False)
        self._reading = async_sessionmaker(reader(engine), expire_on_commit=False)

    @classmethod
    def at(cls, url: str, *, lock_timeout_s: float = LOCK_TIMEOUT_S) -> Self:
        """Open the database at *url*, of SQLite or PostgreSQL; nothing is connected to yet.

        Raises:
            DatabaseUnreachableError: If it is no such address.
        """
        return cls(engine_at(url, lock_timeout_s=lock_timeout_s))

    async def upgrade(self) -> None:
        """Bring the tables up to date; a database that is up to date is left as it is.

        Raises:
            DatabaseTooNewError: If a newer version of Guildmate has upgraded it.
            DatabaseUnreachableError: If it cannot be reached, or others keep it locked.
        """
        with self._troubles():
            async with for_migrations(self._engine).begin() as connection:
                try:
                    await connection.run_sync(upgrade)
                except UnknownRevisionError as error:
                    raise DatabaseTooNewError(self._place, error.revision) from error

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[UnitOfWork]:
        """Open a unit of work that is committed on leaving: all of its writes happen, or none.

        The transaction begins with the first statement. The audit entries are appended last, just
        before the only commit there is.

        Raises:
            DatabaseUnreachableError: If the database cannot be reached, or others keep it locked.
        """
        with self._troubles():
            async with self._writing.begin() as session:
                records = _unit_of_work(session)
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
                yield _unit_of_work(session)

    async def close(self) -> None:
        """Let go of every connection."""
        await self._engine.dispose()

    @property
    def _place(self) -> str:
        """Where the database is, without secrets."""
        return place_of(self._engine.url)

    @contextmanager
    def _troubles(self, *, writing: bool = True) -> Iterator[None]:
        """Say in a sentence what keeps the database from being used.

        That a reader must not write is no trouble with the database but a mistake of ours.
        """
        try:
            yield
        except SQLAlchemyError as error:
            reason = reason_for(error)
            if reason is None or (reason == READ_ONLY and not writing):
                raise
            raise DatabaseUnreachableError(self._place, reason) from error


def _unit_of_work(session: AsyncSession) -> UnitOfWork:
    """Build the repositories of one unit of work, all over the same *session*."""
    audit = Audit(session)
    people = People(session, audit)
    reviews = Reviews(session, audit)
    return UnitOfWork(
        people=people,
        groups=Groups(session, audit, people),
        registry=Registry(session, audit, reviews),
        evidence=EvidenceFiles(session, audit),
        reviews=reviews,
        office_hours=OfficeHours(session, audit, people),
        training=Training(session, audit),
        showcase=Showcase(session, audit),
        questions=Questions(session, audit),
        drafts=Drafts(session),
        audit=audit,
        event_journal=EventJournal(session),
        inbox=Inbox(session),
        shown_cards=ShownCards(session),
        outbox=Outbox(session),
        conversations=Conversations(session, people),
        channel_settings=ChannelSettingsStore(session, audit),
    )
