"""Slack: the whole product where people already talk."""

from bot.slack.channel import slack_channel, trouble_with_slack
from bot.slack.manifest import manifest

__all__ = ["manifest", "slack_channel", "trouble_with_slack"]
