"""How the form of a story is laid out: what is written first comes first, the rest is one tab away."""

from __future__ import annotations

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    TabbedInterface,
)

from dateline.desk.room.story_form import StoryForm

STORY = [
    FieldPanel("kicker"),
    FieldPanel("headline", classname="title", required_on_save=False),
    FieldPanel("standfirst"),
    FieldRowPanel([FieldPanel("section"), FieldPanel("genre"), FieldPanel("place")], heading="Where it belongs"),
    FieldPanel("body", heading="Text"),
]

SIGNED = [
    MultipleChooserPanel(
        "bylines",
        chooser_field_name="person",
        heading="Byline",
        label="Person",
        panels=[FieldRowPanel([FieldPanel("person"), FieldPanel("role")])],
        help_text="In the order readers see. People need no account; a new one can be made in the chooser.",
    ),
    InlinePanel(
        "credits",
        heading="Source",
        label="Source",
        panels=[
            FieldRowPanel([FieldPanel("kind"), FieldPanel("source")]),
            FieldPanel("url"),
            FieldRowPanel([FieldPanel("original_at"), FieldPanel("original_day_only")]),
        ],
        help_text="Who made this copy comes first, then whom we have it from.",
    ),
]

PICTURES = [
    MultiFieldPanel(
        [
            FieldPanel("lead_image"),
            FieldPanel("lead_alt"),
            FieldPanel("lead_caption"),
            FieldPanel("lead_credit"),
        ],
        heading="Lead picture",
        help_text="Words left empty are taken from the picture. Pictures in the text are placed in the text itself.",
    ),
]

PLACED = [
    MultipleChooserPanel(
        "topics", chooser_field_name="topic", heading="Topics", label="Topic", panels=[FieldPanel("topic")]
    ),
    FieldPanel("follows"),
    MultipleChooserPanel(
        "pins",
        chooser_field_name="other",
        heading="Related: always show",
        label="Story",
        panels=[FieldPanel("other")],
        help_text="These stand first among the related stories; the rest is found by itself.",
    ),
    MultipleChooserPanel(
        "bans",
        chooser_field_name="other",
        heading="Related: never show",
        label="Story",
        panels=[FieldPanel("other")],
    ),
]

CORRECTED = [
    HelpPanel(
        "<p>Say what was wrong and what is right. Readers see the note, with its time, from the moment the story is "
        "published again, and the story says “Updated”. What they have seen stays; add to it if need be.</p>"
    ),
    InlinePanel(
        "corrections",
        heading="Notes to readers",
        label="Note",
        panels=[FieldRowPanel([FieldPanel("kind"), FieldPanel("at")]), FieldPanel("text")],
    ),
]

PUBLISHED = [
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("go_live_at", heading="Goes out"), FieldPanel("expire_at", heading="Comes down")])],
        heading="Schedule",
        help_text="Set a time and publish: the story goes out by itself at that time, and is closed until then.",
    ),
    FieldPanel("mark_updated"),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("published_at"), FieldPanel("precision")]), FieldPanel("slug")],
        heading="Time and address",
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("language"), FieldPanel("direction")]),
            FieldRowPanel([FieldPanel("comments"), FieldPanel("urgency")]),
        ],
        heading="How it is shown",
    ),
    FieldPanel("internal_note"),
]

EDIT_HANDLER = TabbedInterface(
    [
        ObjectList(STORY, heading="Story"),
        ObjectList(PICTURES, heading="Pictures"),
        ObjectList(SIGNED, heading="Byline & source"),
        ObjectList(PLACED, heading="Topics & related"),
        ObjectList(CORRECTED, heading="Corrections"),
        ObjectList(PUBLISHED, heading="Publishing"),
    ],
    base_form_class=StoryForm,
)
