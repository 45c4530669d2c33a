"""``dateline.toml``: the table of its settings, and how it is read. Reads one file; starts nothing.

Every setting stands in ``SETTINGS`` once, with what it is for and what is allowed; the operator's guide is checked
against this table by a test.
"""

from __future__ import annotations

import re
import tomllib
import zoneinfo
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError

from dateline.errors import BadSetting, NewerSite
from dateline.masthead import Section, Site
from dateline.site import services

FORMAT = 1
"""The layout of the site folder that this Dateline writes; a folder of a higher one is left alone."""

_PROVIDER = re.compile(r"[a-z][a-z0-9_]*")

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

RESERVED = frozenset((
    "all", "archive", "corrections", "desk", "discuss", "featured", "home", "healthz", "ledger", "media", "news",
    "people", "s", "search", "sitemap", "source", "static", "topic", "feed.json", "feed.xml", "robots.txt",
    "sitemap.xml", "sitemap-news.xml", "favicon.ico", "favicon.svg",
))  # fmt: skip
"""First parts of addresses that no section may have as its slug."""


class _Refused(Exception):
    """A value is not allowed; the text says what is."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of dateline.toml; a ``default`` of None means that the site must say it."""

    name: str
    default: Any
    help: str
    check: Callable[[Any], Any]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Refused("a text in quotes")
    return value.strip()


def _some_text(value: Any) -> str:
    if not _text(value):
        raise _Refused("a text that is not empty")
    return _text(value)


def _url(value: Any) -> str:
    parts = urlsplit(_text(value))
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise _Refused('an address such as "https://news.example", without a path')
    return f"{parts.scheme}://{parts.netloc}"


def _language(value: Any) -> str:
    try:
        Locale.parse(_some_text(value), sep="-")
    except (ValueError, UnknownLocaleError) as error:
        raise _Refused('a language tag such as "en", "fa" or "pt-BR"') from error
    return str(value)


def _zone(value: Any) -> str:
    try:
        return zoneinfo.ZoneInfo(_some_text(value)).key
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise _Refused('a time zone such as "Europe/Paris" or "UTC"') from error


def _port(value: Any) -> int:
    return _number(value, 1, 65535)


def _workers(value: Any) -> int:
    return _number(value, 1, 64)


def _number(value: Any, low: int, high: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise _Refused(f"a whole number from {low} to {high}")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _Refused("true or false")
    return value


def _database(value: Any) -> str:
    if _text(value) and urlsplit(_text(value)).scheme not in ("postgresql", "postgres"):
        raise _Refused('empty for SQLite in the site folder, or "postgresql://user:password@host/name"')
    return _text(value)


def _mail(value: Any) -> str:
    parts = urlsplit(_text(value))
    try:
        fits = parts.scheme in ("smtp", "smtps") and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        fits = False
    if _text(value) and not fits:
        raise _Refused('empty, or "smtp://user:password@host:587" (STARTTLS if offered), or "smtps://..." (TLS)')
    return _text(value)


def _sender(value: Any) -> str:
    if _text(value) and ("@" not in parseaddr(_text(value))[1] or "\n" in value):
        raise _Refused('empty, or an address such as "The Courier <comments@news.example>"')
    return _text(value)


def _social(value: Any) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise _Refused("[[social]] tables with provider, client_id and secret")
    for one in value:
        if set(one) - {"provider", "client_id", "secret", "name", "server_url"}:
            raise _Refused('only "provider", "client_id", "secret" and, for OpenID Connect, "name" and "server_url"')
        if not _PROVIDER.fullmatch(str(one.get("provider", ""))) or not one.get("client_id"):
            raise _Refused('a provider such as "google" or "openid_connect", and its client_id')
        if not services.is_known(one["provider"]):
            raise _Refused("providers that django-allauth knows")
        if one["provider"] == services.OPEN and not (one.get("name") and _is_private(one.get("server_url", ""))):
            raise _Refused('for OpenID Connect a name and a server_url such as "https://id.example"')
    names = [services.identifier(one) for one in value]
    if not all(names) or len(set(names)) < len(names):
        raise _Refused("services that each have another name")
    return tuple(value)


def _is_private(address: str) -> bool:
    """Whether nobody can listen on the way to an address: https, or this machine."""
    parts = urlsplit(address)
    local = parts.hostname in ("127.0.0.1", "::1", "localhost")
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and local))


def _checker(value: Any) -> str:
    if value and not _is_private(_text(value)):
        raise _Refused('empty, or an address such as "https://checker.example/ask"; http only on this machine')
    return _text(value)


def _away(value: Any) -> str:
    if value not in ("hold", "pass"):
        raise _Refused('"hold" or "pass"')
    return str(value)


def _sections(value: Any) -> tuple[Section, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(one, dict) for one in value):
        raise _Refused("at least one [[sections]] with a slug and a name")
    sections = tuple(_section(one) for one in value)
    slugs = [slug for section in sections for slug in (section.slug, *section.former)]
    if len(set(slugs)) != len(slugs):
        raise _Refused("each slug, former ones included, at most once")
    return sections


