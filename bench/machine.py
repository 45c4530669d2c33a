"""What a measurement was made on: printed with every figure, kept with every result."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
PACKAGES = ("dateline", "granian", "lmdb", "tantivy", "Django", "wagtail", "trafilatura")


def describe() -> dict[str, Any]:
    """Processor, cores, memory, load before the run, and the versions of what is measured."""
    return {
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
        "load": round(os.getloadavg()[0], 2),
        "system": platform.platform(),
        "python": platform.python_version(),
        "versions": {name: version(name) for name in PACKAGES}
        | {tool: tool_version(tool) for tool in ("nginx", "hugo", "wrk")},
    }


def tool_version(tool: str) -> str:
    """The first line a program says of its version; empty if it is not installed."""
    flag = {"hugo": "version"}.get(tool, "-v")
    try:
        said = subprocess.run([tool, flag], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return (said.stdout + said.stderr).strip().splitlines()[0]


def keep(name: str, figures: dict[str, Any]) -> None:
    """Write the figures to bench/results/, with the machine they were measured on."""
    result = {"machine": describe(), "figures": figures}
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def tell(name: str, figures: dict[str, Any]) -> None:
    """Print the figures, and what they were measured on."""
    print(f"== {name} ==")
    for key, value in figures.items():
        print(f"  {key}: {value}", flush=True)
    machine = describe()
    print(
        f"  on {machine['cores']} cores of {machine['processor']}, load {machine['load']}, Python {machine['python']}"
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()
