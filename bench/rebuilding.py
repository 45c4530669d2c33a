"""Pressing everything again from the ledger, beside Hugo building as many pages with the same text.

Hugo is given less to do: one page a story, a list a section, a front and its feeds; no related stories, no search
index, no pages of people, days or the record, no rail. Both use all cores.
"""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import Any

from bench import copy

_BASE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }} | The Bench</title><link rel="canonical" href="{{ .Permalink }}"></head>
<body><header><a href="/">The Bench</a>
<nav>{{ range .Site.Sections }}<a href="{{ .Permalink }}">{{ .Title }}</a> {{ end }}</nav></header>
{{ block "main" . }}{{ end }}<footer>The Bench</footer></body></html>
"""
_SINGLE = """\
{{ define "main" }}<main><article><h1>{{ .Title }}</h1><p>By {{ .Params.by }}</p>
<p><time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">
{{ .Date.Format "Monday, 2 January 2006, 15:04" }}</time></p>
{{ .Content }}</article></main>{{ end }}
"""
_LIST = """\
{{ define "main" }}<main><h1>{{ .Title }}</h1>{{ range first 50 .RegularPagesRecursive }}
<article><h2><a href="{{ .Permalink }}">{{ .Title }}</a></h2><p>{{ .Summary }}</p></article>{{ end }}</main>{{ end }}
"""
SECTIONS = ("alpha", "beta", "gamma", "delta")


def measure(folder: Path, ours: float, stories: int) -> dict[str, Any]:
    """Stories a second of both, and how many times as fast Dateline is, which took so many seconds."""
    _write_hugo(folder / "hugo", stories)
    began = time.perf_counter()
    subprocess.run(["hugo", "--quiet", "--source", str(folder / "hugo")], check=True)
    hugo = time.perf_counter() - began
    pages = sum(1 for _ in (folder / "hugo/public").rglob("index.html"))
    if pages < stories:
        raise RuntimeError(f"Hugo built {pages} pages of {stories} stories")
    return {
        "stories": stories,
        "dateline_stories_per_second": round(stories / ours),
        "hugo_stories_per_second": round(stories / hugo),
        "times_hugo": round(hugo / ours, 2),
    }


def _write_hugo(folder: Path, stories: int) -> None:
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    (layouts / "baseof.html").write_text(_BASE)
    (layouts / "single.html").write_text(_SINGLE)
    (layouts / "list.html").write_text(_LIST)
    (folder / "layouts" / "index.html").write_text(_LIST)
    (folder / "config.json").write_text('{"baseURL": "http://bench.example/", "title": "The Bench"}')
    for number, story in enumerate(copy.make(stories)):
        path = folder / "content" / SECTIONS[number % len(SECTIONS)] / f"{story['id']}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        front = json.dumps({"title": story["title"], "date": story["date"], "by": story["authors"][0]})  # type: ignore[index]
        path.write_text(f"{front}\n\n" + str(story["text"]).replace("\n", "\n\n"))
