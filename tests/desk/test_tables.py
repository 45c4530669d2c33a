"""The tables are those of the rows: nobody forgot a migration."""

from __future__ import annotations

from django.core.management import call_command


def test_the_migrations_are_up_to_date() -> None:
    call_command("makemigrations", "desk", "--check", "--dry-run", verbosity=0)
