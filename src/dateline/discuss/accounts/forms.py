"""What signing up asks for beside address and password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from dateline.discuss import labels, words
from dateline.discuss.refusal import Refused


class Named(forms.Form):
    name = forms.CharField(
        max_length=words.LONGEST_NAME,
        label=labels.later("Name"),
        help_text=labels.later("It stands above your comments."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def clean_name(self) -> str:
        try:
            return words.name(self.cleaned_data["name"])
        except Refused as refused:
            raise ValidationError(" ".join(refused.told(labels.words()))) from refused

    def signup(self, request: Any, user: Any) -> None:
        """Nothing more: the reader is made when the address is confirmed."""
