"""What went wrong, in our words: statuses of servers and errors of the network's libraries.

Reasons name hosts and statuses, never whole addresses: a feed's address may carry a token.
"""

from __future__ import annotations

import http
import socket
import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import aiohttp
import httpx

from bot.core.model import FetchFailed, Verdict
from bot.sources.addresses import Failed, refused
from bot.sources.connections import REFUSAL

# beyond a year a wait is a mistake, and timedelta would overflow on some
_LONGEST_WAIT = 366 * 86_400.0


def failed(
    verdict: Verdict, reason: str, *, permanent: bool = False, retry_after: float | None = None
) -> Failed:
    """The failure of this verdict, ready to raise."""
    return Failed(FetchFailed(verdict=verdict, reason=reason, permanent=permanent, retry_after=retry_after))


def join(address: str, location: str) -> str:
    """Where a redirect leads. Raises Failed for what is no address."""
    try:
        return urljoin(address, location.strip()).partition("#")[0]
    except ValueError:
        raise refused("the server redirects to something that is not a web address") from None


def check_status(response: httpx.Response) -> None:
    """Raises Failed for every status under which no feed is sent."""
    status = response.status_code
    if status in (200, 203):
        return
    words = f"the server answered {status}{_phrase(status)}"
    if status in (204, 205):
        raise failed(Verdict.EMPTY, words)
    if status == 410:
        raise failed(Verdict.GONE, f"{words}: the feed was removed for good", permanent=True)
    if status == 511:
        # by its definition it's not the server that says so (RFC 6585)
        raise failed(Verdict.CONNECTION, f"the network wants a sign-in first: {words}")
    wait = retry_after(response.headers) if status in (429, 503) else None
    raise failed(Verdict.RATE_LIMITED if status == 429 else Verdict.STATUS, words, retry_after=wait)


def _phrase(status: int) -> str:
    try:
        return f" ({http.HTTPStatus(status).phrase})"
    except ValueError:
        return ""


def retry_after(headers: httpx.Headers) -> float | None:
    """The seconds that Retry-After names (RFC 9110, 10.2.3), None when it's missing or unreadable.

    A date counts from the server's own Date, so that a wrong clock on either side does no harm.
    """
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return min(float(said[:12]), _LONGEST_WAIT)
    then, now = _moment(said), _moment(headers.get("date", ""))
    if then is None or now is None:
        return None
    return min(max((then - now).total_seconds(), 0.0), _LONGEST_WAIT)


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def translate(error: Exception, host: str) -> Failed:
    """An error of httpx, aiohttp or the system as one of ours; any other is raised again as it is."""
    chain = list(_chain(error))
    if any(REFUSAL in str(one) for one in chain):
        return refused(f"{host} is {REFUSAL}")
    for kinds, verdict, reason in _KNOWN:
        if any(isinstance(one, kinds) for one in chain):
            return failed(verdict, reason.format(host=host))
    raise error


def _chain(error: BaseException | None) -> list[BaseException]:
    """The error and what caused it; aiohttp keeps the system's error beside the chain."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        beside = getattr(error, "os_error", None)
        if isinstance(beside, BaseException):
            found.append(beside)
        error = error.__cause__ or error.__context__
    return found


# in this order: httpx-aiohttp reports every failed connection as a timeout, whose cause tells more
_KNOWN: tuple[tuple[tuple[type[BaseException], ...], Verdict, str], ...] = (
    (
        (ssl.SSLError, ssl.CertificateError, aiohttp.ClientSSLError),
        Verdict.TLS,
        "the certificate of {host} can't be trusted, or no secure connection could be agreed on",
    ),
    (
        (aiohttp.ClientConnectorDNSError, socket.gaierror),
        Verdict.DNS,
        "no machine is known by the name {host}",
    ),
    ((aiohttp.ClientConnectorError,), Verdict.CONNECTION, "no connection to {host} could be made"),
    (
        (aiohttp.ServerTimeoutError, aiohttp.SocketTimeoutError),
        Verdict.TIMEOUT,
        "{host} did not answer in time",
    ),
    (
        (aiohttp.ClientResponseError,),
        Verdict.CONNECTION,
        "{host} sent something that is not HTTP, or headers beyond measure",
    ),
    ((aiohttp.InvalidURL, httpx.InvalidURL), Verdict.REFUSED_ADDRESS, "this is not a web address"),
    ((aiohttp.ClientError,), Verdict.CONNECTION, "the connection to {host} broke off"),
    ((httpx.TimeoutException,), Verdict.TIMEOUT, "{host} did not answer in time"),
    ((httpx.HTTPError, OSError), Verdict.CONNECTION, "the connection to {host} broke off"),
)
