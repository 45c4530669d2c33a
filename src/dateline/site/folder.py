"""The site folder: what lies where in it, making one, opening one.

dateline.toml  settings            to back up
dateline.db    the database        to back up (unless PostgreSQL)
media/         pictures            to back up
originals/     what stories were read from, for the newsroom    to back up
keys/          secret.key, ledger.key, ledger.pub    to back up, apart and in secret
pressed/       pages as served     derived: dateline rebuild
search/        the search index    derived: dateline rebuild
outbox/        letters to readers, while no mail server is set
run/           lock, socket, log of the running server
"""

from __future__ import annotations

import fcntl
import hashlib
import math
import os
import secrets
import shutil
import tempfile
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from dateline.errors import NotASite, SiteError
from dateline.ledger.note import Signer
from dateline.press import repair
from dateline.site import config
from dateline.site.config import Config

SOCKET_PATH = 100

POLL = 0.05
"""Seconds between tries to take a lock."""


@dataclass(frozen=True, slots=True)
class SiteFolder:
    path: Path
    config: Config

    @property
    def database(self) -> Path:
        return self.path / "dateline.db"

    @property
    def media(self) -> Path:
        return self.path / "media"

    @property
    def originals(self) -> Path:
        """What stories were read from; not there before the first of them."""
        return self.path / "originals"

    @property
    def pressed(self) -> Path:
        return self.path / "pressed"

    @property
    def search(self) -> Path:
        return self.path / "search"

    @property
    def outbox(self) -> Path:
        """Where letters to readers lie that no mail server was set for."""
        return self.path / "outbox"

    @property
    def keys(self) -> Path:
        return self.path / "keys"

    @property
    def rebuild_request(self) -> Path:
        """A file that asks the running follower to press everything again."""
        return self.run / repair.REQUEST

    @property
    def followed(self) -> Path:
        """A file that the follower touches when it finds nothing left to follow."""
        return self.run / "followed"

    @property
    def inspected(self) -> Path:
        """Touched whenever everything that was pressed has been read and found whole."""
        return self.run / "inspected"

    def socket(self, name: str) -> Path:
        """Where a local socket of the running site lies.

        In ``run/``, unless that path is longer than the system allows for one (108 bytes on Linux).
        """
        path = self.run / f"{name}.sock"
        if len(os.fsencode(path)) < SOCKET_PATH:
            return path
        mark = hashlib.blake2b(os.fsencode(self.path), digest_size=8).hexdigest()
        folder = Path(tempfile.gettempdir()) / f"dateline-{os.getuid()}-{mark}"
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder / f"{name}.sock"

    @property
    def run(self) -> Path:
        return self.path / "run"

    @contextmanager
    def hold(self, name: str, *, patience: float = math.inf) -> Iterator[bool]:
        """Hold the lock of a role in the running site; whether it could be had in so many seconds.

        The lock is the process's and goes with it, however it ends.
        """
        self.run.mkdir(exist_ok=True)
        with (self.run / f"{name}.lock").open("w") as lock:
            yield _take_lock(lock.fileno(), patience)

    def secret(self) -> str:
        """The key that signs the desk's sessions."""
        return _read_key(self.keys / "secret.key")

    def signer(self) -> Signer:
        """The key that signs the ledger's checkpoints."""
        path = self.keys / "ledger.key"
        try:
            return Signer.parse(_read_key(path))
        except ValueError as error:
            raise SiteError(f"{path} is no signing key: {error}.", "Restore it from a backup of keys/.") from error


def open_site(path: Path) -> SiteFolder:
    """The site in a folder.

    Raises NotASite if there is none, BadSetting or NewerSite for its dateline.toml, SiteError if the folder
    cannot be written to.
    """
    path = path.resolve()
    toml = path / "dateline.toml"
    if not path.is_dir():
        raise NotASite(f"There is no folder {path}.", f"Make a site with: dateline init {path}")
    try:
        settings = config.read(toml)
    except FileNotFoundError:
        raise NotASite(
            f"{path} has no dateline.toml, so it is not a site.", f"Make one with: dateline init {path}"
        ) from None
    except OSError as error:
        raise SiteError(f"{toml} cannot be read: {error.strerror}.") from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise SiteError(f"{path} cannot be written to by this user.", "Give the user that runs dateline the folder.")
    return SiteFolder(path, settings)


def create(path: Path, toml: str) -> SiteFolder:
    """Make the folder of a new site from the text of its dateline.toml; the database is made by migrations.

    Raises SiteError if something is there already or the disk refuses; a half-made folder is not left behind as
    a site, for dateline.toml is written last.
    """
    path = path.resolve()
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise SiteError(f"{path} is there already and not empty.", "Choose another folder, or empty this one.")
    settings = config.check(tomllib.loads(toml), str(path / "dateline.toml"))
    folder = SiteFolder(path, settings)
    try:
        for part in (path, folder.media, folder.pressed, folder.search, folder.run):
            part.mkdir(parents=True, exist_ok=True)
        folder.keys.mkdir(mode=0o700, exist_ok=True)
        _write_keys(folder)
        if not settings["database.url"]:
            folder.database.touch()
        (path / "dateline.toml").write_text(toml, encoding="utf-8")
    except OSError as error:
        clear(path)
        raise SiteError(
            f"The site cannot be made in {path}: {error.strerror}.", "Check the disk, the path and the rights."
        ) from error
    return folder


def clear(path: Path) -> None:
    """Remove what was made of a site that could not be finished; the folder itself stays."""
    for part in path.iterdir() if path.is_dir() else ():
        if part.is_dir():
            shutil.rmtree(part)
        else:
            part.unlink()


def _take_lock(descriptor: int, patience: float) -> bool:
    """Take the lock of an open file, which is let go when the file is closed."""
    if patience == math.inf:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        return True
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(POLL)
        else:
            return True


def _write_keys(folder: SiteFolder) -> None:
    signer = Signer.generate(f"{urlsplit(folder.config['url']).netloc}/ledger")
    _write_secret(folder.keys / "secret.key", secrets.token_urlsafe(48))
    _write_secret(folder.keys / "ledger.key", signer.format())
    (folder.keys / "ledger.pub").write_text(signer.verifier.format() + "\n", encoding="utf-8")


def _write_secret(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text + "\n")


def _read_key(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SiteError(f"{path} cannot be read: {error.strerror}.", "Restore it from a backup of keys/.") from error
