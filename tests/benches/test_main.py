"""``python -m bench`` knows everything that can be measured."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from bench import __main__ as bench
from bench import programs

ROOT = Path(__file__).parents[2]
MODULES = sorted(path.stem for path in (ROOT / "bench").glob("[!_]*.py"))
MEASURING = [name for name in MODULES if {"measure", "main"} & set(dir(importlib.import_module(f"bench.{name}")))]


def test_every_module_that_measures_is_listed() -> None:
    assert set(MEASURING) == {*bench.HERE, *programs.PROGRAMS}


@pytest.mark.parametrize("name", bench.HERE)
def test_what_is_measured_here_has_a_method(name: str) -> None:
    assert callable(getattr(bench.Bench, name))


def test_the_help_names_each_with_what_it_measures() -> None:
    command = [sys.executable, "-m", "bench", "--help"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in MEASURING:
        assert any(line.startswith(f"  {name} ") and len(line.split()) > 3 for line in said.splitlines()), name


@pytest.mark.parametrize("name", programs.PROGRAMS)
def test_each_program_can_be_run_on_little_data(name: str) -> None:
    command = [sys.executable, "-m", f"bench.{name}", "--help"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "--smoke" in said
