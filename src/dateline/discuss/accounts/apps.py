"""The tables of readers' accounts, without the pages: for processes in which no reader signs in."""

from __future__ import annotations

from allauth.account.apps import AccountConfig


class AccountTables(AccountConfig):
    def ready(self) -> None:
        """Nothing: what the app asks of a site's middleware is for the process that has its pages."""
