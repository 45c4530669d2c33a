"""How django-allauth works here: letters go by the tray, accounts are readers', and a confirmed address makes a reader.

The newsroom's own accounts can be reached by none of its ways: it finds people by its own table of addresses, in
which only readers stand, and what it finds all the same is refused.
"""

from __future__ import annotations

import secrets
from typing import Any
from urllib.parse import urlencode, urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from django.core.exceptions import ValidationError
from django.http import HttpResponseForbidden

from dateline.desk.accounts import OUTSIDE
from dateline.discuss import labels, letters, words
from dateline.discuss.accounts import people
from dateline.discuss.accounts.backend import is_reader
from dateline.discuss.labels import say
from dateline.discuss.refusal import Refused


def new_username() -> str:
    """A user name that is nobody's address and that nobody types."""
    return OUTSIDE + secrets.token_hex(12)


SIGN_IN = "account/email/login_code"
"""The letter with a code, to which we add a link."""


def _link(code: str, request: Any) -> str:
    """Where the letter leads; from there to where its reader wanted to go."""
    following = request.POST.get("next") or request.GET.get("next")
    return f"/discuss/account/login/link/{code}" + (f"?{urlencode({'next': following})}" if following else "")


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    def populate_username(self, request: Any, user: Any) -> None:  # noqa: ARG002
        user.username = new_username()

    def save_user(self, request: Any, user: Any, form: Any, commit: bool = True) -> Any:
        """Keep the name that was given until the address is confirmed."""
        user.username = new_username()
        saved = super().save_user(request, user, form, commit=False)
        saved.username = user.username
        saved.first_name = form.cleaned_data.get("name", "")
        if commit:
            saved.save()
        return saved

    def clean_email(self, email: str) -> str:
        try:
            return words.email(email)
        except Refused as refused:
            raise ValidationError(" ".join(refused.told(labels.words()))) from refused

    def pre_login(self, request: Any, user: Any, **rest: Any) -> Any:
        if not is_reader(user):
            raise ImmediateHttpResponse(HttpResponseForbidden(say("This account belongs to the desk.")))
        return super().pre_login(request, user, **rest)

    def confirm_email(self, request: Any, email_address: Any) -> bool:
        done: bool = super().confirm_email(request, email_address)
        if done:
            people.confirmed(email_address.user, email_address.email)
        return done

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put the letter into the tray, as plain text; the clock sends it."""
        from allauth.core.context import request

        given = {"request": request, "email": email, **people.paper(), **context}
        if template_prefix == SIGN_IN:
            given["link"] = letters.address(_link(context["code"], request))
        message = self.render_mail(template_prefix, email, given)
        letters.write(email, message.subject, message.body)

    def is_safe_url(self, url: str | None) -> bool:
        """Whether to send somebody on to an address: of this site alone, and by a path."""
        parts = urlsplit(url or "")
        path = parts.path.startswith("/") and not parts.path.startswith("//") and "\\" not in (url or "")
        return bool(url) and not parts.scheme and not parts.netloc and path


def _name_of(data: dict[str, Any]) -> str:
    """The name that a service has for somebody; none if it could not stand above a comment."""
    try:
        return words.name(data.get("name") or f"{data.get('first_name') or ''} {data.get('last_name') or ''}")
    except Refused:
        return ""


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    def populate_user(self, request: Any, sociallogin: Any, data: dict[str, Any]) -> Any:
        user = super().populate_user(request, sociallogin, data)
        user.first_name = _name_of(data)
        user.username = new_username()
        return user

    def authenticate_by_email(self, sociallogin: Any) -> tuple[Any, str] | None:
        """The account of an address that the service has confirmed, which counts as much as a letter from us would.

        Never one of the newsroom, whoever's address it is. Of an address that is not confirmed nothing follows: its
        owner gets a letter, as if it had been typed.
        """
        if sociallogin.state.get("process") != AuthProcess.LOGIN:
            return None  # somebody who is signed in adds a service to the account that they have
        for address in sociallogin.email_addresses:
            if address.verified is True:  # some services say "false", which is a text, and true
                email = words.email(address.email)
                return people.of_address(email, sociallogin.user.first_name, is_asked=False).user, email
        return None

    def save_user(self, request: Any, sociallogin: Any, form: Any = None) -> Any:
        """Make an account whose address is yet to be confirmed by a letter."""
        for address in sociallogin.email_addresses:
            address.verified = False
        return super().save_user(request, sociallogin, form)
