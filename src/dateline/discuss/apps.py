"""The discussion as a Django app."""

from django.apps import AppConfig


class DiscussConfig(AppConfig):
    name = "dateline.discuss"
    label = "discuss"
    verbose_name = "Discussion"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from dateline.desk import publicity
        from dateline.discuss import standing

        # A story that goes out opens its thread, one that is taken down hides it: in the same transaction.
        publicity.follow(standing.announce)
