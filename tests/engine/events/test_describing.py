from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.events import KINDS, Event, describe, find_events
from surfaces import CriticalPoint, build_surface
from tests.engine.events.labelled import LABELLED

if TYPE_CHECKING:
    from tests.engine.events.trajectories import Labelled

SADDLE = CriticalPoint((0.0, 0.0), 0.0, "saddle")
FAR_OUT = CriticalPoint(tuple(map(float, range(10))), 0.0, "minimum")
MINIMUM = CriticalPoint((-2.83542, 0.0), 0.25266, "minimum")


def events_of(labelled: Labelled) -> tuple[Event, ...]:
    points = labelled.points() if labelled.points else None
    return find_events(labelled.course(), build_surface(labelled.surface), points, random=labelled.random)


@pytest.fixture(scope="module")
def events() -> list[Event]:
    return [event for labelled in LABELLED for event in events_of(labelled)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told_in_a_sentence_with_its_numbers(kind: str, events: list[Event]) -> None:
    told = {describe(event) for event in events if event.kind == kind}
    assert told
    for sentence in told:
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert "unknown" not in sentence
        assert "nan" not in sentence
        assert "-" not in sentence.replace("e-", "")  # a minus is written as one
    assert all(str(event.iteration) in describe(event) for event in events if event.kind == kind != "trapped")


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (
            Event(188, "converged", FAR_OUT, numbers=(("loss", 0.0),)),
            "Comes to rest in the minimum (0, 1, 2, …) at iteration 188, loss 0.",
        ),
        (
            Event(188, "converged", MINIMUM, numbers=(("loss", 0.252658), ("above_best", 0.252658))),
            "Comes to rest in the minimum (−2.835, 0) at iteration 188, loss 0.2527, 0.2527 above the lowest that is "
            "known.",
        ),
        (
            Event(188, "converged", MINIMUM, numbers=(("loss", 0.25), ("above_best", 0.0))),
            "Comes to rest in the minimum (−2.835, 0) at iteration 188, loss 0.25, the lowest that is known.",
        ),
        (
            Event(188, "converged", MINIMUM, numbers=(("loss", 0.25),)),
            "Comes to rest in the minimum (−2.835, 0) at iteration 188, loss 0.25.",
        ),
        (
            Event(188, "trapped", MINIMUM, numbers=(("loss", 0.252658), ("above_best", 0.252658))),
            "Trapped in a local minimum, (−2.835, 0): its loss is 0.2527 above that of the lowest known one.",
        ),
        (
            Event(68, "escaped saddle", SADDLE, numbers=(("iterations", 58.0),), direction=(0.0, -1.0)),
            "Escapes the saddle (0, 0) at iteration 68, after 58 iterations, in the direction (0, −1).",
        ),
        (
            Event(15, "crossed ridge", MINIMUM, numbers=(("loss", 0.4), ("deeper", -0.5))),
            "Crosses a ridge into another basin at iteration 15, that of the minimum (−2.835, 0), which is 0.5 less "
            "deep.",
        ),
        (
            Event(
                0,
                "oscillating",
                last=40,
                numbers=(("curvature", 50.0), ("width", 3.9), ("last_width", 0.5)),
                direction=(0.0, 1.0),
            ),
            "Jumps to and fro across a ravine from iteration 0 to 40, along the eigenvector (0, 1), where the "
            "curvature is 50: 3.9 a step, 0.5 at the end.",
        ),
        (
            Event(7, "limit cycle", last=90, numbers=(("period", 2.0), ("amplitude", 0.15), ("above_best", 0.02))),
            "Goes round in a cycle of 2 iterations from iteration 7 to 90, 0.15 to either side, 0.02 above the lowest "
            "known.",
        ),
    ],
)
def test_the_words(event: Event, sentence: str) -> None:
    assert describe(event) == sentence


def test_an_oscillation_without_a_hessian_names_its_direction() -> None:
    numbers = (("curvature", float("nan")), ("width", 1.0), ("last_width", 1.0))
    event = Event(0, "oscillating", last=40, numbers=numbers, direction=(1.0, 0.0))
    assert "along the direction (1, 0): 1 a step" in describe(event)
