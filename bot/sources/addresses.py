"""Which addresses may be asked at all, before and after their name is resolved.

The special-purpose blocks are those of the IANA registries (RFC 6890 and its updates), written out because
`ipaddress.is_global` gives other answers from one Python release to the next.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, urlsplit

import httpx
import idna

from bot.core.model import FetchFailed, Verdict
from bot.errors import ReadError

# True: every host at every port. A set: in lower case, "rsshub" (at the ports below), "rsshub:1200" (there
# alone) or "rsshub:*" (everywhere), and "[fd00::1]" in the place of a name.
AllowPrivate = bool | frozenset[str]

PORTS = frozenset({80, 443, 8080, 8443})
_DEFAULT = {"http": 80, "https": 443}

# what browsers and servers take; longer ones are attacks or mistakes
_LONGEST = 4096

_V4_SPECIAL = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)

# the only block from which global addresses are given; mapped, compatible, NAT64, local and multicast
# forms all lie outside
_V6_GLOBAL = IPv6Network("2000::/3")
_V6_SPECIAL = tuple(
    # protocol assignments with Teredo, documentation, 6to4, documentation
    IPv6Network(block)
    for block in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)

# names that mean this machine or its neighbours (RFC 6761, 6762, 8375, ICANN's .internal), or need another
# network (RFC 7686, 9476)
_LOCAL_NAMES = (
    *("localhost", "localdomain", "local", "internal", "home.arpa", "onion", "alt"),
    # never delegated, and used in many networks (RFC 6762, appendix G); the names of Kubernetes' services
    *("lan", "intranet", "private", "corp", "home", "svc"),
)

_DOTS = re.compile("[\u3002\uff0e\uff61]")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")


class Failed(ReadError):
    """A fetch that brought nothing; `result` says how, in words that may be shown."""

    def __init__(self, result: FetchFailed) -> None:
        super().__init__(result.reason)
        self.result = result


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A checked address. `private` says that its host may be a private one."""

    url: httpx.URL
    host: str
    private: bool


def is_global(address: str) -> bool:
    """Whether a numeric address belongs to a machine on the public internet; False for what is no address."""
    # a zone ("fe80::1%eth0") only ever names a local link
    if "%" in address:
        return False
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return not any(parsed in block for block in _V4_SPECIAL)
    if parsed not in _V6_GLOBAL or any(parsed in block for block in _V6_SPECIAL):
        return False
    return not _holds_v4(parsed)


def _holds_v4(address: IPv6Address) -> bool:
    """ISATAP (RFC 5214): an IPv4 address, most often a private one, in the last 32 bits."""
    return (int(address) >> 32) & 0xFFFFFFFF in (0x00005EFE, 0x02005EFE)


def check(address: str, allow_private: AllowPrivate = False) -> Target:
    """The address in the one form that is then asked. Raises Failed for one that must not be fetched.

    What a name resolves to is not known here: the guarded connector looks at that.
    """
    if len(address) > _LONGEST:
        raise refused("the address is too long")
    if re.search(r"[\x00-\x20\x7f\\]", address.strip()):
        raise refused("the address holds spaces, control characters or backslashes")
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        raise refused("this is not a web address") from None
    if parts.scheme not in ("http", "https"):
        raise refused("only http and https addresses can be followed")
    if "@" in parts.netloc:
        raise refused("an address with a user name or password in it is not asked")
    # some parsers take what stands behind the brackets for a part of the name, some for nothing
    if "[" in parts.netloc and not re.fullmatch(r"\[[0-9a-fA-F:.]+\](:\d*)?", parts.netloc):
        raise refused("this is not a web address")
    host = _host(parts.hostname or "")
    private = _allowed(host, _DEFAULT[parts.scheme] if port is None else port, allow_private)
    if not private:
        _check_public(host, port)
    return Target(url=_url(parts, host, port), host=host, private=private)


def _allowed(host: str, port: int, allow: AllowPrivate) -> bool:
    """Whether this host may be asked at this port though it may be a private one."""
    if isinstance(allow, bool):
        return allow
    shown = _shown(host)
    return f"{shown}:{port}" in allow or f"{shown}:*" in allow or (shown in allow and port in PORTS)


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def refused(reason: str) -> Failed:
    """The failure that says why an address is not asked."""
    return Failed(FetchFailed(verdict=Verdict.REFUSED_ADDRESS, reason=reason, permanent=True))


def _host(raw: str) -> str:
    """Lower case and ASCII, one form for every spelling: full-width digits, other dots, a dot at the end."""
    if ":" in raw:
        try:
            return str(IPv6Address(raw))
        except ValueError:
            raise refused("this is not a web address") from None
    host = _DOTS.sub(".", unicodedata.normalize("NFKC", raw)).lower()
    # one dot at the end is how a full name may be written
    host = host.removesuffix(".")
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError:
            raise refused("the host's name is not written as names may be") from None
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in host.split(".")):
        raise refused("the host's name is not written as names may be")
    return host


def _check_public(host: str, port: int | None) -> None:
    if port is not None and port not in PORTS:
        raise refused(
            f"port {port} is not asked, only 80, 443, 8080 and 8443;"
            f" whoever runs Newsbell can allow {_shown(host)}:{port} in NEWSBELL_ALLOW_PRIVATE_HOSTS"
        )
    if ":" in host or re.fullmatch(r"\d{1,3}(\.\d{1,3}){3}", host):
        if not is_global(host):
            raise refused(f"{host} is not an address on the public internet")
        return
    last = host.rpartition(".")[2]
    # what resolvers read as a number in decimal, octal or hex: 2130706433, 0x7f.1, 0177.0.0.1
    if re.fullmatch(r"\d+|0x[0-9a-f]*", last):
        raise refused(f"{host} is an odd spelling of a numeric address")
    if "." not in host or any(f".{host}".endswith(f".{name}") for name in _LOCAL_NAMES):
        raise refused(f"{host} is a name of a local network")


def _url(parts: SplitResult, host: str, port: int | None) -> httpx.URL:
    netloc = _shown(host) if port is None else f"{_shown(host)}:{port}"
    path = quote(parts.path or "/", safe="/%:=&~+!$,;'@()*.-_")
    query = f"?{quote(parts.query, safe='/%:=&?~+!$,;@()*.-_[]')}" if parts.query else ""
    try:
        url = httpx.URL(f"{parts.scheme}://{netloc}{path}{query}")
    except (httpx.InvalidURL, ValueError):
        raise refused("this is not a web address") from None
    # two parsers that read one address differently are how guards are walked around
    default = _DEFAULT[parts.scheme]
    if url.raw_host.decode("ascii") != host or (url.port or default) != (port or default):
        raise refused("this is not a web address")
    return url
