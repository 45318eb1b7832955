"""What a platform's directory says of people, as far as every chat platform reads it alike."""

from datetime import timedelta
from zoneinfo import ZoneInfo

FRESH = timedelta(minutes=10)
"""How long a profile is taken to be as it was."""


class StrangerError(Exception):
    """Somebody is not served; *why* is the key of the words that say so, or nothing for a bot.

    They are said in *locale*, the language of the profile, where that was read.
    """

    def __init__(self, why: str, locale: str = "en") -> None:
        """Remember *why*."""
        super().__init__(why or "a bot")
        self.why = why
        self.locale = locale


def zone_named(named: object) -> str | None:
    """Take a time zone that this computer knows."""
    try:
        return ZoneInfo(str(named)).key if named else None
    except (OSError, ValueError):
        return None
