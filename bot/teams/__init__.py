"""Microsoft Teams: the whole product there, as cards, dialogs and messages."""

from bot.teams.manifest import package

__all__ = ["package"]
