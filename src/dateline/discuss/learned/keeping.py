"""The file that a model is kept in: a line of JSON, then its numbers, with a checksum. Never holds a word of a text."""

from __future__ import annotations

import json
import os
from array import array
from collections import deque
from pathlib import Path
from zlib import crc32

from dateline.discuss.learned.features import SIZE
from dateline.discuss.learned.model import REMEMBERED, Model, Trial

FORMAT = 1
"""Raised when features or model change: a file of another format is thrown away and made again."""

_PLAIN = ("bias", "bias_square", "approved", "rejected", "position", "since_whole", "slope", "shift")


def save(model: Model, path: Path) -> None:
    """Write the file anew, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    body = model.weights.tobytes() + model.squares.tobytes()
    head = {
        "format": FORMAT,
        "check": crc32(body),
        **{name: getattr(model, name) for name in _PLAIN},
        "trials": [[round(one.raw, 5), int(one.rejected)] for one in model.trials],
    }
    fresh = path.with_suffix(f".{os.getpid()}.new")
    fresh.write_bytes(json.dumps(head).encode() + b"\n" + body)
    fresh.replace(path)


def load(path: Path) -> Model | None:
    """The model in the file; None if there is none, or none that this code can use."""
    try:
        line, _, body = path.read_bytes().partition(b"\n")
        head = json.loads(line)
        if head["format"] != FORMAT or head["check"] != crc32(body) or len(body) != 8 * SIZE:
            return None
        model = Model(**{name: head[name] for name in _PLAIN})
        trials = (Trial(raw, bool(rejected)) for raw, rejected in head["trials"])
        model.trials = deque(trials, maxlen=REMEMBERED)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    model.weights, model.squares = array("f", body[: 4 * SIZE]), array("f", body[4 * SIZE :])
    return model
