"""The addresses of the desk, below /desk/."""

from __future__ import annotations

from django.urls import include, path
from wagtail.admin import urls as admin_urls

from dateline.desk import assets

urlpatterns = [
    path("static/<path:name>", assets.static, name="desk_static"),
    path("media/<path:name>", assets.thumbnail, name="desk_thumbnail"),
    path("originals/originals/<path:name>", assets.original, name="desk_original"),
    path("", include(admin_urls)),
]
