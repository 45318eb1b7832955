"""Slack: the whole product where people already talk."""

from bot.slack.channel import slack_channel
from bot.slack.client import trouble_with_slack
from bot.slack.manifest import manifest
from bot.slack.setup import SLACK_CHANNEL

__all__ = ["SLACK_CHANNEL", "manifest", "slack_channel", "trouble_with_slack"]
