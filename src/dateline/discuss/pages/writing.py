"""Writing a comment: the form, what is sent with it, and the letter by which somebody new confirms their address."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dateline import urls
from dateline.desk import house
from dateline.discuss import doors, letters, limits, standing, words
from dateline.discuss.accounts import people
from dateline.discuss.doors.posting import Post, Taken, open_thread
from dateline.discuss.labels import say
from dateline.discuss.models import Comment, Reader, Waiting
from dateline.discuss.pages import guard, paper, proof, tokens, who
from dateline.discuss.refusal import NotThere, Refused
from dateline.press.words import label

WAITS = timedelta(days=2)
"""How long a comment waits for its address to be confirmed."""

LOOK = label("Look into your mail")
LOOK_TEXT = label(
    "We have sent a letter to the address that you gave. Open the link in it and your comment goes on its way."
    " The link is good for two days; until then nobody sees what you wrote."
)


@require_safe
def form(request: HttpRequest, code: int) -> HttpResponse:
    """The form on a page of its own; with ``?to=`` also what is answered."""
    policy = open_thread(code, timezone.now()).policy
    answered = _answered(code, request.GET.get("to", ""))
    return _form(request, code, {"longest": policy.longest, "answered": answered})


@require_POST
def post(request: HttpRequest, code: int) -> HttpResponse:
    """Take a comment in: at once from somebody who is signed in, after a letter from anybody else."""
    limits.counts.take("forms from one network", who.network(request))
    reader = who.reader(request)
    if request.POST.get("website"):
        # Only a machine fills in a field that nobody sees; it is told what it wants to hear.
        return paper.told(request, say(LOOK), say(LOOK_TEXT))
    try:
        return _posted(request, code, reader) if reader else _waiting(request, code)
    except Refused as refused:
        return _again(request, code, refused)


def _posted(request: HttpRequest, code: int, reader: Reader) -> HttpResponse:
    limits.counts.take("comments of one person", str(reader.pk))
    limits.counts.take("comments from one network", who.network(request))
    limits.counts.take("comments on one story", str(code))
    if not reader.name:
        reader.name = words.name(request.POST.get("name", ""))
        reader.save(update_fields=["name"])
    return came_in(request, doors.post(reader, _sent(request, code, who.mark(request))))


def _sent(request: HttpRequest, code: int, network: str) -> Post:
    return Post(
        story=code,
        text=request.POST.get("text", ""),
        parent=number(request.POST.get("parent", "")),
        network=network,
        seconds=tokens.seconds_since(request.POST.get("opened", "")),
    )


def _waiting(request: HttpRequest, code: int) -> HttpResponse:
    """Keep the comment until its address is confirmed, and send the letter; the answer tells nothing of the address."""
    name, email = words.name(request.POST.get("name", "")), words.email(request.POST.get("email", ""))
    policy = open_thread(code, timezone.now()).policy
    text = words.text(request.POST.get("text", ""), policy.longest)
    sent = _sent(request, code, who.mark(request))
    answered = _answered(code, str(sent.parent or ""))
    proof.check(request.POST.get("opened", ""), request.POST.get("work", ""), policy.proof_bits)
    network = who.network(request)
    limits.counts.take("comments from one network", network)
    limits.counts.take("letters for one network", network)
    limits.counts.take("letters to one address", email)
    limits.counts.take("comments on one story", str(code))
    token = secrets.token_urlsafe(32)
    now = timezone.now()
    row = Waiting(digest=digest(token), name=name, email=email, story=code, parent=answered, text=text)
    row.seconds, row.network, row.written_at, row.expires_at = sent.seconds, sent.network, now, now + WAITS
    with transaction.atomic():
        row.save(force_insert=True)
        _write(email, name, token)
    return paper.told(request, say(LOOK), say(LOOK_TEXT))


def _write(email: str, name: str, token: str) -> None:
    site = house.site().name
    asked = say(
        "somebody, most likely you, wrote a comment at {site} and gave this address."
        " If it was you, open this page and press the button:",
        site=site,
    )
    otherwise = say("If it was not you, do nothing: the comment is thrown away in two days, and nobody is shown it.")
    parts = (say("Hello {name},", name=name), asked, letters.address(f"/discuss/confirm/{token}"), f"{otherwise}\n")
    letters.write(email, say("Confirm your comment at {site}", site=site), "\n\n".join(parts))


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Looking at the page changes nothing, for mail programs look at links too; the button posts the comment."""
    limits.counts.take("forms from one network", who.network(request))
    row = Waiting.objects.filter(digest=digest(token), expires_at__gt=timezone.now()).first()
    if row is None:
        raise NotThere("This link is used up, or too old.", "If your comment is not there, please write it again.")
    if request.method != "POST":
        return paper.show(request, "confirm.html", {"waiting": row, "place": standing.place(row.story)})
    # Whoever takes the row away posts the comment: two clicks post it once.
    if not Waiting.objects.filter(pk=row.pk).delete()[0]:
        raise NotThere("This link is used up, or too old.")
    reader = people.of_address(row.email, row.name)
    sign_in(request, reader)
    try:
        came = doors.post(
            reader,
            Post(
                story=row.story,
                text=row.text,
                parent=row.parent_id or 0,
                network=row.network,
                seconds=row.seconds,
            ),
        )
    except Refused as refused:
        return guard.refuse(request, refused)
    return came_in(request, came)


