"""``dateline init``: a new site folder, its database, its first editor."""

from __future__ import annotations

import argparse
import getpass
import json
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path

from dateline import urls
from dateline.errors import BadSetting
from dateline.site import folder as site_folder
from dateline.site.config import FORMAT, RESERVED

DEFAULT_URL = "http://127.0.0.1:8000"
DEFAULT_SECTIONS = "Local, World, Business, Culture, Sport"
DEFAULT_EMAIL = "editor@example.com"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a new site shall be like."""

    name: str
    sections: tuple[tuple[str, str], ...]
    """The slug and the name of each."""
    url: str = DEFAULT_URL
    language: str = "en"
    time_zone: str = "UTC"
    email: str = DEFAULT_EMAIL
    editor: str = "Editor"
    password: str = ""
    """One is made and printed if this is empty."""
    tagline: str = ""
    contact: str = ""

    @classmethod
    def of(cls, options: argparse.Namespace) -> Wishes:
        """From the command line, asking a person at a terminal for what it leaves open."""
        asking = sys.stdin.isatty()

        def wish(given: str | None, question: str, default: str) -> str:
            if given is not None or not asking:
                return given if given is not None else default
            return input(f"{question} [{default}]: ").strip() or default

        return cls(
            name=wish(options.name, "The newspaper's name", options.folder.resolve().name.replace("-", " ").title()),
            url=wish(options.url, "Its public address", DEFAULT_URL),
            language=wish(options.language, "Its language", "en"),
            time_zone=wish(options.time_zone, "Its time zone", "UTC"),
            sections=_sections(wish(options.sections, "Its sections", DEFAULT_SECTIONS)),
            editor=wish(options.editor, "The first editor's name", "Editor"),
            email=wish(options.email, "The first editor's e-mail address", DEFAULT_EMAIL),
            password=getpass.getpass("A password (empty: one is made): ") if asking else "",
        )


def found(path: Path, wishes: Wishes) -> int:
    """Make the site and say how to go on."""
    password = make(path, wishes)
    print(f"A new site is in {path.resolve()}.")
    print(f"Sign in at /desk/ as {wishes.email} with the password {password if not wishes.password else 'you gave'}")
    print(f"Start it with: dateline serve --site {path}")
    return 0


def make(path: Path, wishes: Wishes) -> str:
    """Make the folder, the database and the first account; the account's password.

    Raises SiteError if there is something in the folder already, BadSetting for a wish that is not allowed.
    """
    from dateline.site.environment import enter

    site_folder.create(path, _toml(wishes))
    try:
        opened = enter(path)
        from dateline.desk.accounts import make_user
        from dateline.site import rebuilding
        from dateline.site.readiness import make_ready

        make_ready(opened)
        password = wishes.password or secrets.token_urlsafe(9)
        make_user(wishes.editor, wishes.email, password, "administrator")
        rebuilding.run(opened, workers=1)
    except BaseException:
        site_folder.clear(path)  # half a site would be taken for one
        raise
    return password


def _toml(wishes: Wishes) -> str:
    """The text of dateline.toml; JSON's strings are TOML's."""
    lines = [
        f"# A site of Dateline. Every setting is explained in docs/guide/operator.md.\nformat = {FORMAT}",
        *(
            f"{key} = {json.dumps(value, ensure_ascii=False)}"
            for key, value in (
                ("name", wishes.name),
                ("url", wishes.url),
                ("language", wishes.language),
                ("time_zone", wishes.time_zone),
                ("tagline", wishes.tagline),
                ("contact", wishes.contact),
            )
        ),
    ]
    for slug, name in wishes.sections:
        lines.append(f"\n[[sections]]\nslug = {json.dumps(slug)}\nname = {json.dumps(name, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def _sections(names: str) -> tuple[tuple[str, str], ...]:
    return tuple((_section_slug(name.strip()), name.strip()) for name in names.split(",") if name.strip())


def _section_slug(name: str) -> str:
    """A section's address is ASCII and short: transliterated, for it stands in every link to it."""
    from anyascii import anyascii

    slug = urls.slugify(anyascii(name), fallback="section")
    if slug in RESERVED:
        raise BadSetting(f"A section cannot be called {name!r}: Dateline uses /{slug}/ itself.", "Choose another name.")
    return slug
