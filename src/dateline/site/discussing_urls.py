"""What Django answers to readers: below /discuss/, what is not a page that was pressed."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("discuss/", include("dateline.discuss.pages.urls"))]
handler400 = "dateline.discuss.pages.paper.unreadable"
handler403 = "dateline.discuss.pages.paper.forbidden"
handler404 = "dateline.discuss.pages.paper.missing"
handler500 = "dateline.site.failing.answer_reader"
