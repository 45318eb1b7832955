"""Who writes from Teams: colleagues, known by their id in the directory and their address."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog

from bot.chat.profiles import PROFILE_TTL, StrangerError, parse_zone
from bot.teams.activities import Sender
from bot.teams.connector import Address, Connector, TeamsError
from governance import Database, Person

log = structlog.get_logger()

TEAMS = "teams"
"""The channel's name wherever it is written down."""

GUEST_MARK = "#EXT#"
"""What stands in the name that somebody of another directory signs in with."""


StartTask = Callable[[Coroutine[Any, Any, Any]], "asyncio.Task[Any]"]
"""Lets work go on by itself."""


@dataclass(frozen=True, slots=True)
class _CachedPerson:
    person: Person
    profile: Mapping[str, Any]
    at: datetime
    locale: str
    zone: str

    def is_elsewhere(self, sender: Sender) -> bool:
        """Return whether their client has another language or time zone by now."""
        return sender.locale not in {"", self.locale} or sender.zone not in {"", self.zone}


class TeamsPeople:
    """The people of one tenant."""

    def __init__(
        self,
        connector: Connector,
        database: Database,
        now: Callable[[], datetime],
        *,
        begin: StartTask,
        guests: bool = False,
    ) -> None:
        """Ask Teams by *connector*, and write down in *database*; *guests* may be served too.

        *begin* lets work go on by itself.
        """
        self._connector = connector
        self._database = database
        self._now = now
        self._begin = begin
        self._guests = guests
        self._seen: dict[str, _CachedPerson] = {}
        self._asked: dict[str, asyncio.Task[Any]] = {}

    async def identify(self, sender: Sender, *places: Address) -> Person:
        """Find the person behind a *sender* as ``recall`` does, with the roles they have now.

        Raises:
            StrangerError: If it is a guest, somebody of another organisation, or no person.
            TeamsError: If Teams cannot say, and they were never here.
        """
        person = await self.recall(sender, *places)
        async with self._database.reading() as records:
            return await records.people.get(person.id)

    def is_recalled(self, sender: Sender) -> bool:
        """Return whether a *sender* is known here without asking Teams again."""
        seen = self._seen.get(sender.id)
        return seen is not None and self._now() - seen.at <= PROFILE_TTL

    async def recall(self, sender: Sender, *places: Address) -> Person:
        """Find the person behind a *sender*, asking for the profile when they are new here.

        Their roles are those of when they were last looked up; accepting a turn reads the ones
        they have now.

        *places* are conversations that they are in, the first of which that knows them says who
        they are. Nobody who was here before waits for that: they are taken as they were, and
        what Teams says by now counts from the next time on.

        Raises:
            StrangerError: If it is a guest, somebody of another organisation, or no person.
            TeamsError: If Teams cannot say, and they were never here.
        """
        if not sender.id:
            raise StrangerError("")
        seen = self._seen.get(sender.id)
        if seen is None:
            seen = await self._refresh(sender, places)
        elif self._now() - seen.at > PROFILE_TTL:
            self._refresh_in_background(sender, places)
        if seen.is_elsewhere(sender):
            seen = await self._recognise(sender, seen.profile, seen.at)
        return seen.person

    async def _refresh(self, sender: Sender, places: Sequence[Address]) -> _CachedPerson:
        """Ask Teams who somebody is, and write it down."""
        try:
            profile = await self._profile(sender, places)
            _check(profile, sender, places[0].tenant, guests=self._guests)
        except StrangerError:
            self._seen.pop(sender.id, None)
            raise
        return await self._recognise(sender, profile, self._now())

    def _refresh_in_background(self, sender: Sender, places: Sequence[Address]) -> None:
        """Ask once more, unless that is being done, while they are answered."""
        invoke = self._asked.get(sender.id)
        if invoke is None or invoke.done():
            self._asked[sender.id] = self._begin(self._try_refresh(sender, places))

    async def _try_refresh(self, sender: Sender, places: Sequence[Address]) -> None:
        try:
            await self._refresh(sender, places)
        except StrangerError as stranger:
            log.info("teams.stranger", why=stranger.why)
        except TeamsError as error:
            log.info("teams.profile_is_old", code=error.code)
        finally:
            self._asked.pop(sender.id, None)

    async def _profile(self, sender: Sender, places: Sequence[Address]) -> Mapping[str, Any]:
        *others, last = places
        for place in others:
            try:
                return await self._connector.member(place, sender.user or sender.id)
            except TeamsError:
                continue
        return await self._connector.member(last, sender.user or sender.id)

    def locale_of(self, sender: Sender) -> str:
        """Return the language of somebody; Teams says it with everything they do."""
        seen = self._seen.get(sender.id)
        return seen.person.locale if seen else sender.locale or "en"

    async def _recognise(
        self, sender: Sender, profile: Mapping[str, Any], invoke: datetime
    ) -> _CachedPerson:
        async with self._database.transaction() as records:
            person = await records.people.recognise(
                TEAMS,
                sender.id,
                name=str(profile.get("name") or sender.name),
                email=_email(profile),
                locale=sender.locale or None,
                zone=parse_zone(sender.zone),
                at=self._now(),
            )
        seen = _CachedPerson(person, profile, invoke, sender.locale, sender.zone)
        self._seen[sender.id] = seen
        return seen


def _check(profile: Mapping[str, Any], sender: Sender, tenant: str, *, guests: bool) -> None:
    """Refuse whoever is no colleague; what cannot be told is refused as well.

    Raises:
        StrangerError: If it is somebody else, of another organisation, or a guest.
    """
    known = str(profile.get("aadObjectId") or profile.get("objectId") or profile.get("id") or "")
    if not profile or known.lower() != sender.id.lower():
        raise StrangerError("chat-external")
    if str(profile.get("tenantId") or tenant).lower() != tenant.lower():
        raise StrangerError("chat-external")
    signs_in = str(profile.get("userPrincipalName") or "")
    is_guest = GUEST_MARK in signs_in or profile.get("userRole") in {"guest", "anonymous"}
    if is_guest and not guests:
        raise StrangerError("chat-guest")


def _email(profile: Mapping[str, Any]) -> str | None:
    """Return the e-mail address, or the sign-in name where that is one."""
    signs_in = str(profile.get("userPrincipalName") or "")
    found = str(profile.get("email") or ("" if GUEST_MARK in signs_in else signs_in))
    return found if "@" in found else None
