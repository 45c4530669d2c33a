"""Django's settings for the process that readers talk to: those of the site, with its own addresses, sessions, rights.

Nothing that is signed in here is signed in at the desk: another cookie, another table of sessions, another backend
that knows readers alone.
"""

from __future__ import annotations

from dateline.site import services
from dateline.site.settings import *  # noqa: F403
from dateline.site.settings import _CONFIG, _SECURE, DATABASES, LANGUAGE_CODE, TEMPLATES

INSTALLED_APPS = [
    "dateline.ledger",
    # Before allauth, whose pages it gives the look of the site.
    "dateline.discuss",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    *services.apps(_CONFIG["social"]),
    "allauth.mfa",
    # What the rows of stories are made of.
    "dateline.desk.apps.DeskConfig",
    "wagtail.images",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",  # the list of passkeys says how old each is
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

# Opening the database and closing it take longer than most of what it is asked for one comment; see ``holding``.
DATABASES = {"default": {**DATABASES["default"], "CONN_MAX_AGE": 60}}

ROOT_URLCONF = "dateline.site.discussing_urls"
MIDDLEWARE = [
    "dateline.discuss.pages.headers.Headers",
    "dateline.discuss.pages.guard.OneHost",
    "dateline.discuss.pages.guard.SameOrigin",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "dateline.discuss.pages.guard.Refusals",
    "allauth.account.middleware.AccountMiddleware",
    "dateline.site.visibility.UntilShown",
]
TEMPLATES = [
    {
        **TEMPLATES[0],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dateline.discuss.pages.paper.names",
            ]
        },
    }
]

# --- sessions and messages ---

SESSION_ENGINE = "dateline.discuss.accounts.sessions"
SESSION_COOKIE_NAME = "discuss_session"
SESSION_COOKIE_PATH = "/discuss/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _SECURE
SESSION_COOKIE_AGE = 90 * 24 * 3600
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of its own

# --- language: what is ours speaks by ``discuss.labels``; this is for the pages of allauth and for Django's errors ---

# Where the catalogues of both name a language otherwise than a site's language tag does.
_CALLED = {
    "pt": "pt-br",
    "zh": "zh-hans",
    "zh-cn": "zh-hans",
    "zh-sg": "zh-hans",
    "zh-tw": "zh-hant",
    "zh-hk": "zh-hant",
}
LANGUAGE_CODE = _CALLED.get(_CONFIG["language"].lower(), LANGUAGE_CODE)

# --- accounts ---

AUTHENTICATION_BACKENDS = ["dateline.discuss.accounts.backend.Readers"]
LOGIN_URL = "/discuss/account/login/"
LOGIN_REDIRECT_URL = "/discuss/me"
ACCOUNT_ADAPTER = "dateline.discuss.accounts.adapter.Adapter"
SOCIALACCOUNT_ADAPTER = "dateline.discuss.accounts.adapter.SocialAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {"signup": "dateline.discuss.accounts.signing_up.SignUp"}
ACCOUNT_SIGNUP_FORM_CLASS = "dateline.discuss.accounts.forms.Named"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGOUT_REDIRECT_URL = "/discuss/me"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _SECURE else "http"
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
# Browsers let passkeys work without TLS on this machine alone.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _SECURE
SOCIALACCOUNT_PROVIDERS = services.providers(_CONFIG["social"])
# Which account that is, the adapter says.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_LOGIN_ON_GET = False
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 20_000}}}

# --- what a reader sends ---

STATIC_URL = "/discuss/static/"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1 << 20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 50
DATA_UPLOAD_MAX_NUMBER_FILES = 0
