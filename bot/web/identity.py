"""Who is at the page: one of the demonstration's people, named by a cookie anybody may change."""

from aiohttp import web

from bot.demo import PEOPLE, DemoPerson
from governance import Database, Person, PersonNotFoundError

COOKIE = "guildmate_person"

_BY_KEY = {person.key: person for person in PEOPLE}


class NotDemonstrationError(Exception):
    """The database holds real people, whom nobody may pretend to be."""


class NobodyError(Exception):
    """The demonstration has no such person."""


class Identities:
    """The people somebody at the local page can be."""

    def __init__(self, database: Database) -> None:
        """Find them in *database*."""
        self._database = database

    async def who(self, request: web.Request) -> tuple[DemoPerson, Person]:
        """Tell who sent *request*; the demonstration's first person when it does not say.

        Raises:
            NotDemonstrationError: If the database is not the demonstration's.
        """
        demo = _BY_KEY.get(request.cookies.get(COOKIE, ""), PEOPLE[0])
        async with self._database.reading() as office:
            try:
                return demo, await office.people.by_email(demo.email)
            except PersonNotFoundError as error:
                raise NotDemonstrationError from error

    async def everyone(self) -> tuple[tuple[DemoPerson, Person], ...]:
        """List everybody one can be."""
        async with self._database.reading() as office:
            by_email = {person.email: person for person in await office.people.everyone()}
        return tuple((demo, by_email[demo.email]) for demo in PEOPLE if demo.email in by_email)


def become(response: web.Response, key: str) -> None:
    """Make whoever gets *response* the demonstration's person *key* from now on.

    Raises:
        NobodyError: If there is no such person.
    """
    if key not in _BY_KEY:
        raise NobodyError(key)
    response.set_cookie(COOKIE, key, httponly=True, samesite="Strict", path="/")
