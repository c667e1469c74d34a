"""Which addresses are asked: the table, and the same judgement at the very moment of connecting."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from bot.core.model import FetchFailed, Verdict
from bot.sources import HttpFetcher, connections
from bot.sources.addresses import Failed, check, is_global
from tests.sources.fixtures import RSS, FakeResolver, answering, serving, source

PRIVATE = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.7",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:a9fe:a9fe",
    "::127.0.0.1",
    "::8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b::808:808",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:2::1",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:a9fe:a9fe::",
    "2a00:1450::5efe:7f00:1",
    "2a00:1450::200:5efe:a00:1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "2606:4700:4700::1111%eth0",
    "::ffff:0:127.0.0.1",
    "::ffff:0:8.8.8.8",
    "0127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "192.168.1.255",
    "233.252.0.1",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "not an address",
    "",
]
PUBLIC = [
    "8.8.8.8",
    "1.1.1.1",
    "9.9.9.9",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700:4700::1111",
    "2a00:1450:4001::200e",
]

REFUSED = [
    "ftp://example.com/feed",
    "file:///etc/passwd",
    "gopher://example.com/",
    "javascript:alert(1)",
    "data:text/xml,<rss/>",
    "//example.com/feed",
    "example.com/feed",
    "",
    "http://",
    "http:///feed",
    "https://user@example.com/",
    "https://user:secret@example.com/",
    "https://example.com@127.0.0.1/",
    "https://example.com:22/",
    "https://example.com:25/",
    "https://example.com:6379/",
    "https://example.com:0/",
    "https://example.com:99999/",
    "https://example.com:port/",
    "https://exa mple.com/",
    "https://example.com/a b",
    "https://example.com/\r\nX-Injected: 1",
    "https://example.com\\@127.0.0.1/",
    "https://example.com/\x00",
    "https://example..com/",
    "https://.example.com/",
    "https://-example.com/",
    "https://exam%70le.com/",
    "https://127.0.0.1%00.example.com/",
    "https://[::1/",
    "https://[::g]/",
    "https://" + "a" * 64 + ".com/",
    "https://" + "a." * 130 + "com/",
    "https://example.com/" + "a" * 5000,
    "http://localhost/",
    "http://localhost./",
    "http://LOCALHOST/",
    "http://feeds.localhost/",
    "http://printer.local/",
    "http://metadata.google.internal/",
    "http://router.lan/",
    "http://nas.home.arpa/",
    "http://intranet/",
    "http://something.onion/",
    "http://127.0.0.1/",
    "http://127.0.0.1./",
    "http://127.1/",
    "http://127.0.1/",
    "http://2130706433/",
    "http://017700000001/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://127.0.0.0x1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://999.1.1.1/",
    "http://8.8.8.08.1/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fe80::1%25eth0]/",
    "http://[fd00::1]/",
    "http://[2606:4700:4700::1111%25eth0]/",
    "http://[2606:4700:4700::1111%1]/",
    "http://[fe80::1%eth0]/",
    "http://[::ffff:0:127.0.0.1]/",
    "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
    "http://[2a00:1450::5efe:127.0.0.1]/",
    "http://[2606:4700:4700::1111].example.com/",
    "http://[2606:4700:4700::1111]127.0.0.1/",
    "http://[v1.example]/",
    "http://::1/",
    "http://①⑥⑨。②⑤④｡⑯⑨．②⑤④/",
    "http://127｡0｡0｡1/",
    "http://127．0．0．1/",
    "http://localhost\u3002/",
    "http://127.0.0.1\u00ad/",
    "http://127.0.0.1../",
    "http://%31%32%37.0.0.1/",
    "http://127%2e0%2e0%2e1/",
    "http://example.com%2f@127.0.0.1/",
    "http://%6cocalhost/",
    "http://℀.example.com/",
    "http://example.com／@127.0.0.1/",
    "http://127.0.0.1#.example.com/",
    "http://127.0.0.1?.example.com/",
    "http://127.0.0.1:80:80/",
    "http://example.com:８０８１/",
    "http://example.com:-80/",
    "http://example.com:1200/",
    "http://0/",
    "http://0.0.0.0:8080/",
    "http://255.255.255.255/",
    "http://192.0.2.1/",
    "http://[2001:db8::1]/",
    "http://[ff02::1]/",
    "http://1.1.1.1.1/",
    "http://0x7f.0x0.0x0.0x1/",
    "http://0300.0250.1.1/",
    "http://127.0.1.0x/",
    "http://metadata/computeMetadata/v1/",
    "http://metadata.google.internal./",
    "http://instance-data/latest/",
    "http://instance-data.ec2.internal/",
    "http://host.docker.internal/",
    "http://kubernetes.default.svc/",
    "http://kubernetes.default.svc.cluster.local/",
    "http://localhost.localdomain/",
    "http://ip6-localhost/",
    "http://mail.corp/",
    "http://fritz.home/",
    "http://db.private/",
    "http+unix://%2Fvar%2Frun%2Fdocker.sock/info",
    "unix:///var/run/docker.sock",
    "dict://127.0.0.1:11211/stats",
    "ldap://example.com/",
    "ws://example.com/",
    "view-source:http://example.com/",
    "http:example.com",
    "http:/example.com/",
    "ｈttp://example.com/",
    # full-width and circled digits and letters, and dots of other scripts
    "http://１２７.０.０.１/",
    "http://127。0。0。1/",
    "http://①②⑦.⓪.⓪.①/",
    "http://ⓛocalhost/",
    "http://loc\u00adalhost/",
    "http://local\u200bhost/",
    "http://xn--/",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_a_special_address_is_not_global(address: str) -> None:
    assert not is_global(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_global(address: str) -> None:
    assert is_global(address)


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_is_refused_before_any_connection(address: str) -> None:
    with pytest.raises(Failed) as failure:
        check(address)
    assert failure.value.result.verdict is Verdict.REFUSED_ADDRESS
    assert failure.value.result.permanent
    assert "secret" not in failure.value.result.reason


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://example.com", "https://example.com/"),
        ("  https://example.com/feed ", "https://example.com/feed"),
        ("HTTPS://Example.COM/Feed", "https://example.com/Feed"),
        ("https://example.com./feed", "https://example.com/feed"),
        ("http://example.com:8080/feed", "http://example.com:8080/feed"),
        ("https://example.com:8443/feed", "https://example.com:8443/feed"),
        ("https://example.com:443/feed", "https://example.com/feed"),
        ("https://example.com/feed?q=a&b=%20c#top", "https://example.com/feed?q=a&b=%20c"),
        ("https://example.com/喂", "https://example.com/%E5%96%82"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://例え.example/", "https://xn--r8jz45g.example/"),
        ("https://ｅｘａｍｐｌｅ.com/", "https://example.com/"),
        ("http://8.8.8.8/feed", "http://8.8.8.8/feed"),
        ("http://[2606:4700:4700::1111]/feed", "http://[2606:4700:4700::1111]/feed"),
        ("https://my_feeds.example.com/", "https://my_feeds.example.com/"),
        ("https://127.0.0.1.example.com/", "https://127.0.0.1.example.com/"),
        ("https://example.com#@127.0.0.1/", "https://example.com/"),
        ("https://example.com?@127.0.0.1/", "https://example.com/?@127.0.0.1/"),
        ("https://example.com/@127.0.0.1/", "https://example.com/@127.0.0.1/"),
        ("https://example.com//127.0.0.1/", "https://example.com//127.0.0.1/"),
        ("http://example.com:/feed", "http://example.com/feed"),
        ("http://[2606:4700:4700:0:0:0:0:1111]:8080/", "http://[2606:4700:4700::1111]:8080/"),
        ("https://localhost.example.com/", "https://localhost.example.com/"),
    ],
)
def test_a_public_address_is_asked_in_one_form(address: str, asked: str) -> None:
    assert str(check(address).url) == asked


ALLOWED = frozenset({"rsshub:1200", "10.0.0.1", "nas:*", "[fd00::1]:1200", "rss.example.com:1200"})


@pytest.mark.parametrize(
    "address",
    [
        "http://rsshub:1200/feed",
        "https://RSSHub.:1200/feed",
        "http://10.0.0.1/",
        "https://10.0.0.1/",
        "http://10.0.0.1:8080/",
        "http://nas:9/",
        "http://nas/",
        "http://[fd00:0::1]:1200/",
        "http://rss.example.com:1200/",
    ],
)
def test_an_allowed_host_may_be_private_at_its_ports(address: str) -> None:
    assert check(address, ALLOWED).private
    assert check(address, allow_private=True).private


@pytest.mark.parametrize(
    "address",
    [
        "http://rsshub/feed",
        "http://rsshub:1201/",
        "http://rsshub:6379/",
        "http://my.rsshub:1200/",
        "http://rsshub.local:1200/",
        "http://10.0.0.1:6379/",
        "http://10.0.0.2/",
        "http://010.0.0.1/",
        "http://167772161/",
        "http://[fd00::1]/",
        "http://[fd00::2]:1200/",
        "http://[::ffff:10.0.0.1]/",
        "http://rss.example.com:6379/",
        "http://127.0.0.1:1200/",
    ],
)
def test_allowing_one_host_and_port_allows_no_other(address: str) -> None:
    with pytest.raises(Failed):
        check(address, ALLOWED)


def test_an_allowed_host_is_guarded_like_any_other_at_its_other_ports() -> None:
    assert not check("https://rss.example.com/", ALLOWED).private
    assert not check("https://example.com/", ALLOWED).private


def test_a_refused_port_says_what_would_allow_it() -> None:
    with pytest.raises(Failed, match=r"can allow rsshub:1201 in NEWSBELL_ALLOW_PRIVATE_HOSTS"):
        check("http://rsshub:1201/", ALLOWED)


def test_allowed_hosts_get_no_other_scheme_and_no_password() -> None:
    for address in ("ftp://127.0.0.1/", "http://me:secret@127.0.0.1/"):
        with pytest.raises(Failed):
            check(address, allow_private=True)


@pytest.mark.parametrize(
    "resolved", ["127.0.0.1", "::1", "10.1.2.3", "169.254.169.254", "::ffff:127.0.0.1", "2002:7f00:1::"]
)
async def test_a_public_name_with_a_private_address_is_never_connected_to(resolved: str) -> None:
    resolver = FakeResolver(resolved)
    fetcher = HttpFetcher(resolver=resolver)
    result = await fetcher.poll(source("http://feeds.example.com/feed"))
    await fetcher.close()
    assert resolver.asked == ["feeds.example.com"]
    assert isinstance(result, FetchFailed)
    assert result.verdict is Verdict.REFUSED_ADDRESS
    assert result.reason == "feeds.example.com is not an address on the public internet"


async def test_a_name_with_several_private_addresses_reaches_none_of_them() -> None:
    fetcher = HttpFetcher(resolver=FakeResolver("127.0.0.1", "10.0.0.1", "::1"))
    result = await fetcher.poll(source("http://feeds.example.com/feed"))
    await fetcher.close()
    assert isinstance(result, FetchFailed)
    assert result.verdict is Verdict.REFUSED_ADDRESS


@pytest.mark.parametrize("host", ["feeds.example.com", "127.0.0.1", "0x7f.1"])
async def test_no_byte_reaches_a_listening_private_port(host: str) -> None:
    reached: list[bytes] = []

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reached.append(await reader.read(1))
        writer.close()

    server = await asyncio.start_server(listen, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    # the connector by itself, as if every check before it had been fooled
    guarded = connections.transport(
        guarded=True, context=connections.trust(), resolver=FakeResolver("127.0.0.1")
    )
    async with server, httpx.AsyncClient(transport=guarded) as client:
        with pytest.raises(httpx.TransportError, match=connections.REFUSAL):
            await client.get(f"http://{host}:{port}/feed")
    assert reached == []


async def test_an_allowed_private_host_is_polled() -> None:
    async with serving(("/feed", answering(RSS))) as address:
        fetcher = HttpFetcher(allow_private=frozenset({address.removeprefix("http://")}))
        result = await fetcher.poll(source(f"{address}/feed"))
        await fetcher.close()
    assert not isinstance(result, FetchFailed)
