"""The addresses of the moderation desk, below ``/desk/comments/``."""

from __future__ import annotations

from django.urls import path

from dateline.discuss.desk import acting, legal, reading, ruling, wording

app_name = "discuss_desk"
urlpatterns = [
    path("", reading.first, name="first"),
    path("decide/", acting.decide, name="decide"),
    path("undo/", acting.undo, name="undo"),
    path("queue/<slug:name>/", reading.QueuePage.as_view(), name="queue"),
    path("<int:number>/", reading.CommentPage.as_view(), name="comment"),
    path("people/", reading.PeoplePage.as_view(), name="people"),
    path("people/<int:number>/", reading.PersonPage.as_view(), name="person"),
    path("people/<int:number>/history/", reading.history, name="history"),
    path("people/<int:number>/treat/", acting.treat, name="treat"),
    path("rules/", ruling.RulesPage.as_view(), name="rules"),
    path("rules/<slug:kind>/", ruling.RulesPage.as_view(), name="rules_find"),
    path("rules/<slug:kind>/<slug:key>/", ruling.RulesPage.as_view(), name="rules_of"),
    path("words/", wording.WordsPage.as_view(), name="words"),
    path("notices/", legal.NoticesPage.as_view(), name="notices"),
    path("notices/<int:number>/", legal.NoticePage.as_view(), name="notice"),
    path("statements/<int:number>/", legal.StatementPage.as_view(), name="statement"),
    path("statements.csv", legal.export, name="export"),
]
