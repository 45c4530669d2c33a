"""What Django answers: the desk. Readers' pages never come here."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("desk/", include("dateline.desk.urls"))]
handler500 = "dateline.site.failing.answer"
