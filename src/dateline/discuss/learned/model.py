"""The model: logistic regression over hashed features, learned one decision at a time.

Each decision is scored before it is learned from, and that score is kept beside what the moderator decided. So the
model can say how it would have fared on decisions that it had not seen, and its scores are made honest by them
(Platt's method): of comments that get 0.8, four in five were rejected.

Steps follow AdaGrad (Duchi, Hazan and Singer, 2011): a feature that is seen for the first time moves much, a frequent
one little, so that there is no rate to set. Pure: no clock, no file, no chance.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, log, sqrt

from dateline.discuss.checks.case import Opinion
from dateline.discuss.learned.features import SIZE, features, pieces

NEEDED = 50
"""Decisions, below which nothing is said."""
NEEDED_EACH = 10
"""And so many of them approvals, and so many rejections."""
REMEMBERED = 2_000
"""Decisions whose score before learning is kept."""
STEP = 0.35
NAMED = 5
"""Words that an opinion names at most."""
_LEAST_WEIGHT = 0.02
"""What a word must add to be named."""


@dataclass(frozen=True, slots=True)
class Trial:
    """How a decision was scored before it was learned from: ``raw`` on the model's own scale, and what it was."""

    raw: float
    rejected: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a threshold would have done to the latest decisions."""

    decided: int
    held: int
    held_approved: int
    """Of the held, how many the newsroom approved: work for nothing."""
    rejected: int
    held_rejected: int


def _zeros() -> array[float]:
    return array("f", bytes(4 * SIZE))


@dataclass(slots=True)
class Model:
    weights: array[float] = field(default_factory=_zeros)
    squares: array[float] = field(default_factory=_zeros)
    """Of each weight, the sum of its squared steps."""
    bias: float = 0.0
    bias_square: float = 0.0
    approved: int = 0
    rejected: int = 0
    position: int = 0
    """The last decision that was learned from."""
    since_whole: int = 0
    """Decisions learned from since the model was last made from all of them."""
    trials: deque[Trial] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    slope: float = 1.0
    shift: float = 0.0

    @property
    def lacking(self) -> str:
        """Why the model cannot be asked yet, for the newsroom; empty: it can."""
        decided = self.approved + self.rejected
        if decided < NEEDED:
            return f"too few decisions to learn from: {decided} of {NEEDED}"
        for many, kind in ((self.approved, "approvals"), (self.rejected, "rejections")):
            if many < NEEDED_EACH:
                return f"too few {kind} to learn from: {many} of {NEEDED_EACH}"
        return ""

    def opinion(self, text: str) -> Opinion:
        """The score of a text, and the words that weighed most towards it being rejected."""
        found = pieces(text)
        numbers = sorted({number for _, of_word in found for number in of_word})
        raw = self._raw(numbers)
        scale = self.slope / sqrt(len(numbers) or 1)
        added: dict[str, float] = {}
        for word, of_word in found:
            added[word] = max(added.get(word, 0.0), scale * sum(self.weights[number] for number in of_word))
        heaviest = sorted(added, key=lambda word: -added[word])[:NAMED]
        return Opinion(self._honest(raw), tuple(word for word in heaviest if added[word] > _LEAST_WEIGHT))

    def learn(self, text: str, rejected: bool) -> None:
        """Take in one decision, scored first."""
        numbers = features(text)
        self.trials.append(Trial(self._raw(numbers), rejected))
        self._step(numbers, rejected)
        self.approved += not rejected
        self.rejected += rejected

    def rehearse(self, decisions: Iterable[tuple[Sequence[int], bool]]) -> None:
        """Go over decisions again that were learned from; no trial, no count."""
        for numbers, rejected in decisions:
            self._step(numbers, rejected)

    def calibrate(self) -> None:
        """Fit the honest scale to the trials; needs some of both kinds, and is left as it is without them."""
        if min(sum(one.rejected for one in self.trials), sum(not one.rejected for one in self.trials)) < NEEDED_EACH:
            return
        self.slope, self.shift = _fit(self.trials)

    def forecast(self, threshold: float) -> Forecast:
        """What a threshold would have done to the decisions that are remembered."""
        held = [one for one in self.trials if self._honest(one.raw) >= threshold]
        return Forecast(
            decided=len(self.trials),
            held=len(held),
            held_approved=sum(not one.rejected for one in held),
            rejected=sum(one.rejected for one in self.trials),
            held_rejected=sum(one.rejected for one in held),
        )

    def _raw(self, numbers: Sequence[int]) -> float:
        weights = self.weights
        return self.bias + sum([weights[number] for number in numbers]) / sqrt(len(numbers) or 1)

    def _honest(self, raw: float) -> float:
        return _sigmoid(self.slope * raw + self.shift)

    def _step(self, numbers: Sequence[int], rejected: bool) -> None:
        error = rejected - _sigmoid(self._raw(numbers))
        change = error / sqrt(len(numbers) or 1)
        square, weights, squares = change * change, self.weights, self.squares
        for number in numbers:
            squares[number] += square
            weights[number] += STEP * change / sqrt(squares[number] + 1e-6)
        self.bias_square += error * error
        self.bias += STEP * error / sqrt(self.bias_square + 1)


def _sigmoid(value: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, value))))


def _fit(trials: Iterable[Trial]) -> tuple[float, float]:
    """Slope and shift that make scores honest, by Newton's method; held back a little towards slope 1."""
    known = [(one.raw, float(one.rejected)) for one in trials]
    share = sum(label for _, label in known) / len(known)
    slope, shift = 1.0, log(share / (1 - share))
    for _ in range(25):
        g_slope, g_shift, h_slope, h_both, h_shift = slope - 1.0, 0.0, 1.0, 0.0, 1e-9
        for raw, label in known:
            score = _sigmoid(slope * raw + shift)
            error, curve = score - label, score * (1 - score)
            g_slope += error * raw
            g_shift += error
            h_slope += curve * raw * raw
            h_both += curve * raw
            h_shift += curve
        determinant = h_slope * h_shift - h_both * h_both
        if determinant < 1e-12:
            break
        slope -= max(-2.0, min(2.0, (h_shift * g_slope - h_both * g_shift) / determinant))
        shift -= max(-2.0, min(2.0, (h_slope * g_shift - h_both * g_slope) / determinant))
    return max(slope, 0.05), shift


def teach(decisions: Sequence[tuple[str, bool]], rounds: int = 3) -> Model:
    """A model made from all decisions, in their order: text, and whether it was rejected."""
    model = Model()
    for text, rejected in decisions:
        model.learn(text, rejected)
    seen = [(features(text), rejected) for text, rejected in decisions]
    for _ in range(rounds - 1):
        # Backwards and forwards in turn, so that the last ones do not always have the last word.
        seen.reverse()
        model.rehearse(seen)
    model.calibrate()
    return model
