"""Django's settings, made from the site folder that the environment variable DATELINE_SITE names.

A process that only follows the ledger sets DATELINE_APPS to ``ledger`` and is spared Wagtail.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from dateline.site.folder import open_site

FOLDER = open_site(Path(os.environ["DATELINE_SITE"]))
_CONFIG = FOLDER.config


def _database() -> dict[str, Any]:
    if not _CONFIG["database.url"]:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": FOLDER.database,
            # IMMEDIATE: a transaction that begins as a reader cannot become a writer while another writes; SQLite
            # then fails at once whatever the timeout (measured: 326 of 400 publishes). Taking the lock first waits.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;"
                " PRAGMA journal_size_limit=27103364; PRAGMA cache_size=2000;",
            },
        }
    url = urlsplit(_CONFIG["database.url"])
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(url.hostname or ""),
        "PORT": url.port or "",
        "CONN_MAX_AGE": 60,
    }


SECRET_KEY = FOLDER.secret()
DEBUG = False
ALLOWED_HOSTS = ["*"]  # the page server in front answers for any host name; nothing is built from the Host header
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = _CONFIG["time_zone"]
LANGUAGE_CODE = _CONFIG["language"].lower()

INSTALLED_APPS = ["dateline.ledger"]
