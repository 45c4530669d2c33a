"""Signed notes and checkpoints (C2SP signed-note and tlog-checkpoint), by Ed25519. Pure.

A checkpoint says, under the newspaper's name and signature, how long the ledger was and what its root was.
Whoever keeps one can later show that a line before it was changed.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from dateline.errors import Tampered

_ED25519 = b"\x01"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


@dataclass(frozen=True, slots=True)
class Signer:
    """The site's private key; ``name`` is the log's origin and never changes, even if the site's address does."""

    name: str
    key: Ed25519PrivateKey

    @classmethod
    def generate(cls, name: str) -> Signer:
        return cls(name, Ed25519PrivateKey.generate())

    @classmethod
    def parse(cls, line: str) -> Signer:
        """Read ``PRIVATE+KEY+<name>+<hash>+<base64>``; raises ValueError for anything else."""
        parts = line.strip().split("+", 4)
        if len(parts) != 5 or parts[:2] != ["PRIVATE", "KEY"]:
            raise ValueError("not a note signing key")
        raw = _decode(parts[4])
        signer = cls(parts[2], Ed25519PrivateKey.from_private_bytes(raw[1:]))
        if raw[:1] != _ED25519 or signer.verifier.hash.hex() != parts[3]:
            raise ValueError("the signing key is damaged")
        return signer

    def format(self) -> str:
        raw = base64.b64encode(_ED25519 + self.key.private_bytes_raw()).decode()
        return f"PRIVATE+KEY+{self.name}+{self.verifier.hash.hex()}+{raw}"

    @property
    def verifier(self) -> Verifier:
        return Verifier(self.name, self.key.public_key())

    def sign(self, checkpoint: Checkpoint) -> str:
        """The signed note of a checkpoint."""
        text = checkpoint.text()
        signature = base64.b64encode(self.verifier.hash + self.key.sign(text.encode())).decode()
        return f"{text}\n— {self.name} {signature}\n"


@dataclass(frozen=True, slots=True)
class Verifier:
    name: str
    key: Ed25519PublicKey

    @classmethod
    def parse(cls, line: str) -> Verifier:
        """Read ``<name>+<hash>+<base64>``; raises ValueError for anything else."""
        name, mark, encoded = line.strip().split("+", 2)
        raw = _decode(encoded)
        verifier = cls(name, Ed25519PublicKey.from_public_bytes(raw[1:]))
        if raw[:1] != _ED25519 or verifier.hash.hex() != mark:
            raise ValueError("the public key is damaged")
        return verifier

    def format(self) -> str:
        raw = base64.b64encode(_ED25519 + self.key.public_bytes_raw()).decode()
        return f"{self.name}+{self.hash.hex()}+{raw}"

    @property
    def hash(self) -> bytes:
        """The four bytes that tell keys of one name apart."""
        named = self.name.encode() + b"\n" + _ED25519 + self.key.public_bytes_raw()
        return hashlib.sha256(named).digest()[:4]

    def open(self, note: str) -> Checkpoint:
        """The checkpoint that a signed note holds.

        Raises Tampered if the note is malformed, of another log, or not signed by this key.
        """
        text, _, signatures = note.partition("\n\n")
        text += "\n"
        # The last line ends as the others do, so that no byte of a note is without meaning.
        *lines, end = signatures.split("\n")
        if end or not all(lines) or not any(self._signed(text, line) for line in lines):
            raise Tampered(f"A checkpoint of {self.name} carries no valid signature of its key.")
        try:
            origin, size, root = text.split("\n")[:3]
            checkpoint = Checkpoint(origin, int(size), _decode(root))
            if len(checkpoint.root) != hashlib.sha256().digest_size:
                raise ValueError("its root is no SHA-256 digest")
        except ValueError as error:
            raise Tampered(f"A checkpoint of {self.name} is malformed: {error}.") from error
        if origin != self.name:
            raise Tampered(f"A checkpoint of {self.name} is one of another log, {origin}.")
        return checkpoint

    def _signed(self, text: str, line: str) -> bool:
        try:
            dash, name, encoded = line.split(" ")
            raw = _decode(encoded)
            if dash != "—" or name != self.name or raw[:4] != self.hash:
                return False
            self.key.verify(raw[4:], text.encode())
        except (ValueError, InvalidSignature):
            return False
        return True


def _decode(text: str) -> bytes:
    """The bytes of a base64 text; raises ValueError for any but the one text that stands for them."""
    raw = base64.b64decode(text, validate=True)
    # The last digit may hold bits that say nothing (RFC 4648, section 3.5); here they are nought.
    if base64.b64encode(raw).decode() != text:
        raise ValueError("not the base64 text of its bytes")
    return raw
