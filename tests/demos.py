"""The demo newspaper for tests: the real one, but for the pictures, which are drawn plain."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import sites

MAKE = """
import concurrent.futures, io, pathlib, sys
from PIL import Image
from dateline.site import demonstration
from dateline.site.demo import drawing

def flat(key):
    file = io.BytesIO()
    Image.new("RGB", (330, 220), f"hsl({len(key) * 9}, 40%, {abs(hash(key)) % 97}%)").save(file, "JPEG")
    return file.getvalue()

drawing.draw = flat  # drawing the pictures takes minutes, and their strokes are tried elsewhere
processes, threads = concurrent.futures.ProcessPoolExecutor, concurrent.futures.ThreadPoolExecutor
concurrent.futures.ProcessPoolExecutor = lambda *workers, **given: (
    processes(*workers, **given) if workers or "initializer" in given else threads(1)
)
demonstration.make(pathlib.Path(sys.argv[1]), sys.argv[2])
"""


def make(site: Path, address: str) -> Path:
    """The demo in a folder that is not there yet; ``address`` is where it says it is served."""
    command = [sys.executable, "-c", MAKE, site, address]
    made = subprocess.run(command, check=False, env=sites.environment(), timeout=300, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    return site
