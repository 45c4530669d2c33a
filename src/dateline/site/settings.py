"""Django's settings, made from the site folder that the environment variable DATELINE_SITE names.

A process that only follows the ledger sets DATELINE_APPS to ``ledger`` and is spared Wagtail.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from django.conf import global_settings

from dateline.site.folder import open_site

FOLDER = open_site(Path(os.environ["DATELINE_SITE"]))
_CONFIG = FOLDER.config


def _database() -> dict[str, Any]:
    if not _CONFIG["database.url"]:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            # Opened, never made: a database that was taken away must not come back empty at the next request.
            "NAME": f"file:{quote(str(FOLDER.database))}?mode=rw",
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


def _interface_language() -> str:
    """The site's language if Django speaks it, else English; readers' pages do not depend on this."""
    wanted = _CONFIG["language"].lower()
    spoken = [code for code, _ in global_settings.LANGUAGES]
    return next((code for code in (wanted, wanted.split("-")[0]) if code in spoken), "en")


SECRET_KEY = FOLDER.secret()
DEBUG = False
ALLOWED_HOSTS = ["*"]  # the page server in front answers for any host name; nothing is built from the Host header
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = _CONFIG["time_zone"]
LANGUAGE_CODE = _interface_language()
FORMAT_MODULE_PATH = "dateline.desk.formats"
DATELINE_BELL = FOLDER.socket("follow")  # rung when the ledger grows

INSTALLED_APPS = ["dateline.ledger"]
if os.environ.get("DATELINE_APPS") != "ledger":
    # The desk stands before Wagtail, so that its templates are found first.
    INSTALLED_APPS += [
        "dateline.wire",
        "dateline.discuss",
        # Their tables alone: whoever erases a reader here takes what hangs on the account along.
        "dateline.discuss.accounts.apps.AccountTables",
        "allauth.socialaccount",
        "allauth.mfa",
        "dateline.desk.apps.DeskConfig",
        "dateline.desk.apps.AccountsConfig",
        "wagtail.snippets",
        "wagtail.images",
        "wagtail.documents",  # shown to nobody; Wagtail's pages cannot be made without its addresses
        "wagtail.search",
        "wagtail.admin",
        "wagtail",
        "modelcluster",
        "taggit",
        "django_filters",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
    ]

# --- requests: Django answers /desk/ alone, behind the page server ---

ROOT_URLCONF = "dateline.site.urls"
WSGI_APPLICATION = "dateline.site.wsgi.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "dateline.desk.security.DeskHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "dateline.desk.room.refusals.Refusals",
    "dateline.site.visibility.UntilVisible",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dateline.desk.room.naming.names",
            ],
        },
    },
]
_SECURE = _CONFIG["url"].startswith("https:")
SESSION_COOKIE_NAME = "desk_session"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/desk/"  # a reader's page is sent no cookie of ours
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_TRUSTED_ORIGINS = [_CONFIG["url"]]  # the page server in front may end TLS
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long body has many blocks
LOGIN_URL = "wagtailadmin_login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
    )
]
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # letters go by the tray of ``discuss`` alone
# Readers' accounts have their addresses in a table of their own: those of the newsroom are none of theirs.
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
MFA_SUPPORTED_TYPES = ["webauthn"]

# --- files ---

STATIC_URL = "/desk/static/"
MEDIA_ROOT = FOLDER.media
MEDIA_URL = "/desk/originals/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "thumbnails": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": FOLDER.media / "desk", "base_url": "/desk/media/"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# --- Wagtail ---

WAGTAIL_SITE_NAME = _CONFIG["name"]
WAGTAILADMIN_BASE_URL = _CONFIG["url"]
WAGTAIL_ENABLE_UPDATE_CHECK = False  # the editor's browser calls nobody
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_USER_LOGIN_FORM = "dateline.desk.room.login.LoginForm"
WAGTAIL_PASSWORD_RESET_ENABLED = False  # it needs e-mail, and none is sent
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # times at the desk are those of the site, for everybody
WAGTAIL_AUTOSAVE_INTERVAL = 3000  # milliseconds; each is a write, and SQLite has one writer
WAGTAILIMAGES_IMAGE_MODEL = "desk.NewsImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "dateline.desk.pictures.form.PictureForm"
WAGTAILIMAGES_RENDITION_STORAGE = "thumbnails"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 40 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
# Wagtail's index of pictures would be rewritten in part at every save; plain SQL finds them well enough.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database.fallback"}}
TAGGIT_CASE_INSENSITIVE = True

DESK_OWN_APPROVAL = False
"""Whether an editor may approve, in a review, a story of their own."""
