"""The ledger as an application of Django's."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "dateline.ledger"
    label = "ledger"
    verbose_name = "Ledger"
    default_auto_field = "django.db.models.BigAutoField"
