"""Microsoft Teams: the whole product there, as cards, dialogs and messages."""

from bot.teams.channel import teams_channel, trouble_with_teams
from bot.teams.manifest import package

__all__ = ["package", "teams_channel", "trouble_with_teams"]
