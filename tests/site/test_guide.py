"""The operator's guide knows every setting and every command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.site import cli
from dateline.site.config import SETTINGS, Setting

GUIDES = Path(__file__).parents[2] / "docs" / "guide"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_setting_is_explained_to_the_operator(setting: Setting) -> None:
    rows = re.findall(rf"^\| `{re.escape(setting.name)}` \| (.+?) \| .+\|$", _guide("operator"), re.MULTILINE)
    assert len(rows) == 1
    default = {None: "must be set", "": "empty", False: "false"}.get(setting.default, str(setting.default))
    assert rows[0] == default


def test_the_guide_explains_no_setting_that_is_gone() -> None:
    told = set(
        re.findall(r"^\| `([a-z_.]+)` \| ", _guide("operator").split("## Settings")[1].split("## ")[0], re.MULTILINE)
    )
    assert told == {setting.name for setting in SETTINGS}


def test_every_command_of_the_guides_is_one_that_dateline_has() -> None:
    told = set(
        re.findall(
            r"\bdateline (?:`)?([a-z]+)(?= --| \.\.\.| /| courier| DIR)", "".join(map(_guide, ("operator", "import")))
        )
    )
    parser = cli._parser()
    known = set(next(action.choices for action in parser._actions if action.dest != "help" and action.choices))
    assert told
    assert told <= known


def _guide(name: str) -> str:
    return (GUIDES / f"{name}.md").read_text(encoding="utf-8")