def _section(value: Mapping[str, Any]) -> Section:
    former = value.get("former", [])
    unknown = set(value) - {"slug", "name", "former"}
    if unknown or not isinstance(former, list):
        raise _Refused('only "slug", "name" and "former" (a list of slugs) in a section')
    for slug in (value.get("slug"), *former):
        if not isinstance(slug, str) or not SLUG.fullmatch(slug) or slug in RESERVED:
            raise _Refused(f'a slug of a-z, 0-9 and "-" that Dateline does not use itself, not {slug!r}')
    return Section(slug=str(value["slug"]), name=_some_text(value.get("name")), former=tuple(former))


SETTINGS = (
    Setting(
        "format", FORMAT, "The layout of the site folder. Written by Dateline; leave it.", lambda v: _number(v, 1, 9999)
    ),
    Setting("name", None, "The newspaper's name.", _some_text),
    Setting("url", None, "The public address of the site, without a path.", _url),
    Setting("language", None, "The language of the site, as a BCP 47 tag.", _language),
    Setting("time_zone", None, "The zone that times are shown and schedules are set in.", _zone),
    Setting("tagline", "", "A line under the name.", _text),
    Setting("contact", "", "An e-mail address that readers can send corrections to.", _text),
    Setting("sections", None, "The sections, in the order of the navigation: slug, name, former slugs.", _sections),
    Setting(
        "database.url", "", "Empty for SQLite in the site folder, or the address of a PostgreSQL database.", _database
    ),
    Setting("feeds.full_text", False, "Whether feeds have the whole of a story, and not its summary alone.", _flag),
    Setting("mail.url", "", "Where letters to readers are handed in; empty: they lie in outbox/ of the site.", _mail),
    Setting("mail.from", "", "Whom letters to readers come from; must be set with mail.url.", _sender),
    Setting("social", (), "Other services that readers can sign in with.", _social),
    Setting("comments.checker", "", "The address of an outside checker of comments; empty: none.", _checker),
    Setting("comments.checker_seconds", 2, "Seconds that it may take.", lambda value: _number(value, 1, 10)),
    Setting(
        "comments.checker_away",
        "hold",
        "What becomes of comments while it does not answer: hold, or pass.",
        _away,
    ),
    Setting("serve.host", "127.0.0.1", "The address that dateline serve listens on.", _some_text),
    Setting("serve.port", 8000, "The port that dateline serve listens on.", _port),
    Setting("serve.workers", 1, "How many processes answer readers.", _workers),
)


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one site, checked, by their dotted names."""

    values: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    @property
    def site(self) -> Site:
        """What readers may see of it."""
        language = self["language"]
        return Site(
            name=self["name"],
            url=self["url"],
            language=language,
            zone=self["time_zone"],
            direction="rtl" if Locale.parse(language, sep="-").character_order == "right-to-left" else "ltr",
            tagline=self["tagline"],
            sections=self["sections"],
            contact=self["contact"],
            full_text=self["feeds.full_text"],
        )


def read(path: Path) -> Config:
    """The settings in a dateline.toml.

    Raises BadSetting naming the key, its value and what is allowed; NewerSite if a newer Dateline wrote it.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSetting(f"{path} is not valid TOML: {error}.") from error
    return check(data, str(path))


def check(data: Mapping[str, Any], where: str) -> Config:
    """The settings of an already parsed dateline.toml; raises as ``read`` does, naming ``where``."""
    if isinstance(data.get("format"), int) and data["format"] > FORMAT:
        raise NewerSite(
            f"{where} has format {data['format']}; this Dateline knows formats up to {FORMAT}.",
            "Install a newer Dateline; nothing was touched.",
        )
    _refuse_unknown(data, where)
    values: dict[str, Any] = {}
    for setting in SETTINGS:
        values[setting.name] = _checked(setting, _look_up(data, setting.name), where)
    return Config(values)


def _look_up(data: Any, name: str) -> Any:
    """The value of a dotted name; None if it is not there."""
    for key in name.split("."):
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _checked(setting: Setting, found: Any, where: str) -> Any:
    if found is None and setting.default is not None:
        return setting.default
    try:
        return setting.check(found)
    except _Refused as allowed:
        said = "is missing" if found is None else f"is {found!r}"
        raise BadSetting(f"{where}: {setting.name} {said}; allowed is {allowed}.") from None


def _refuse_unknown(data: Mapping[str, Any], where: str) -> None:
    """A misspelt name must not be passed over in silence."""
    known = {setting.name for setting in SETTINGS}
    tables = {name.split(".")[0] for name in known if "." in name}
    for key, value in data.items():
        names = [f"{key}.{sub}" for sub in value] if key in tables and isinstance(value, dict) else [key]
        for name in names:
            if name not in known:
                raise BadSetting(f"{where}: there is no setting {name!r}.", f"Known are: {', '.join(sorted(known))}.")
