"""Which message of a channel shows which record, so that its card can be redrawn."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from governance.storage.queries import insert_once
from governance.tables import ShownCard


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Where a channel shows a card, by its own names."""

    channel: str
    chat: str
    message: str


class ShownCards:
    """Repository of the cards that may have to be redrawn."""

    def __init__(self, session: AsyncSession) -> None:
        """Read and write through *session*."""
        self._session = session

    async def put(  # noqa: PLR0913 - a card has this many parts
        self,
        place: CardPlace,
        *,
        person_id: int,
        reference: str,
        action: str,
        value: str,
        mark: str,
        at: datetime,
    ) -> str:
        """Upsert the place of a card; return the message that showed it before in that chat, or "".

        What else that message showed before is forgotten: a message shows one thing.
        """
        await self.remove(place)
        fresh = ShownCard(
            channel=place.channel,
            chat=place.chat,
            message=place.message,
            person_id=person_id,
            reference=reference,
            action=action,
            value=value,
            mark=mark,
            shown_at=at,
        )
        card, is_new = await insert_once(self._session, fresh, lambda: self._card(fresh))
        if is_new:
            return ""
        before = card.message
        card.message, card.person_id, card.mark = place.message, person_id, mark
        card.shown_at = at
        await self._session.flush()
        return before

    async def find(self, place: CardPlace) -> ShownCard | None:
        """Find the card in a message."""
        return (await self._session.scalars(select(ShownCard).where(*_there(place)))).first()

    async def remove(self, place: CardPlace) -> None:
        """Delete the card of a message that shows something else by now, or was deleted."""
        await self._session.execute(delete(ShownCard).where(*_there(place)))

    async def purge(self, *, before: datetime) -> None:
        """Delete cards shown *before* a time, which nobody looks at any more."""
        await self._session.execute(delete(ShownCard).where(ShownCard.shown_at < before))

    async def list_references(self, channel: str) -> frozenset[str]:
        """List the references that the cards of a *channel* show."""
        query = select(ShownCard.reference).where(ShownCard.channel == channel).distinct()
        return frozenset(await self._session.scalars(query))

    async def list_about(self, channel: str, references: Collection[str]) -> tuple[ShownCard, ...]:
        """List the cards of a *channel* that show any of these."""
        query = select(ShownCard).where(
            ShownCard.channel == channel, ShownCard.reference.in_(references)
        )
        return tuple(await self._session.scalars(query.order_by(ShownCard.id)))

    async def update_mark(self, card: ShownCard, *, mark: str, was: str) -> bool:
        """Compare and swap the *mark* of a card; False if another process was faster."""
        updated = await self._session.execute(
            update(ShownCard)
            .where(
                ShownCard.id == card.id, ShownCard.message == card.message, ShownCard.mark == was
            )
            .values(mark=mark)
            .returning(ShownCard.id)
        )
        return updated.scalar() is not None

    async def _card(self, like: ShownCard) -> ShownCard | None:
        query = select(ShownCard).where(
            ShownCard.channel == like.channel,
            ShownCard.chat == like.chat,
            ShownCard.action == like.action,
            ShownCard.value == like.value,
        )
        return (await self._session.scalars(query)).one_or_none()


def _there(place: CardPlace) -> tuple[ColumnElement[bool], ...]:
    return (
        ShownCard.channel == place.channel,
        ShownCard.chat == place.chat,
        ShownCard.message == place.message,
    )
