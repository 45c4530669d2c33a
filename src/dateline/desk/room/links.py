"""The link button of the text editor: it asks for an address at once, and never for one of Wagtail's pages."""

from __future__ import annotations

from typing import Any

from django.urls import reverse_lazy
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature


class PromptLink(EntityFeature):  # type: ignore[misc]
    """A link button; every text that has one is handed to the form as it is typed, and not a quarter second later.

    In that quarter second the editor would press "Publish", and the last words would be lost.
    """

    def construct_options(self, options: dict[str, Any]) -> None:
        super().construct_options(options)
        options["stateSaveInterval"] = 0


_ADDRESS = reverse_lazy("wagtailadmin_choose_page_external_link")


def offer_addresses(features: Any) -> None:
    """Register the button anew; also a link within the site, which begins with a slash, may be pasted."""
    features.register_editor_plugin(
        "draftail",
        "link",
        PromptLink(
            {
                "type": "LINK",
                "icon": "link",
                "description": "Link",
                "attributes": ["url", "id", "parentId"],
                "allowlist": {"href": "^(https?:|mailto:|/|undefined$)"},
                "chooserUrls": {
                    "pageChooser": _ADDRESS,  # what the button opens when nothing is linked yet
                    "externalLinkChooser": _ADDRESS,
                    "emailLinkChooser": reverse_lazy("wagtailadmin_choose_page_email_link"),
                    "phoneLinkChooser": _ADDRESS,
                    "anchorLinkChooser": _ADDRESS,
                },
            },
            js=["wagtailadmin/js/page-chooser-modal.js"],
        ),
    )
