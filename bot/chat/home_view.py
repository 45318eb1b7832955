"""The home view: one person's overview, shown beside a conversation without a turn of it."""

from datetime import datetime

from bot.chat.channel import Service
from governance import Person
from handlers import Desk, Place, Reply, Said, Turn
from handlers.wording import wording

HOME = "home"
"""The command whose reply it is."""


async def build_home(service: Service, person: Person, channel: str, *, at: datetime) -> Reply:
    """Build the reply of the home command for *person*: what waits, was built and booked."""
    assistant = service.assistant
    command = next(command for command in assistant.commands if command.name == HOME)
    async with service.database.reading() as records:
        person = await records.people.get(person.id)  # whose roles may have changed
        turn = Turn(HOME, person, Place(channel, HOME), Said(""), at)
        words = wording(person.locale)
        desk = Desk(records, service.handbook, assistant.policy, words, commands=assistant.commands)
        return await command.start(turn, desk)
