"""Discord through discord.py: one token, no privileged intent, no public address."""

from bot.chat.discord.chat import DiscordChat
from bot.chat.discord.examination import Finding, examine

__all__ = ["DiscordChat", "Finding", "examine"]
