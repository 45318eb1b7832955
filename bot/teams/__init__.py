"""Microsoft Teams: the whole product there, as cards, dialogs and messages."""

from bot.teams.channel import teams_channel, trouble_with_teams
from bot.teams.manifest import package
from bot.teams.setup import TEAMS_CHANNEL

__all__ = ["TEAMS_CHANNEL", "package", "teams_channel", "trouble_with_teams"]
