"""The accounts as administrators see them: the newsroom's alone, however many readers have one."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from wagtail.users.views import users

from dateline.desk.accounts import OUTSIDE, of_newsroom


class AccountIndexView(users.IndexView):  # type: ignore[misc]
    def get_base_queryset(self) -> Any:
        return of_newsroom().select_related("wagtail_userprofile")


class _OfNewsroom:
    def get_object(self, *arguments: Any) -> Any:
        """The account; a reader's is none of the desk's, whatever number somebody asks for."""
        found = super().get_object(*arguments)  # type: ignore[misc]
        if found.get_username().startswith(OUTSIDE):
            raise Http404
        return found


class EditAccountView(_OfNewsroom, users.EditView):  # type: ignore[misc]
    pass


class DeleteAccountView(_OfNewsroom, users.DeleteView):  # type: ignore[misc]
    pass


class AccountViewSet(users.UserViewSet):  # type: ignore[misc]
    index_view_class = AccountIndexView
    edit_view_class = EditAccountView
    delete_view_class = DeleteAccountView
