"""Profiles in a platform's directory, as far as every chat platform reads them alike."""

from datetime import timedelta
from zoneinfo import ZoneInfo

PROFILE_TTL = timedelta(minutes=10)
"""How long a profile is cached."""


class StrangerError(Exception):
    """Somebody is not served; *why* is the key of the words that say so, or nothing for a bot.

    They are said in *locale*, the language of the profile, where that was read.
    """

    def __init__(self, why: str, locale: str = "en") -> None:
        """Remember *why*."""
        super().__init__(why or "a bot")
        self.why = why
        self.locale = locale


def parse_zone(named: object) -> str | None:
    """Return *named* as an IANA zone; None when it is none."""
    try:
        return ZoneInfo(str(named)).key if named else None
    except (OSError, ValueError):
        return None
