"""A body read in bounded steps: neither many bytes nor bytes that grow when unpacked get through."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import AsyncIterator, Iterator

from bot.core.model import FetchFailed, Verdict
from bot.sources.addresses import Failed

# how much is unpacked at once, so that the loop gets its turn in between
_STEP = 256 * 1024

# one is what servers send; each costs time, however little it holds
_MOST_MEMBERS = 100

# 16 and the window: only gzip, never a bare deflate stream
_GZIP = 16 + zlib.MAX_WBITS


def coding(header: str) -> bool:
    """Whether the body is gzipped. Raises Failed for any coding not asked for, and for a stack of them."""
    names = [name.strip().lower() for name in header.split(",") if name.strip()]
    if names in ([], ["identity"]):
        return False
    if names in (["gzip"], ["x-gzip"]):
        return True
    raise Failed(
        FetchFailed(
            verdict=Verdict.NOT_A_FEED,
            reason=f"the server packs its answer as {', '.join(names)[:40]}, though only gzip was asked for",
        )
    )


async def collect(chunks: AsyncIterator[bytes], *, gzipped: bool, wire: int, inflated: int) -> bytes:
    """The whole body. Raises Failed beyond so many bytes on the wire or after unpacking."""
    received = since = 0
    out = bytearray()
    unpack = Inflate(inflated)
    async for chunk in chunks:
        received += len(chunk)
        if received > wire:
            raise too_large(wire)
        if not gzipped:
            out += chunk
            continue
        for piece in unpack.feed(chunk):
            out += piece
            since += len(piece)
            if since >= _STEP:
                since = 0
                await asyncio.sleep(0)
    if len(out) > inflated:
        raise too_large(inflated)
    if gzipped and received and not unpack.complete:
        raise Failed(FetchFailed(verdict=Verdict.CONNECTION, reason="the packed answer breaks off"))
    return bytes(out)


def gunzip(data: bytes, most: int) -> bytes:
    """Unpack gzip that came as a file rather than as a coding. Raises Failed beyond `most` bytes."""
    return b"".join(Inflate(most).feed(data))


class Inflate:
    """Unpacks gzip, also of several members, a bounded step at a time. Raises Failed beyond `most` bytes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._total = 0
        self._members = 1
        self._stream = zlib.decompressobj(_GZIP)

    @property
    def complete(self) -> bool:
        """Whether the end of the packed data was reached."""
        return self._stream.eof

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What these bytes unpack to, in pieces."""
        full = False
        # a full step may leave a rest inside the stream although its input is used up
        while data or full:
            if self._stream.eof:
                if data[:2] != b"\x1f\x8b":
                    # what follows the last member is padding
                    return
                self._members += 1
                if self._members > _MOST_MEMBERS:
                    raise Failed(
                        FetchFailed(
                            verdict=Verdict.NOT_A_FEED, reason="the answer is packed in too many parts"
                        )
                    )
                self._stream = zlib.decompressobj(_GZIP)
            try:
                piece = self._stream.decompress(data, _STEP)
            except zlib.error:
                raise Failed(
                    FetchFailed(verdict=Verdict.NOT_A_FEED, reason="the packed answer can't be unpacked")
                ) from None
            self._total += len(piece)
            if self._total > self._most:
                raise too_large(self._most)
            yield piece
            full = len(piece) == _STEP and not self._stream.eof
            data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail


def too_large(most: int) -> Failed:
    """The failure that names the limit."""
    return Failed(
        FetchFailed(
            verdict=Verdict.TOO_LARGE, reason=f"the answer is larger than {most // 1_000_000 or 1} MB"
        )
    )
