"""The terminal as a chat: a prompt for commands, panels for alerts; plain lines through a pipe."""

from bot.chat.terminal.chat import HERE, TerminalChat
from bot.chat.terminal.draw import Screen

__all__ = ["HERE", "Screen", "TerminalChat"]
