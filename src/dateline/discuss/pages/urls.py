"""The addresses of readers, below /discuss/. The thread itself, and a comment with its answers, are pressed pages."""

from __future__ import annotations

from django.urls import include, path

from dateline.desk import assets
from dateline.discuss.legal import pages as legal
from dateline.discuss.pages import folded, me, own, reporting, signing_in, writing

urlpatterns = [
    path("<int:code>", writing.post),
    path("<int:code>/write", writing.form),
    path("<int:code>/mine", own.mine),
    path("<int:code>/read", folded.thread),
    path("<int:code>/read/", folded.thread),
    path("<int:code>/read/<int:number>", folded.thread),
    path("<int:code>/edit", own.edit),
    path("<int:code>/delete", own.delete),
    path("<int:code>/report", reporting.report),
    path("<int:code>/mute", reporting.mute),
    path("<int:code>/notice", legal.give_notice),
    path("statement/<str:token>", legal.show_statement),
    path("confirm/<str:token>", writing.confirm),
    path("unsubscribe/<str:token>", me.unsubscribe),
    path("me", me.profile, name="discuss_me"),
    path("me/name", me.name),
    path("me/replies", me.replies),
    path("me/unmute", me.unmute),
    path("me/data", me.data),
    path("me/erase", me.erase),
    path("static/<path:name>", assets.static),
    path("account/login/link/<str:code>", signing_in.link),
    path("account/", include("allauth.urls")),
]
