"""Signed notes: what was signed opens, and nothing else does."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.errors import Tampered
from dateline.ledger.note import Checkpoint, Signer, Verifier

# An Ed25519 key pair that Go's sumdb/note uses in its documentation, so a format of our own would show.
GO_KEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
GO_VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
GO_SIGNATURE = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="

SIGNER = Signer.generate("courier.example/ledger")
ROOT = bytes(range(32))
NOTE = SIGNER.sign(Checkpoint("courier.example/ledger", 864, ROOT))


def test_a_checkpoint_is_signed_and_opened() -> None:
    assert SIGNER.verifier.open(NOTE) == Checkpoint("courier.example/ledger", 864, ROOT)
    text = f"courier.example/ledger\n864\n{base64.b64encode(ROOT).decode()}\n"
    assert NOTE.startswith(f"{text}\n— courier.example/ledger ")


def test_signatures_are_those_of_the_go_implementation() -> None:
    signer = Signer.parse(GO_KEY)
    assert signer.verifier.format() == GO_VERIFIER
    assert Verifier.parse(GO_VERIFIER)._signed(GO_TEXT, f"— PeterNeumann {GO_SIGNATURE}")


def test_keys_are_written_and_read_back() -> None:
    again = Signer.parse(SIGNER.format() + "\n")
    assert again.format() == SIGNER.format()
    assert Verifier.parse(SIGNER.verifier.format()).open(NOTE) == again.verifier.open(NOTE)


@given(some.integers(0, len(NOTE.encode()) - 1), some.integers(1, 255))
def test_no_byte_of_a_note_can_be_changed(place: int, flip: int) -> None:
    data = bytearray(NOTE.encode())
    data[place] ^= flip
    with pytest.raises(Tampered):
        SIGNER.verifier.open(data.decode(errors="surrogateescape"))


@pytest.mark.parametrize(
    "note",
    [
        "",
        "\n\n",
        NOTE.partition("\n\n")[0],
        NOTE.replace("— ", "- "),
        NOTE[:-1],
        NOTE + "x",
        NOTE + "\n",
        "x\n" + NOTE,
        NOTE.replace("\n\n", "\nmore\n\n"),
        NOTE.replace("\n", "\r\n"),
    ],
)
def test_what_is_not_the_signed_note_is_refused(note: str) -> None:
    with pytest.raises(Tampered):
        SIGNER.verifier.open(note)


def test_a_signature_that_another_added_does_no_harm() -> None:
    witness = Signer.generate("witness.example")
    added = witness.sign(Checkpoint("courier.example/ledger", 864, ROOT)).partition("\n\n")[2]
    assert SIGNER.verifier.open(NOTE + added).size == 864


def test_a_note_of_another_key_of_the_same_name_is_refused() -> None:
    with pytest.raises(Tampered, match="no valid signature"):
        Signer.generate(SIGNER.name).verifier.open(NOTE)


def test_a_note_of_another_log_is_refused_though_this_key_signed_it() -> None:
    with pytest.raises(Tampered, match="another log"):
        SIGNER.verifier.open(SIGNER.sign(Checkpoint("elsewhere.example/ledger", 864, ROOT)))


@pytest.mark.parametrize("text", ["courier.example/ledger\nmany\nAAAA\n", "courier.example/ledger\n5\n", "x\n5\n?\n"])
def test_a_signed_text_that_is_no_checkpoint_is_malformed(text: str) -> None:
    encoded = base64.b64encode(SIGNER.verifier.hash + SIGNER.key.sign(text.encode())).decode()
    with pytest.raises(Tampered, match=r"malformed|another log"):
        SIGNER.verifier.open(f"{text}\n— {SIGNER.name} {encoded}\n")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "PRIVATE+KEY",
        "PUBLIC+KEY+a+b+c",
        "PRIVATE+KEY+name+00000000+AAAA",
        pytest.param(SIGNER.format()[:-8], id="cut short"),
        pytest.param(SIGNER.format().replace(SIGNER.verifier.hash.hex(), "00000000"), id="of another hash"),
        GO_KEY.replace("AYEK", "AoEK"),
    ],
)
def test_what_is_no_signing_key_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Signer.parse(line)


@pytest.mark.parametrize(
    "line",
    ["", "name", "name+hash", "name+00000000+AAAA", GO_VERIFIER.replace("c74f20a3", "c74f20a4"), GO_VERIFIER[:-4]],
)
def test_what_is_no_public_key_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Verifier.parse(line)
