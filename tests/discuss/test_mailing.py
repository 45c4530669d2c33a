"""Letters leave the tray outside every transaction, later again if they cannot, and say what mail programs need."""

from __future__ import annotations

import smtplib
import socketserver
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import readers
from django.utils import timezone

from dateline.discuss import doors, letters, mailing
from dateline.discuss.models import Comment, Letter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sections")]

SENDER = "The Harbour Courier <comments@courier.example>"


def failing(_: EmailMessage) -> None:
    raise smtplib.SMTPServerDisconnected("gone")


def test_a_letter_that_went_out_leaves_the_tray() -> None:
    letters.write("ines@reader.example", "An answer", "Somebody answered.")
    out: list[EmailMessage] = []
    assert mailing.send_due(out.append, SENDER) == 1
    assert mailing.send_due(out.append, SENDER) == 0
    assert (out[0]["To"], out[0]["From"], out[0]["Subject"]) == ("ines@reader.example", SENDER, "An answer")
    assert out[0]["Auto-Submitted"] == "auto-generated"


def test_a_letter_that_cannot_go_is_tried_again_later_and_given_up_in_the_end() -> None:
    letters.write("ines@reader.example", "An answer", "Somebody answered.")
    now = timezone.now()
    assert mailing.send_due(failing, SENDER, now) == 0
    row = Letter.objects.get()
    assert (row.tries, row.due) == (1, now + mailing.PAUSES[0])
    assert "gone" in row.failure
    assert mailing.send_due(failing, SENDER, now + timedelta(seconds=1)) == 0, "not before its time"
    for pause in mailing.PAUSES:
        now += pause + timedelta(seconds=1)
        mailing.send_due(failing, SENDER, now)
    assert not Letter.objects.exists()


def answered() -> Comment:
    """An answer of which its parent's writer is to be told by a letter that is still in the tray."""
    asked = readers.comment(readers.story().pk, readers.reader(replies_by_mail=True))
    answer = readers.comment(asked.story, readers.reader("Nils Berg"), "The quay was closed.", parent=asked.number)
    assert "The quay was closed." in Letter.objects.get().text
    return answer


def test_a_letter_about_an_answer_goes_out_with_its_words() -> None:
    answered()
    out: list[EmailMessage] = []
    mailing.send_due(out.append, SENDER)
    assert "The quay was closed." in out[0].get_content()


@pytest.mark.parametrize(
    "gone",
    [
        lambda row: doors.erasing._forget_person(row.reader_id),
        lambda row: doors.erase(row.reader_id),
        lambda row: doors.delete(row.number, row.reader),
        lambda row: doors.decide([row.number], "rejected", actor="test"),
    ],
    ids=["erasure begun", "erased", "deleted", "rejected"],
)
def test_a_letter_does_not_quote_what_nobody_is_shown_any_more(gone: Callable[[Comment], object]) -> None:
    gone(answered())
    out: list[EmailMessage] = []
    mailing.send_due(out.append, SENDER)
    assert out == []
    assert not Letter.objects.exists()


def test_one_letter_that_cannot_go_keeps_no_other_in_the_tray() -> None:
    for name in ("bad", "good"):
        letters.write(f"{name}@reader.example", "An answer", "Somebody answered.")
    out: list[str] = []

    def deliver(mail: EmailMessage) -> None:
        if mail["To"].startswith("bad"):
            raise OSError("refused")
        out.append(mail["To"])

    mailing.send_due(deliver, SENDER)
    assert out == ["good@reader.example"]


def test_no_header_can_be_written_by_who_comments() -> None:
    letters.write("ines@reader.example", "Tom\r\nBcc: all@reader.example answered", "Text")
    out: list[EmailMessage] = []
    mailing.send_due(out.append, SENDER)
    assert out[0]["Bcc"] is None
    assert out[0]["Subject"] == "Tom Bcc: all@reader.example answered"


def test_without_a_mail_server_letters_are_files(tmp_path: Path) -> None:
    ines = readers.reader(replies_by_mail=True)
    letters.write(ines.email, "Réponse à “tout”", "Words – and more.", letters.list_headers(ines))
    mailing.send_due(mailing.Folder(tmp_path / "outbox"), SENDER)
    (file,) = (tmp_path / "outbox").iterdir()
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert mail["Subject"] == "Réponse à “tout”"
    assert mail.get_content().strip() == "Words – and more."
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].startswith("<http://courier.example/discuss/unsubscribe/")


class _Server(socketserver.StreamRequestHandler):
    """A mail server that takes one letter and offers no TLS."""

    def handle(self) -> None:
        kept: list[str] = self.server.kept  # type: ignore[attr-defined]
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            word = line[:4].upper()
            kept.append(line.decode().strip())
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                while (line := self.rfile.readline()) != b".\r\n":
                    kept.append(line.decode().strip())
            self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 ok\r\n")
            if word == b"QUIT":
                return


@pytest.fixture
def server() -> Iterator[Any]:
    with socketserver.TCPServer(("127.0.0.1", 0), _Server) as found:
        found.kept = []  # type: ignore[attr-defined]
        thread = threading.Thread(target=found.handle_request)
        thread.start()
        yield found
        thread.join()


def test_a_letter_is_handed_to_a_mail_server(server: Any) -> None:
    letters.write("ines@reader.example", "An answer", "Somebody answered.")
    mailing.send_due(mailing.Smtp(f"smtp://127.0.0.1:{server.server_address[1]}"), SENDER)
    assert "rcpt TO:<ines@reader.example>" in server.kept
    assert "Somebody answered." in server.kept
    assert not Letter.objects.exists()


def test_a_password_is_not_sent_in_the_clear(server: Any) -> None:
    letters.write("ines@reader.example", "An answer", "Somebody answered.")
    mailing.send_due(mailing.Smtp(f"smtp://me:secret@127.0.0.1:{server.server_address[1]}"), SENDER)
    assert not any("AUTH" in line.upper() for line in server.kept)
    assert "in the clear" in Letter.objects.get().failure
