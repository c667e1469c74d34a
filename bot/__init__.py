"""Newsbell: alerts about the AI industry for Slack, Discord and the terminal."""

__version__ = "0.1.0"
