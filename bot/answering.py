"""Answers requests from every chat through the one command table; a bug is logged, not shown."""

from __future__ import annotations

import structlog

from bot import commands
from bot.core.model import Reply
from bot.core.spans import text
from bot.ports import Request

log = structlog.get_logger()


class Answering:
    """What a chat calls for each request."""

    def __init__(self, context: commands.Context) -> None:
        self._context = context

    async def __call__(self, request: Request) -> Reply:
        """Answer one request; never raises."""
        try:
            reply = await commands.handle(self._context, request)
        except Exception as error:
            log.exception(
                "command.crashed", verb=request.verb, channel=str(request.channel), cause=str(error)
            )
            return Reply(lines=((text("Something went wrong here; the log says what."),),), failed=True)
        log.debug("command.answered", verb=request.verb, channel=str(request.channel), failed=reply.failed)
        return reply
