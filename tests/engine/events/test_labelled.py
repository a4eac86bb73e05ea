from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from engine.events import KINDS, Event, find_events
from surfaces import build_surface
from tests.engine.events.labelled import LABELLED

if TYPE_CHECKING:
    from tests.engine.events.trajectories import Labelled

ENOUGH = 0.95


def found(labelled: Labelled) -> tuple[Event, ...]:
    surface = build_surface(labelled.surface)
    points = labelled.points() if labelled.points else None
    return find_events(labelled.course(), surface, points, random=labelled.random)


class Score:
    """Right, missed and invented events of each kind, and a line for each mistake."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.invented: Counter[str] = Counter()
        self.mistakes: list[str] = []

    def add(self, labelled: Labelled, events: tuple[Event, ...]) -> None:
        first: dict[str, int] = {}
        for event in events:
            first.setdefault(event.kind, event.iteration)
        for kind in KINDS:
            wanted, at = labelled.labels.get(kind), first.get(kind)
            if kind in labelled.open or (wanted is None and at is None):
                continue
            right = wanted is not None and at is not None and wanted[0] <= at <= wanted[1]
            self.right[kind] += right
            self.missed[kind] += wanted is not None and not right
            self.invented[kind] += at is not None and not right
            if not right:
                self.mistakes.append(f"{labelled.name}: {kind} at {at}, not {wanted or 'at all'} ({labelled.why})")

    def precision(self, kind: str) -> float:
        return self.right[kind] / max(1, self.right[kind] + self.invented[kind])

    def recall(self, kind: str) -> float:
        return self.right[kind] / max(1, self.right[kind] + self.missed[kind])

    def table(self) -> str:
        lines = [f"{'kind':20}{'right':>6}{'missed':>8}{'invented':>10}{'precision':>11}{'recall':>8}"]
        for kind in KINDS:
            counts = f"{self.right[kind]:6}{self.missed[kind]:8}{self.invented[kind]:10}"
            lines.append(f"{kind:20}{counts}{self.precision(kind):11.3f}{self.recall(kind):8.3f}")
        return "\n".join([*lines, "", *self.mistakes])


@pytest.fixture(scope="module")
def score() -> Score:
    score = Score()
    for labelled in LABELLED:
        score.add(labelled, found(labelled))
    return score


@pytest.mark.parametrize("kind", KINDS)
def test_precision_and_recall(score: Score, kind: str) -> None:
    assert score.right[kind] >= 3, score.table()
    assert score.precision(kind) >= ENOUGH, score.table()
    assert score.recall(kind) >= ENOUGH, score.table()


def test_there_are_enough_trajectories_for_and_against_every_kind() -> None:
    assert len(LABELLED) >= 60
    assert len({labelled.name for labelled in LABELLED}) == len(LABELLED)
    for kind in KINDS:
        having = [labelled for labelled in LABELLED if kind in labelled.labels]
        lacking = [labelled for labelled in LABELLED if kind not in labelled.labels and kind not in labelled.open]
        assert len(having) >= 3, kind
        assert len(lacking) >= 20, kind


def test_labels_are_of_known_kinds() -> None:
    for labelled in LABELLED:
        assert set(labelled.labels) <= set(KINDS)
        assert labelled.open <= set(KINDS)
        assert not labelled.open & set(labelled.labels)
