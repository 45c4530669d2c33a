"""The desk as a WSGI application, for waitress."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.site.settings")
application = get_wsgi_application()
