"""Who writes from Slack: colleagues, known by the e-mail address of their profile."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.chat.profiles import PROFILE_TTL, StrangerError, parse_zone
from bot.slack.web_api import SlackError, WebApi
from governance import Database, Person, PersonNotFoundError

SLACK = "slack"
"""The channel's name wherever it is written down."""

UNKNOWN_USER_CODES = frozenset({"user_not_found", "user_not_visible"})
"""What Slack says of a user that it does not know; everything else only says that it cannot say."""


@dataclass(frozen=True, slots=True)
class SlackTeam:
    """Where the app is installed: one workspace, or all of an *organisation*'s."""

    id: str
    organisation: str = ""

    def has(self, profile: Mapping[str, Any]) -> bool:
        """Return whether somebody belongs here; whose *profile* does not say so does not.

        Whoever shares a channel with us is no stranger to Slack, wherever they belong.
        https://docs.slack.dev/reference/objects/user-object
        """
        wider = profile.get("enterprise_user") or {}
        return (
            profile.get("team_id") == self.id
            or self.id in (wider.get("teams") or ())
            or bool(self.organisation and wider.get("enterprise_id") == self.organisation)
        )


@dataclass(frozen=True, slots=True)
class _CachedPerson:
    person: Person
    at: datetime


class SlackPeople:
    """The people of one workspace."""

    def __init__(self, api: WebApi, database: Database, *, guests: bool = False) -> None:
        """Ask Slack by *api*, and write down in *database*; *guests* may be served too."""
        self._api = api
        self._database = database
        self._guests = guests
        self._cache: dict[str, _CachedPerson] = {}
        self._team: SlackTeam | None = None

    async def team(self) -> SlackTeam:
        """Say where we are installed; no event does, since a shared channel is of two teams.

        Raises:
            SlackError: If Slack has not said it yet, and cannot now.
        """
        if self._team is None:
            us = await self._api("auth.test")
            wide = us.get("is_enterprise_install")
            organisation = str(us.get("enterprise_id") or "") if wide else ""
            self._team = SlackTeam(str(us["team_id"]), organisation)
        return self._team

    async def _find_known(self, user: str) -> Person | None:
        """Find somebody who was here before, without asking Slack."""
        async with self._database.reading() as records:
            try:
                return await records.people.get_by_account(SLACK, user)
            except PersonNotFoundError:
                return None

    async def identify(self, user: str, *, at: datetime) -> Person:
        """Find the person behind a Slack *user*, with the roles that they have now.

        Raises:
            StrangerError: If it is a guest, somebody of another organisation, or no person.
            SlackError: If Slack cannot say, and the user was never here.
        """
        person = await self.recall(user, at=at)
        async with self._database.reading() as records:
            return await records.people.get(person.id)

    async def recall(self, user: str, *, at: datetime) -> Person:
        """Find the person behind a Slack *user*, asking for the profile when it is not fresh.

        Their roles are those of that time; accepting a turn reads the ones they have now. When
        Slack cannot say, somebody who was known before is taken as they were.

        Raises:
            StrangerError: If it is a guest, somebody of another organisation, or no person.
            SlackError: If Slack cannot say, and the user was never here.
        """
        seen = self._cache.get(user)
        if seen is None or at - seen.at > PROFILE_TTL:
            try:
                profile = await self._profile(user)
                _check(profile, await self.team(), guests=self._guests)
            except StrangerError:
                self._cache.pop(user, None)
                raise
            except SlackError as error:
                known = await self._find_known(user)
                if known is None or error.code in UNKNOWN_USER_CODES:
                    raise
                return known
            seen = await self._recognise(user, profile, at=at)
        return seen.person

    async def is_colleague(self, user: str) -> bool:
        """Return whether a *user* is a member of the workspace, and no guest.

        Raises:
            SlackError: If Slack cannot say.
        """
        try:
            _check(await self._profile(user), await self.team(), guests=False)
        except StrangerError:
            return False
        return True

    def locale_of(self, user: str) -> str:
        """Return the language of a user who was here before; English for all others."""
        seen = self._cache.get(user)
        return seen.person.locale if seen else "en"

    async def email_of(self, user: str) -> str:
        """Return the e-mail address of a colleague who was chosen in a form; empty without one."""
        try:
            profile, team = await self._profile(user), await self.team()
        except SlackError:
            return ""
        return str(profile.get("profile", {}).get("email") or "") if team.has(profile) else ""

    async def user_of(self, email: str) -> str:
        """Return the Slack user who has an e-mail address; empty when there is none."""
        async with self._database.reading() as records:
            try:
                person = await records.people.get_by_email(email)
                accounts = await records.people.list_accounts(person.id)
            except PersonNotFoundError:
                accounts = ()
        known = [each.external_id for each in accounts if each.channel == SLACK]
        if known:
            return known[0]
        try:
            found = await self._api("users.lookupByEmail", email=email)
        except SlackError:
            return ""
        return str(found.get("user", {}).get("id", ""))

    async def _profile(self, user: str) -> Mapping[str, Any]:
        found = await self._api("users.info", user=user, include_locale="true")
        profile: Mapping[str, Any] = found.get("user") or {}
        return profile

    async def _recognise(
        self, user: str, found: Mapping[str, Any], *, at: datetime
    ) -> _CachedPerson:
        profile = found.get("profile") or {}
        name = profile.get("real_name") or found.get("real_name") or found.get("name") or ""
        async with self._database.transaction() as records:
            person = await records.people.recognise(
                SLACK,
                user,
                name=str(name),
                email=profile.get("email"),
                locale=found.get("locale"),
                zone=parse_zone(found.get("tz")),
                at=at,
            )
        self._cache[user] = _CachedPerson(person, at)
        return self._cache[user]


def _check(found: Mapping[str, Any], team: SlackTeam, *, guests: bool) -> None:
    """Refuse whoever is no colleague; what cannot be told is refused as well.

    Raises:
        StrangerError: If *found* is a bot, gone, a guest, or of another organisation.
    """
    if not found or found.get("is_bot") or found.get("deleted"):
        raise StrangerError("")
    locale = str(found.get("locale") or "en")
    if found.get("is_stranger") or not team.has(found):
        raise StrangerError("chat-external", locale)
    is_guest = found.get("is_restricted") or found.get("is_ultra_restricted")
    if is_guest and not guests:
        raise StrangerError("chat-guest", locale)
