"""The words of readers' pages, for templates: ``{% say "Mute {name}?" name=row.name %}``, ``{{ time|moment }}``."""

from __future__ import annotations

from datetime import datetime

from django import template

from dateline.discuss import labels

register = template.Library()
register.simple_tag(labels.say, name="say")


@register.filter
def said(label: object) -> str:
    """A label of a table in the site's language."""
    return labels.say(str(label))


@register.filter
def moment(at: datetime) -> str:
    """Day and time, as short as the language writes them."""
    return labels.words().brief_time(at.isoformat())
