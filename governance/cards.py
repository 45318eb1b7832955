"""Cards: in which message a channel shows somebody one thing, so that there it can follow."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from governance.rows import once
from governance.tables import ShownCard


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Where a channel shows a card, by its own names."""

    channel: str
    chat: str
    message: str


class Cards:
    """Every card that may have to change."""

    def __init__(self, session: AsyncSession) -> None:
        """Read and write through *session*."""
        self._session = session

    async def put(  # noqa: PLR0913 - a card has this many parts
        self,
        at: CardPlace,
        *,
        person_id: int,
        reference: str,
        action: str,
        value: str,
        mark: str,
    ) -> str:
        """Remember where a card is, and give the message it was in before in that chat, if any.

        What else that message showed before is forgotten: a message shows one thing.
        """
        await self.gone(at)
        fresh = ShownCard(
            channel=at.channel,
            chat=at.chat,
            message=at.message,
            person_id=person_id,
            reference=reference,
            action=action,
            value=value,
            mark=mark,
        )
        card, is_new = await once(self._session, fresh, lambda: self._card(fresh))
        if is_new:
            return ""
        before = card.message
        card.message, card.person_id, card.mark = at.message, person_id, mark
        await self._session.flush()
        return before

    async def gone(self, at: CardPlace) -> None:
        """Take note that a message shows something else by now."""
        await self._session.execute(
            delete(ShownCard).where(
                ShownCard.channel == at.channel,
                ShownCard.chat == at.chat,
                ShownCard.message == at.message,
            )
        )

    async def about(self, channel: str, references: Collection[str]) -> tuple[ShownCard, ...]:
        """List the cards of a *channel* that show any of these."""
        query = select(ShownCard).where(
            ShownCard.channel == channel, ShownCard.reference.in_(references)
        )
        return tuple(await self._session.scalars(query.order_by(ShownCard.id)))

    async def changed(self, card: ShownCard, *, mark: str) -> bool:
        """Take note of what a card says from now on; tell whether nobody else was faster."""
        updated = await self._session.execute(
            update(ShownCard)
            .where(ShownCard.id == card.id, ShownCard.mark == card.mark)
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
