"""Slack over Socket Mode: no public address, no web server, two tokens."""

from bot.chat.slack.chat import SlackChat

__all__ = ["SlackChat"]
