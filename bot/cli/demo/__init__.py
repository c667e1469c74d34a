"""`newsbell demo`: the bot at work on recorded news, on this machine alone."""

from bot.cli.demo.play import play

__all__ = ["play"]
