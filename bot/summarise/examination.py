"""What `newsbell doctor` asks of an endpoint: is it there, does it take the key, does it know the model."""

from __future__ import annotations

import json

import aiohttp

# the check's name, whether it passed, and what was found or what to do next
Finding = tuple[str, bool, str]

# seconds for all of it: a model that must be loaded first isn't waited for
_PATIENCE = aiohttp.ClientTimeout(total=10, connect=5)
# the longest list of models that a provider of all of them sends
_MOST_BYTES = 5_000_000
_ELSEWHERE = "NEWSBELL_LLM_URL mostly ends in /v1, and no redirect is followed"


async def examine(*, url: str, key: str, model: str) -> list[Finding]:
    """The findings, in the order in which to mend them; no secret stands in any. Never raises."""
    base = url.rstrip("/").removesuffix("/chat/completions")
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    session = aiohttp.ClientSession(headers=headers, timeout=_PATIENCE, cookie_jar=aiohttp.DummyCookieJar())
    async with session:
        try:
            async with session.get(f"{base}/models", allow_redirects=False) as response:
                listed = _listed(await _body(response)) if response.status == 200 else None
                status = response.status
            if listed is None and status not in (401, 403):
                # not everybody lists models; everybody answers, or what is set is wrong
                status = await _ask(session, base, model)
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            # the words of these errors may hold the address, and the address a key
            said = f"can't be reached ({type(error).__name__}): is it running, and is NEWSBELL_LLM_URL right?"
            return [("endpoint", False, said)]
    return _findings(status, listed, key=key, model=model)


def _findings(status: int, listed: list[str] | None, *, key: str, model: str) -> list[Finding]:
    reached = ("endpoint", True, "answers")
    if status in (401, 403):
        todo = "put a valid one into NEWSBELL_LLM_KEY" if key else "set NEWSBELL_LLM_KEY"
        fault = f"isn't accepted ({status})" if key else f"is asked for ({status})"
        return [reached, ("key", False, f"{fault}: {todo}")]
    accepted = ("key", True, "is accepted" if key else "is not asked for")
    if listed is not None:
        return [reached, accepted, _known(model, listed)]
    if status == 200:
        return [reached, accepted, ("name", True, f"{model} answers")]
    if status == 429:
        return [reached, ("limit", False, "answers 429: the account's requests or its credit are used up")]
    said = f"answers {status} to a question: {_ELSEWHERE}; or it doesn't know NEWSBELL_LLM_MODEL"
    return [("endpoint", False, said)]


def _known(model: str, listed: list[str]) -> Finding:
    # Ollama takes a name without its tag for the latest
    if model in listed or f"{model}:latest" in listed:
        return ("name", True, f"{model} is known")
    some = ", ".join(listed[:5]) + (" …" if len(listed) > 5 else "")
    offered = f"it offers {some}" if some else "it offers none: load one first"
    return ("name", False, f"{model} isn't known there: {offered}; set NEWSBELL_LLM_MODEL")


async def _ask(session: aiohttp.ClientSession, base: str, model: str) -> int:
    question = {"model": model, "messages": [{"role": "user", "content": "Say yes."}], "max_tokens": 1}
    async with session.post(f"{base}/chat/completions", json=question, allow_redirects=False) as response:
        return response.status


async def _body(response: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in response.content.iter_chunked(65_536):
        body += chunk
        if len(body) > _MOST_BYTES:
            raise ValueError("the list is too long")
    return bytes(body)


def _listed(body: bytes) -> list[str] | None:
    """The names in a list of models; None for what is no such list."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    rows = told.get("data") if isinstance(told, dict) else None
    if not isinstance(rows, list):
        return None
    return [row["id"][:80] for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str)]
