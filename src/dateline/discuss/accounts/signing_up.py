"""Signing up, which takes as long for an address that has an account as for one that has none."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import SignupForm
from django.contrib.auth.hashers import make_password


class SignUp(SignupForm):  # type: ignore[misc]
    def try_save(self, request: Any) -> Any:
        """Both are answered alike; keeping a password takes a moment that can be measured, so it is spent on both."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)
