"""Signing in, and how often somebody may try: guesses of a password are slowed down by account and by address.

The counts are kept in this process's memory. They protect against guessing, not against a flood; a restart forgives.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any, ClassVar

from django.core.cache import cache
from django.core.exceptions import ValidationError
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm

PER_ACCOUNT = 8
PER_ADDRESS = 40
WINDOW = 15 * 60
"""Seconds in which so many failures are allowed, counted from the last one."""


class LoginForm(WagtailLoginForm):  # type: ignore[misc]
    error_messages: ClassVar = {
        **WagtailLoginForm.error_messages,
        "invalid_login": "That name and password do not belong together. Try again, or ask an administrator.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "E-mail or user name"
        for field in ("username", "password"):
            self.fields[field].widget.attrs.pop("placeholder")

    def clean(self) -> dict[str, Any]:
        """Refuse before looking at the password, so that a guesser learns nothing more."""
        keys = self._keys()
        if any(cache.get(key, 0) >= most for key, most in keys.items()):
            raise ValidationError("Too many attempts. Wait a quarter of an hour, or ask an administrator.")
        try:
            cleaned: dict[str, Any] = super().clean()
        except ValidationError:
            for key in keys:
                cache.set(key, cache.get(key, 0) + 1, WINDOW)
            raise
        account, _ = keys
        cache.delete(account)
        return cleaned

    def _keys(self) -> dict[str, int]:
        login = (self.cleaned_data.get("username") or "").strip().lower()
        address = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        # A login can be of any length and hold anything; a cache key cannot.
        named = blake2b(login.encode(errors="replace"), digest_size=16).hexdigest()
        return {f"desk-login-{named}": PER_ACCOUNT, f"desk-address-{address.replace(' ', '')}": PER_ADDRESS}
