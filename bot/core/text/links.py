"""Addresses brought to one form, and the outlet behind an address."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from bot.core.text.domains import FAMILIES, REDIRECTS, SUFFIXES

# longer ones are no addresses that a browser takes
_LONGEST = 8192
_TRACKING = re.compile(
    r"utm_\w*|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|_hsenc|_hsmi|"
    r"hsctatracking|mkt_tok|mc_[ce]id|vero_id|oly_(?:enc|anon)_id|wickedid|cmpid|icid|ncid|s_cid|guccounter|"
    r"guce_referr\w*|ref|ref_src|ref_url|referrer|cmp|smid|smtyp|partner|spm|scm|share_token|isappinstalled|"
    r"__twitter_impression|outputtype|amp|at_(?:medium|campaign|link\w*|ptr_name|format|bbc_team)|xtor|pk_\w+|"
    r"mtm_\w+|ns_\w+|trk|trkcampaign|sh_kit|taid|feature|sref|_ga|_gl|chan_id",
    re.I,
)
# these carry meaning on some sites; only the values that name a channel are tracking
_CHANNELS = re.compile(
    r"rss(?:feed)?|feed|atom|newsletter|email|twitter|facebook|linkedin|social|share|weixin|wechat", re.I
)
_CHANNEL_PARAMETERS = frozenset({"f", "from", "source", "src", "via", "medium"})
_AMP_PATH = re.compile(r"/amp(?:/|$)(?!.*/amp(?:/|$))|\.amp(?=\.html?$|$)", re.I)
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?")
# controls, and halves of characters, which no address can be encoded with
_UNWRITABLE = re.compile("[\x00-\x20\x7f\ud800-\udfff]+")
_SAFE = "/:=&?~+!$,;'@()*[]%-._"


def canonical(link: str) -> str:
    """One address for one page: tracking parameters, fragment, default port, AMP and mobile forms out.

    "" for what is no http or https address. Redirects of Google News and feed proxies stay as they are.
    """
    raw = _UNWRITABLE.sub("", link.replace("\\", "/")) if len(link) <= _LONGEST else ""
    try:
        parts = urlsplit(raw)
        port = parts.port
    except ValueError:
        return ""
    scheme, host = parts.scheme.lower(), _host(parts.hostname or "")
    if scheme not in {"http", "https"} or not host:
        return ""
    path = quote(parts.path or "/", safe=_SAFE)
    if host in REDIRECTS:
        return urlunsplit((scheme, host, path, quote(parts.query, safe=_SAFE), ""))
    if unwrapped := _unwrap(scheme, host, path):
        return canonical(unwrapped)
    host = _desktop(host)
    shown = f"[{host}]" if ":" in host else host
    if port and port != {"http": 80, "https": 443}[scheme]:
        shown = f"{shown}:{port}"
    return urlunsplit((scheme, shown, _AMP_PATH.sub("", path) or "/", _query(parts.query), ""))


def publisher(link: str, fallback: str) -> str:
    """The registered domain of an address ("techcrunch.com"), the outlet's short name.

    The fallback where there is no such domain, or where the address only passes the reader on to the outlet.
    """
    try:
        host = _host(urlsplit(link.strip()).hostname or "")
    except ValueError:
        host = ""
    domain = _registered(host)
    return fallback if fallback and (not domain or host in REDIRECTS) else domain or fallback


def family(publisher: str) -> str:
    """The publisher that stands for all domains of one newsroom, so that its copies count as one voice."""
    return FAMILIES.get(publisher.casefold(), publisher.casefold())


def _host(host: str) -> str:
    """Lower case, punycode for other letters, no dot at the end; "" for what is no host."""
    host = host.lower().rstrip(".")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    if ":" in host:
        return host if _is_address(host) else ""
    return host if len(host) <= 253 and _HOST.fullmatch(host) else ""


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _registered(host: str) -> str:
    labels = host.split(".")
    if len(labels) < 2 or _is_address(host):
        return ""
    keep = 3 if ".".join(labels[-2:]) in SUFFIXES else 2
    # the suffix itself, such as substack.com, is a publisher too
    return ".".join(labels[-keep:]).removeprefix("www.")


def _unwrap(scheme: str, host: str, path: str) -> str:
    """The page behind an address of an AMP cache, "" for any other address."""
    if host.startswith("www.google.") and path.startswith("/amp/"):
        rest = path.removeprefix("/amp/")
    elif host.endswith(".cdn.ampproject.org") and (found := re.match(r"/[cvw]/", path)):
        rest = path[found.end() :]
    else:
        return ""
    secure = rest.startswith("s/")
    return f"{'https' if secure else scheme}://{unquote(rest.removeprefix('s/'))}"


def _desktop(host: str) -> str:
    """The usual host for a mobile one: "www.site.com" for "m.site.com", "en.wiki.org" for "en.m.wiki.org"."""
    labels = host.split(".")
    kept = [label for label in labels[:-2] if label not in {"m", "amp", "mobile", "touch", "wap"}] + labels[
        -2:
    ]
    if len(kept) == len(labels) or _is_address(host):
        return host
    host = ".".join(kept)
    return f"www.{host}" if host == _registered(host) else host


def _query(query: str) -> str:
    kept = []
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if not pair or _TRACKING.fullmatch(name):
            continue
        if name.lower() in _CHANNEL_PARAMETERS and _CHANNELS.fullmatch(value):
            continue
        kept.append(quote(pair, safe=_SAFE))
    return "&".join(kept)
