"""What is done once, however often a platform asks for it, and again only where it failed."""

from collections.abc import Awaitable, Callable

from bot.chat.conversation import ConversationService
from handlers import Turn


class Singly:
    """Remembers what was done; what is being done is nobody else's to do."""

    def __init__(self, conversations: ConversationService) -> None:
        """Remember by *conversations*, for every process."""
        self._conversations = conversations
        self._doing: set[str] = set()

    async def do(self, turn: Turn, name: str, work: Callable[[], Awaitable[bool]]) -> bool | None:
        """Do *work* unless it was done under that *name*; it tells whether it was.

        Tell whether it is done by now; nothing while somebody else is at it.
        """
        if name in self._doing:
            return None
        self._doing.add(name)
        try:
            if await self._conversations.find_reply(turn.person, name) is not None:
                return True
            is_done = await work()
            if is_done:
                await self._conversations.record_once(turn, name)
            return is_done
        finally:
            self._doing.discard(name)
