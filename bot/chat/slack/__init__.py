"""Slack over Socket Mode: no public address, no web server, two tokens."""

from bot.chat.slack.chat import SlackChat
from bot.chat.slack.examination import Finding, examine
from bot.chat.slack.web import SLACK

__all__ = ["SLACK", "Finding", "SlackChat", "examine"]
