"""What happens when a row of the desk is deleted: the record learns of it in the same transaction.

Django sends ``pre_delete`` inside the transaction of the deletion, for one row, a queryset and the admin's views
alike. A person, topic, source or picture that stories still use is not deleted at all.
"""

from __future__ import annotations

from typing import Any

from django.db.models import ProtectedError
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from dateline.desk import codes, publicity, subjects
from dateline.desk.models import FrontPlan, NewsImage, Person, Section, Source, Story, Topic
from dateline.ledger import record


@receiver(pre_delete, sender=Story)
def withdraw_story(instance: Story, **_: Any) -> None:
    """Readers get "gone"; the code is never given again; fronts close their gap."""
    record.lock()
    Story.objects.filter(follows=instance).update(follows=None)
    codes.retire(instance.pk)
    publicity.withdraw_story(instance.pk)


@receiver(pre_delete, sender=Person)
def keep_person_in_use(instance: Person, **_: Any) -> None:
    _refuse_if(instance.bylines.all(), "bylines", instance)
    _withdraw_named(instance)


@receiver(pre_delete, sender=Topic)
def keep_topic_in_use(instance: Topic, **_: Any) -> None:
    _refuse_if(instance.stories.all(), "stories", instance)
    _withdraw_named(instance)


@receiver(pre_delete, sender=Source)
def keep_source_in_use(instance: Source, **_: Any) -> None:
    _refuse_if(instance.credits.all(), "source lines", instance)
    _withdraw_named(instance)


@receiver(pre_delete, sender=Section)
def keep_section_in_use(instance: Section, **_: Any) -> None:
    _refuse_if(Story.objects.filter(section=instance), "stories", instance)


@receiver(pre_delete, sender=NewsImage)
def keep_picture_in_use(instance: NewsImage, **_: Any) -> None:
    _refuse_if(Story.objects.filter(lead_image=instance), "stories", instance)
    _refuse_if(Person.objects.filter(portrait=instance), "portraits", instance)
    _refuse_if(Story.objects.showing(instance.pk), "stories", instance)


@receiver(pre_delete, sender=FrontPlan)
def withdraw_front(instance: FrontPlan, **_: Any) -> None:
    record.lock()
    publicity.withdraw([subjects.front_subject(instance.key), subjects.shown_subject(instance.key)])


def _withdraw_named(row: Any) -> None:
    record.lock()
    publicity.withdraw([subjects.subject_of(row)])


def _refuse_if(users: Any, what: str, row: Any) -> None:
    """Deleting what a published story shows would change the story without anybody publishing it."""
    using = list(users[:5])
    if using:
        raise ProtectedError(f"{row} is used in {what} and cannot be deleted.", set(using))
