"""The bytes of a web archive, unpacked, with the places of its records. Goes on behind damage.

A ``.warc.gz`` is many gzip members one behind the other, as a rule one for each record. Where a member ends and the
next one begins with a record there is a *fence*, which reading stops at: a record that says it is longer than it is
cannot swallow the next one.
"""

from __future__ import annotations

import zlib
from typing import IO, NamedTuple

from warcio.exceptions import ArchiveLoadFailed

BLOCK = 1 << 16
GZIP = b"\x1f\x8b\x08"
LONGEST_HEAD = 1 << 20
"""Bytes of a record's header lines."""
_RECORD = b"WARC/"
LOST = "A record cannot be unpacked ({}); what stood in it is lost."


class Place(NamedTuple):
    """Where a record begins: a byte of the file, and so many unpacked bytes behind it."""

    start: int
    skip: int = 0


BEGINNING = Place(0)


class Tape:
    """Reads forward from a place. ``file`` has to be at ``place.start``."""

    def __init__(self, file: IO[bytes], place: Place = BEGINNING) -> None:
        self._file = file
        self.fault = ""
        """What went wrong since it was last looked at."""
        self._start(place)

    def _start(self, place: Place) -> None:
        self._taken = place.start
        """Bytes of the file that were read."""
        self._packed = b""
        """Those of them that were not unpacked yet."""
        self._buffer = b""
        self._at = 0
        self._member = place.start
        self._before = 0
        """Bytes of this member that were unpacked before the buffer."""
        self._last = (place.start, 0)
        """Where the member before this one begins, and what it unpacked to."""
        self._gzip: zlib._Decompress | None = None
        self._ended = False
        self._headers = 0
        self._fenced = False
        self._begin()
        self._skip(place.skip)

    def _begin(self) -> None:
        self._packed = self._take()
        if self._packed.startswith(GZIP):
            self._gzip = zlib.decompressobj(31)

    def _take(self) -> bytes:
        data = self._file.read(BLOCK)
        self._taken += len(data)
        return data

    def _skip(self, size: int) -> bool:
        while size > 0 and (data := self.read(min(size, BLOCK))):
            size -= len(data)
        return size <= 0

    @property
    def can_go_back(self) -> bool:
        return self._file.seekable()

    def go_back(self, place: Place) -> None:
        """Go on at a place that was read before; ``begin_record`` is implied."""
        self._file.seek(place.start)
        self._start(place)

    def leap(self, size: int) -> bool:
        """Pass over so many bytes that nobody wants, and whether there were so many before a fence or the end.

        What is not packed is not read either.
        """
        ahead = size - (len(self._buffer) - self._at) - len(self._packed)
        if self._gzip is not None or ahead <= BLOCK:
            return self._skip(size)
        # The last byte is read, for one can seek beyond the end.
        self._buffer, self._at, self._packed = b"", 0, b""
        self._taken += ahead - 1
        self._file.seek(self._taken)
        return self._skip(1)

    def place(self) -> Place:
        """Where the next byte stands."""
        if self._gzip is None:
            return Place(self._taken - len(self._packed) - (len(self._buffer) - self._at))
        skip = self._before + self._at
        return Place(self._member, skip) if skip >= 0 else Place(self._last[0], self._last[1] + skip)

    def begin_record(self) -> None:
        """Go through the fence, if there is one, and allow for a record's header."""
        self._headers, self._fenced = 0, False

    def read(self, size: int) -> bytes:
        """Up to so many bytes; less only at a fence or at the end."""
        parts = []
        while size > 0 and self._fill():
            part = self._buffer[self._at : self._at + size]
            self._at += len(part)
            size -= len(part)
            parts.append(part)
        return b"".join(parts)

    def readline(self, size: int | None = None) -> bytes:
        """A line; raises ArchiveLoadFailed if the lines of one header are without end."""
        parts = []
        room = LONGEST_HEAD if size is None else size
        while room > 0 and self._fill():
            end = self._buffer.find(b"\n", self._at, self._at + room) + 1
            part = self._buffer[self._at : end or self._at + room]
            self._at += len(part)
            room -= len(part)
            parts.append(part)
            if end:
                break
        line = b"".join(parts)
        self._headers += len(line)
        if self._headers > LONGEST_HEAD:
            raise ArchiveLoadFailed(f"a header of more than {LONGEST_HEAD:,} bytes")
        return line

    def tell(self) -> int:
        return self._before + self._at

    def unread(self, data: bytes) -> None:
        """Put bytes that were just read back."""
        if not data:
            return
        self._buffer = data + self._buffer[self._at :]
        self._before += self._at - len(data)
        self._at = 0
        self._fenced = False

    def _fill(self) -> bool:
        """Whether there is a byte to be read, now."""
        while self._at >= len(self._buffer) and not self._ended and not self._fenced:
            self._before += len(self._buffer)
            self._buffer, self._at = self._more(), 0
        return self._at < len(self._buffer) and not self._fenced

    def _more(self) -> bytes:
        if self._gzip is None:
            data, self._packed = self._packed or self._take(), b""
            self._ended = not data
            return data
        if self._gzip.eof:
            return self._next_member()
        packed = self._gzip.unconsumed_tail or self._packed or self._take()
        self._packed = b"" if packed is self._packed else self._packed
        if not packed:
            self.fault = self.fault or "The file ends in the middle of a record."
            self._ended = True
            return b""
        try:
            return self._gzip.decompress(packed, BLOCK)
        except zlib.error as error:
            self.fault = LOST.format(error)
            return self._seek_member(packed[1:])

    def _next_member(self) -> bytes:
        """The first bytes of the gzip member behind this one, with a fence before them if it is a record."""
        assert self._gzip is not None
        rest = self._gzip.unused_data
        while len(rest) < len(GZIP) and (more := self._take()):
            rest += more
        if not rest.strip(b"\0"):
            self._ended = True
            return b""
        if not rest.startswith(GZIP):
            self.fault = self.fault or "There is something between two records that is none."
        return self._seek_member(rest)

    def _seek_member(self, rest: bytes) -> bytes:
        """Go on at the next beginning of a gzip member in the file that can be unpacked."""
        while True:
            at = rest.find(GZIP)
            if at < 0:
                kept = rest[-2:]
                more = self._take()
                if not more:
                    self._ended = True
                    return b""
                rest = kept + more
                continue
            rest = rest[at:]
            self._last = (self._member, self._before)
            self._member, self._before = self._taken - len(rest), 0
            self._gzip, self._packed = zlib.decompressobj(31), b""
            try:
                data = self._gzip.decompress(rest, BLOCK)
                while not data and not self._gzip.eof and (more := self._take()):
                    data = self._gzip.decompress(more, BLOCK)
            except zlib.error as error:
                self.fault = self.fault or LOST.format(error)
                rest = rest[1:]
                continue
            self._fenced = data.startswith(_RECORD)
            return data