def sign_in(request: HttpRequest, reader: Reader) -> None:
    """Sign a reader in who has shown that the address is theirs."""
    from allauth.account.internal.flows.login import record_authentication

    user: Any = reader.user
    login(request, user, backend="dateline.discuss.accounts.backend.Readers")
    record_authentication(request, user, method="code", email=reader.email)


def came_in(request: HttpRequest, taken: Taken) -> HttpResponse:
    """Lead to the comment: to where readers see it, among the writer's own if they do not.

    The newest stand on the story's page; a reply may belong to a branch that does not, so it leads to its own.
    """
    row = taken.comment
    if row.shown:
        of_story = f"{urls.story(row.story, taken.place.slug)}#comment-{row.number}"
        way = urls.comment(row.story, row.number) if row.parent_id else of_story
        said = say("Your comment is on the page.")
    else:
        way, said = (
            f"/discuss/{row.story}/mine#comment-{row.number}",
            say("Your comment has come in. It is read first."),
        )
    if row.state == "rejected":
        said = say("Your comment was not accepted.")
    if paper.wants_fragment(request):
        status = 201 if row.shown else 202
        response = paper.told(request, said, "", status, way=way, way_text=say("See it"), comment=row)
    else:
        response = HttpResponseRedirect(way, status=303)
    response.awaited = taken.entry
    return response


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def number(text: str) -> int:
    """The number of a comment as it was sent; 0 for none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else 0


def _answered(code: int, text: str) -> Comment | None:
    """The comment that is answered, which readers must see; None if the story is. Raises NotThere."""
    if not number(text):
        return None
    row = Comment.objects.filter(pk=number(text), story=code).first()
    if row is None or not row.shown:
        raise NotThere("The comment that you answer is not there any more.")
    return row


def _again(request: HttpRequest, code: int, refused: Refused) -> HttpResponse:
    """The form as it was filled in, with what is wrong; nobody loses what they wrote."""
    if paper.wants_fragment(request):
        return guard.refuse(request, refused)
    parent = number(request.POST.get("parent", ""))
    answered = Comment.objects.filter(pk=parent, story=code, state="approved").first() if parent else None
    context = {"refused": refused, "answered": answered, "typed": request.POST}
    response = _form(request, code, context, refused.status)
    if retry := getattr(refused, "seconds", 0):
        response["Retry-After"] = str(retry)
    return response


def _form(request: HttpRequest, code: int, context: dict[str, Any], status: int = 200) -> HttpResponse:
    place = standing.place(code)
    out = place if place and place.live else None
    bits = standing.policy(out).proof_bits if out and not who.reader(request) else 0
    answered = context.get("answered")
    here = quote(f"/discuss/{code}/write" + (f"?to={answered.number}" if answered else ""))
    given = {"code": code, "place": out, "opened": tokens.opened(), "bits": bits, "here": here, **context}
    return paper.show(request, "write.html", given, status)
