"""An endpoint on 127.0.0.1 that speaks OpenAI's chat completions, and misbehaves when told to."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from aiohttp import web

Behaviour = Callable[[dict[str, Any]], web.StreamResponse]


def completion(said: str, *, tokens: int | None = 150) -> web.Response:
    answer: dict[str, Any] = {"choices": [{"message": {"role": "assistant", "content": said}}]}
    if tokens is not None:
        answer["usage"] = {"total_tokens": tokens}
    return web.json_response(answer)


def says(said: str, *, tokens: int | None = 150) -> Behaviour:
    return lambda asked: completion(said, tokens=tokens)


def obeys(asked: dict[str, Any]) -> web.Response:
    """Does what any order in the page says, as a model without judgement would."""
    data = json.loads(asked["messages"][-1]["content"])
    order = re.search(
        r"(?is)ignore .{0,80}?(?:write|say|answer) that (.*?[.!])", f"{data['title']}\n{data['text']}"
    )
    return completion(order[1] if order else "DeepSeek has closed its first funding round.")


class Endpoint:
    """Serves `/v1/chat/completions` with a behaviour that a test may change; keeps what it was asked."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.behaviour = behaviour
        self.hangs = False
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.url = ""
        # what `/v1/models` lists, None where there is no such list; and the one key that it takes, if any
        self.models: list[str] | None = ["small"]
        self.key = ""
        self._let_go = asyncio.Event()

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/v1/chat/completions", self._answer)
        app.router.add_get("/v1/models", self._list)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/v1"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._let_go.set()
        await self._runner.cleanup()

    async def _list(self, request: web.Request) -> web.StreamResponse:
        if self.key and request.headers.get("Authorization") != f"Bearer {self.key}":
            return web.json_response(
                {"error": f"no such key: {request.headers['Authorization']}"}, status=401
            )
        if self.models is None:
            return web.Response(status=404)
        return web.json_response({"object": "list", "data": [{"id": name} for name in self.models]})

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        self.asked.append(asked)
        self.headers.append(dict(request.headers))
        if self.hangs:
            await self._let_go.wait()
        return self.behaviour(asked)
