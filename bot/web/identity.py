"""Who is at the page: one of the demonstration's people, named by a cookie anybody may change."""

from aiohttp import web

from bot.demo import PEOPLE, DemoPerson
from governance import Database, Person, PersonNotFoundError

COOKIE = "guildmate_person"

HEADER = "Guildmate-Person"
"""Whom a page believes to be here, sent with everything it asks for."""

_BY_KEY = {person.key: person for person in PEOPLE}


class NotDemonstrationError(Exception):
    """The database holds real people, whom nobody may pretend to be."""


class ChatSetUpError(Exception):
    """People use a chat channel by now, where everybody is who they are."""


class SomebodyElseError(Exception):
    """The page shows somebody else than *person*, who is here by now: another tab changed it."""

    def __init__(self, person: Person) -> None:
        """Remember who is here."""
        super().__init__("the page shows somebody else")
        self.person = person


class NobodyError(Exception):
    """The demonstration has no such person."""


class Identities:
    """The people somebody at the local page can be."""

    def __init__(self, database: Database, *, has_channels: bool) -> None:
        """Find them in *database*; nobody may be any of them once it *has_channels*."""
        self._database = database
        self._has_channels = has_channels

    async def who(self, request: web.Request) -> tuple[DemoPerson, Person]:
        """Tell who sent *request*; the demonstration's first person when it does not say.

        Raises:
            ChatSetUpError: If people use a chat channel.
            NotDemonstrationError: If the database is not the demonstration's.
            SomebodyElseError: If the page believes that somebody else is here.
        """
        if self._has_channels:
            raise ChatSetUpError
        demo = _person_of_cookie(request)
        async with self._database.reading() as records:
            try:
                person = await records.people.get_by_email(demo.email)
            except PersonNotFoundError as error:
                raise NotDemonstrationError from error
        if request.headers.get(HEADER, demo.key) != demo.key:
            raise SomebodyElseError(person)
        return demo, person

    async def everyone(self) -> tuple[tuple[DemoPerson, Person], ...]:
        """List everybody one can be."""
        async with self._database.reading() as records:
            by_email = {person.email: person for person in await records.people.list_all()}
        return tuple((demo, by_email[demo.email]) for demo in PEOPLE if demo.email in by_email)


def locale_of(request: web.Request) -> str:
    """Guess the language of whoever sent *request*, where nobody can be looked up."""
    return _person_of_cookie(request).locale


def become(response: web.Response, key: str) -> None:
    """Make whoever gets *response* the demonstration's person *key* from now on.

    Raises:
        NobodyError: If there is no such person.
    """
    if key not in _BY_KEY:
        raise NobodyError(key)
    response.set_cookie(COOKIE, key, httponly=True, samesite="Strict", path="/")


def _person_of_cookie(request: web.Request) -> DemoPerson:
    return _BY_KEY.get(request.cookies.get(COOKIE, ""), PEOPLE[0])
