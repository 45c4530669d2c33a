"""The desk as a Django app, and Wagtail's app of accounts with our pages."""

from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class DeskConfig(AppConfig):
    name = "dateline.desk"
    label = "desk"
    verbose_name = "Desk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.models import ReferenceIndex

        from dateline.desk import farewell  # noqa: F401 (connects its receivers)
        from dateline.desk.models import Person, Story

        # Wagtail would do it with the admin's views; an import, which has none, must note used pictures as well.
        for model in (Person, Story):
            ReferenceIndex.register_model(model)


class AccountsConfig(WagtailUsersAppConfig):  # type: ignore[misc]
    user_viewset = "dateline.desk.room.accounts.AccountViewSet"
