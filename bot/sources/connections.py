"""Connections that look at the very address they are about to make, and refuse all that is not public.

The check stands in the connector's socket factory: after resolution, just before connecting, on every hop.
A name that answers differently the second time, or a literal that no resolver sees, gets no further.
"""

from __future__ import annotations

import errno
import os
import socket
import ssl
from collections.abc import Callable
from functools import partial
from typing import Any

import aiohttp
import certifi
import httpx
from aiohttp.abc import AbstractResolver
from httpx_aiohttp import AiohttpTransport

from bot.sources.addresses import is_global

# the words by which a refusal is known again behind the layers that wrap it
REFUSAL = "not an address on the public internet"

# an answer with more, or longer, header lines is no feed
_HEADER_BYTES = 8190
_HEADER_LINES = 100

_MOST_CONNECTIONS = 50


def trust() -> ssl.SSLContext:
    """The certificates that count: SSL_CERT_FILE and SSL_CERT_DIR when set, else the system's."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"] and not _own_certificates():
        # some builds of Python come without certificates
        context.load_verify_locations(certifi.where())
    return context


def _own_certificates() -> bool:
    return bool(os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR"))


def transport(
    *,
    guarded: bool,
    context: ssl.SSLContext,
    resolver: AbstractResolver | None = None,
    public: Callable[[str], bool] = is_global,
) -> httpx.AsyncBaseTransport:
    """A transport without cookies and without proxies from the environment.

    `guarded` ones connect to `public` addresses alone; the other kind is for hosts that the settings allow.
    """
    factory = partial(_guarded_socket, public) if guarded else None

    def session() -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                ssl=context,
                limit=_MOST_CONNECTIONS,
                resolver=resolver,
                socket_factory=factory,
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            max_line_size=_HEADER_BYTES,
            max_field_size=_HEADER_BYTES,
            max_headers=_HEADER_LINES,
        )

    # the session binds itself to the loop that runs, so it is made at the first request
    return AiohttpTransport(verify=context, trust_env=False, client=session)


def _guarded_socket(public: Callable[[str], bool], info: tuple[Any, ...]) -> socket.socket:
    family, kind, proto, _, address = info
    if family not in (socket.AF_INET, socket.AF_INET6) or not public(str(address[0])):
        raise OSError(errno.EACCES, f"{address[0]} is {REFUSAL}")
    return socket.socket(family, kind, proto)
