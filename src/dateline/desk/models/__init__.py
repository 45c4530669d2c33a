"""The rows of the desk. Import them from here; the modules behind it import only downwards in this list."""

from dateline.desk.models.code import CodeCounter, RetiredCode
from dateline.desk.models.front import FrontPlan, Placement, PlannedFront
from dateline.desk.models.named import Named
from dateline.desk.models.parts import (
    Ban,
    Byline,
    FormerAddress,
    Neighbour,
    Pin,
    StoryCorrection,
    StoryCredit,
    StoryTopic,
)
from dateline.desk.models.person import Person
from dateline.desk.models.picture import NewsImage, NewsRendition
from dateline.desk.models.review import EditorsReview
from dateline.desk.models.section import Section
from dateline.desk.models.source import Source
from dateline.desk.models.story import Story
from dateline.desk.models.topic import Topic

__all__ = [
    "Ban",
    "Byline",
    "CodeCounter",
    "EditorsReview",
    "FormerAddress",
    "FrontPlan",
    "Named",
    "Neighbour",
    "NewsImage",
    "NewsRendition",
    "Person",
    "Pin",
    "Placement",
    "PlannedFront",
    "RetiredCode",
    "Section",
    "Source",
    "Story",
    "StoryCorrection",
    "StoryCredit",
    "StoryTopic",
    "Topic",
]
