"""The rows of the sections and of the fronts, brought into line with dateline.toml. The file rules."""

from __future__ import annotations

from django.db import transaction

from dateline.desk.leads import FEATURED, HOME
from dateline.desk.models import FrontPlan, Section
from dateline.masthead import Site


def sync_sections(site: Site) -> bool:
    """Make, rename and order the rows as the site has them; whether a slug that stories carry has changed.

    A section whose slug is new and whose ``former`` ones name a row takes that row over; its stories then need
    ``reconcile``. One that is no longer in the file is retired: it keeps its stories and is offered to nobody.
    """
    renamed = False
    with transaction.atomic():
        for order, section in enumerate(site.sections):
            row = Section.objects.filter(slug=section.slug).first()
            if row is None:
                row = Section.objects.filter(slug__in=section.former).first() or Section()
                renamed |= row.pk is not None
            row.slug, row.name, row.order, row.retired = section.slug, section.name, order, False
            row.save()
        Section.objects.exclude(slug__in=[s.slug for s in site.sections]).update(retired=True)
        _sync_fronts(site)
    return renamed


def _sync_fronts(site: Site) -> None:
    """One plan for each front there is; the plan of a section that is gone goes with it."""
    wanted = [(HOME, "Home"), (FEATURED, "Featured"), *((s.slug, s.name) for s in site.sections)]
    for order, (key, name) in enumerate(wanted):
        row = FrontPlan.objects.filter(key=key).first() or FrontPlan(key=key)
        if (row.name, row.order) != (name, order) or row.pk is None:
            row.name, row.order = name, order
            row.save()
    for row in FrontPlan.objects.exclude(key__in=[key for key, _ in wanted]):
        row.delete()
