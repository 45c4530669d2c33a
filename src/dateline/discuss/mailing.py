"""Sending what is in the tray: a letter at a time, outside every transaction, again later if it fails.

A letter is handed over at least once: if this process dies between handing over and noting it, it goes out twice.
"""

from __future__ import annotations

import logging
import smtplib
import ssl
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.utils import timezone

from dateline.discuss.models import Comment, Letter

log = logging.getLogger("dateline.discuss")

STEP = 20
"""Letters of one look into the tray."""

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
"""How long to wait after each failure; a letter that failed once more than this is given up."""

PATIENCE = 20
"""Seconds that a mail server has for each answer."""

Deliver = Callable[[EmailMessage], None]


def send_due(deliver: Deliver, sender: str, now: datetime | None = None) -> int:
    """Send what is due; how many letters left the tray."""
    at = now or timezone.now()
    waiting = Letter.objects.filter(due__lte=at).order_by("due").select_related("quotes__reader")
    due = list(waiting[:STEP])
    return sum(_send(letter, deliver, sender, at) for letter in due)


def _send(letter: Letter, deliver: Deliver, sender: str, at: datetime) -> bool:
    if letter.quotes and not _may_be_quoted(letter.quotes):
        Letter.objects.filter(pk=letter.pk).delete()
        return True
    try:
        deliver(message(letter, sender))
    except (OSError, smtplib.SMTPException) as error:
        return _put_back(letter, f"{type(error).__name__}: {error}", at)
    Letter.objects.filter(pk=letter.pk).delete()
    return True


def _may_be_quoted(row: Comment) -> bool:
    """Whether readers see the words; whoever asked to be erased is gone before the last comment is."""
    return row.shown and row.reader.erased_at is None


def _put_back(letter: Letter, failure: str, at: datetime) -> bool:
    """Keep a letter for another try; whether it was given up."""
    if letter.tries >= len(PAUSES):
        log.error("Letter %d was given up after %d tries: %s", letter.pk, letter.tries + 1, failure)
        Letter.objects.filter(pk=letter.pk).delete()
        return True
    log.warning("Letter %d could not be sent and is tried again: %s", letter.pk, failure)
    due = at + PAUSES[letter.tries]
    Letter.objects.filter(pk=letter.pk).update(tries=letter.tries + 1, due=due, failure=failure[:500])
    return False


def message(letter: Letter, sender: str) -> EmailMessage:
    """The letter as it goes out: plain text, told apart from what people write to each other."""
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, letter.to, letter.subject
    mail["Date"] = formatdate(letter.written_at.timestamp())
    # The same for every try, so that a mailbox that has it already can tell.
    domain = parseaddr(sender)[1].rpartition("@")[2] or "localhost"
    mail["Message-ID"] = f"<{letter.written_at.timestamp():.6f}.{letter.pk}@{domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    for name, value in letter.headers.items():
        mail[name] = value
    mail.set_content(letter.text)
    return mail


class Smtp:
    """Hands letters to a mail server: ``smtp://`` with STARTTLS if it is offered, ``smtps://`` by TLS at once."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.direct = parts.scheme == "smtps"
        self.host = parts.hostname or ""
        self.port = parts.port or (465 if self.direct else 587)
        self.user, self.password = unquote(parts.username or ""), unquote(parts.password or "")

    def __call__(self, mail: EmailMessage) -> None:
        """Hand one letter over. Raises OSError or smtplib.SMTPException."""
        context = ssl.create_default_context()
        if self.direct:
            server: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=PATIENCE, context=context)
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=PATIENCE)
        with server:
            if not self.direct:
                server.ehlo()
                if server.has_extn("starttls"):
                    server.starttls(context=context)
                elif self.user:
                    raise smtplib.SMTPException("The server offers no TLS; a password is not sent in the clear.")
            if self.user:
                server.login(self.user, self.password)
            server.send_message(mail)


class Folder:
    """Puts letters as files into a folder, for a site without a mail server."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, mail: EmailMessage) -> None:
        """Write one letter, named by the time."""
        self.path.mkdir(mode=0o700, exist_ok=True)
        name = f"{time.strftime('%Y%m%d-%H%M%S')}-{time.monotonic_ns() % 1_000_000:06d}.eml"
        file = self.path / name
        unfinished = file.with_suffix(".part")
        unfinished.write_bytes(mail.as_bytes())
        unfinished.rename(file)
