"""The addresses of readers, below /discuss/. The thread itself, and a comment with its answers, are pressed pages."""

from __future__ import annotations

from django.urls import include, path, register_converter
from django.urls.converters import IntConverter

from dateline.desk import assets
from dateline.discuss.legal import pages as legal
from dateline.discuss.pages import folded, me, own, reporting, signing_in, writing


class Number(IntConverter):
    """The code of a story or the number of a comment; no database counts further."""

    regex = "[0-9]{1,15}"


register_converter(Number, "number")

urlpatterns = [
    path("<number:code>", writing.post),
    path("<number:code>/write", writing.form),
    path("<number:code>/mine", own.mine),
    path("<number:code>/read", folded.thread),
    path("<number:code>/read/", folded.thread),
    path("<number:code>/read/<number:number>", folded.thread),
    path("<number:code>/edit", own.edit),
    path("<number:code>/delete", own.delete),
    path("<number:code>/report", reporting.report),
    path("<number:code>/mute", reporting.mute),
    path("<number:code>/notice", legal.give_notice),
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
