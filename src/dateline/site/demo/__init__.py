"""The demo newspaper: a fictional daily with its stories, its people and its pictures."""

from __future__ import annotations

from dateline.site.demo.paper import DemoByline, DemoCorrection, DemoCredit, DemoPerson, DemoStory, Paper
from dateline.site.demo.reading import load

__all__ = ["DemoByline", "DemoCorrection", "DemoCredit", "DemoPerson", "DemoStory", "Paper", "load"]
