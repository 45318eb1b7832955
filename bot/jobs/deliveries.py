"""Deliveries: messages of the outbox are sent by the channels that push."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from bot.chat.channel import Channel, UndeliverableError
from governance import Account, Database, OutboxMessage, Person
from handlers import Reply, log_failure

log = structlog.get_logger()

MAX_ATTEMPTS = 8
"""How often a message is tried before it is given up."""

FIRST_RETRY_AFTER = timedelta(seconds=30)
"""How long the second attempt waits for; each later one waits twice as long."""

BATCH_SIZE = 20


async def deliver(database: Database, channels: Sequence[Channel], *, at: datetime) -> int:
    """Deliver everything that is due; say how many messages went out.

    Messages are claimed first and sent outside of any transaction. People whom no channel here
    can write to are left to the page, which pulls.
    """
    sent = 0
    while True:
        async with database.transaction() as records:
            messages = await records.outbox.lease_due(at=at, limit=BATCH_SIZE)
        for message in messages:
            sent += await _deliver(database, channels, message, at=at)
        if len(messages) < BATCH_SIZE:
            return sent


async def _deliver(
    database: Database, channels: Sequence[Channel], message: OutboxMessage, *, at: datetime
) -> bool:
    """Deliver one message by the first channel that reaches the person."""
    async with database.reading() as records:
        person = await records.people.get(message.person_id)
        accounts = await records.people.list_accounts(person.id)
    failed: UndeliverableError | None = None
    for channel, account in _routes(channels, accounts):
        try:
            await _push(channel, account, message, person)
        except UndeliverableError as error:
            failed = error
            if error.is_final:
                continue  # perhaps they can be reached elsewhere
            break
        async with database.transaction() as records:
            await records.outbox.mark_delivered(message.id, channel=channel.name, at=at)
        return True
    if failed is not None:
        await _retry_later(database, message, failed, at=at)
    return False


def _routes(
    channels: Sequence[Channel], accounts: Sequence[Account]
) -> list[tuple[Channel, Account]]:
    """List the channels, and the account on each, to reach somebody by."""
    by_name = {account.channel: account for account in reversed(accounts)}
    return [(each, by_name[each.name]) for each in channels if each.name in by_name]


async def _push(channel: Channel, account: Account, message: OutboxMessage, person: Person) -> None:
    """Hand a message to *channel*; whatever it raises counts as not delivered."""
    key = message.key or f"outbox-{message.id}"
    try:
        reply = Reply.from_json(message.reply)
        await channel.deliver(account.external_id, reply, locale=person.locale, key=key)
    except UndeliverableError:
        raise
    except Exception as error:  # one broken message must not hold up the others
        log_failure("delivery.broken", error, channel=channel.name, message=message.id)
        raise UndeliverableError(type(error).__name__) from error


async def _retry_later(
    database: Database, message: OutboxMessage, error: UndeliverableError, *, at: datetime
) -> None:
    """Schedule a retry with back-off, or make the message a dead letter."""
    attempts = message.attempts + 1
    over = error.is_final or attempts >= MAX_ATTEMPTS
    retry_at = None if over else at + FIRST_RETRY_AFTER * 2 ** (attempts - 1)
    log.warning("delivery.failed", message=message.id, attempts=attempts, given_up=over)
    async with database.transaction() as records:
        await records.outbox.mark_failed(message.id, reason=error.reason, retry_at=retry_at, at=at)
