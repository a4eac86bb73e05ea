from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from gui.views.stage import Stage
from gui.views.step_geometry import ARROWS, GAP, HOLLOW_WING, LARGEST_RADIUS, TERMS, TEXT_SIZE, Arrow, StepSketch
from gui.views.step_marks import StageSteps, StepDrawing, StepMark
from gui.views.trail import Trail

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage()
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.set_bounds((-2.0, 2.0, -1.0, 1.0))
    line = np.array([[0.0, 0.0], [0.5, 0.5]])
    made.set_trails(tuple(Trail(key, f"run {key}", key, line, np.zeros(2)) for key in (1, 2)))
    made.show()
    qtbot.waitExposed(made)
    return made


DRAWING = StepDrawing(1, 0, (0.0, 0.0), slope=(0.0, -0.5), carried=(0.5, 0.0), pull=(0.0, -0.5), update=(0.5, -0.5))


def marks(steps: StageSteps) -> list[StepMark]:
    return list(steps._marks.values())


def test_arrows_are_as_long_as_what_they_stand_for(stage: Stage) -> None:
    steps = StageSteps(stage)
    steps.show((DRAWING,))
    (mark,) = marks(steps)
    here, there = stage.panels[0].pixels_of(0.0, 0.0), stage.panels[0].pixels_of(0.5, -0.5)
    assert mark.sketch is not None
    tip = mark.sketch.arrows[-1].tip
    assert math.dist(tip, ((there - here).x(), (there - here).y())) < 1.0


def test_carried_and_pull_lead_where_the_update_leads(stage: Stage) -> None:
    steps = StageSteps(stage)
    steps.show((DRAWING,))
    (mark,) = marks(steps)
    assert mark.sketch is not None
    arrows = mark.sketch.arrows
    assert [arrow.role for arrow in arrows] == ["slope", "memory", "slope", "update"]
    assert math.dist(arrows[2].tip, arrows[3].tip) < 1e-6
    assert arrows[1].tip == arrows[2].tail


def test_arrows_too_short_to_see_are_drawn_longer_and_say_so(stage: Stage) -> None:
    steps = StageSteps(stage)
    steps.show((StepDrawing(1, 0, (0.0, 0.0), update=(1e-4, 0.0)),))
    (mark,) = marks(steps)
    assert mark.sketch is not None
    assert mark.sketch.times > 100
    assert 20.0 <= math.hypot(*mark.sketch.arrows[0].tip) <= 60.0
    steps.show((StepDrawing(1, 0, (0.0, 0.0), update=(1e-12, 0.0)),))
    assert mark.sketch.times_text == ""  # it rests
    steps.show((DRAWING,))
    assert mark.sketch.times == 1.0


@pytest.mark.parametrize(("left", "top", "right"), [(-200.0, -200.0, 200.0), (-5.0, -2.0, 200.0), (-200.0, 0.0, 0.0)])
def test_how_much_longer_is_told_within_the_map(left: float, top: float, right: float) -> None:
    x, y = StepSketch.times_place(left, top, right, 20.0)
    assert left < x <= right - 20.0
    assert y >= top + TEXT_SIZE  # the text stands on this line


def test_an_arrow_is_found_by_pointing_at_it(stage: Stage) -> None:
    steps = StageSteps(stage)
    steps.show((replace(DRAWING, adapted=(-0.5, 0.0)),))
    assert steps.terms_at(1, 0.25, 0.0) == {"memory"}
    assert steps.terms_at(1, 0.5, -0.25) == {"slope"}
    assert steps.terms_at(1, 0.25, -0.25) == {"update"}
    assert steps.terms_at(1, -0.25, 0.0) == {"adapted", "divisor"}
    assert steps.terms_at(1, -1.5, 0.5) == set()
    assert steps.terms_at(2, 0.25, 0.0) == set()  # another run's step is not drawn
    assert steps.terms_at(1, 0.0, 0.0) == set()  # where all meet


def test_arrows_that_lie_on_each_other_are_pointed_at_together(stage: Stage) -> None:
    steps = StageSteps(stage)
    steps.show((StepDrawing(1, 0, (0.0, 0.0), slope=(0.5, 0.0), adapted=(0.25, 0.0), update=(0.5, 0.0)),))
    assert steps.terms_at(1, 0.2, 0.0) == {"slope", "adapted", "divisor", "update"}
    assert steps.terms_at(1, 0.45, 0.0) == {"slope", "update"}


def test_what_is_no_arrow_is_found_too() -> None:
    drawing = StepDrawing(
        1,
        0,
        (0.0, 0.0),
        trials=((1.0, 0.0),),
        divisor=(2.0, 4.0),
        rates=(2.0, 1.0),
        bends=((0.0, 1.0), (0.6, 0.0)),
        sags=(False, False),
    )
    sketch = StepSketch(drawing, (0.01, 0.01))
    assert sketch.roles == {"trials", "divisor", "curvature"}
    assert sketch.terms_at((102.0, 2.0)) == {"trials"}
    assert sketch.terms_at((GAP + 4.0, GAP + 4.0)) == {"divisor"}
    assert sketch.terms_at((-LARGEST_RADIUS - 2.0, 0.0)) == {"divisor"}
    assert sketch.terms_at((2.0, -30.0)) == {"curvature"}
    assert sketch.terms_at((-60.0, 60.0)) == set()
    assert sketch.terms_at((math.nan, 0.0)) == set()


def test_a_hollow_arrow_has_one_line_around_it_that_ends_at_the_tip() -> None:
    arrow = Arrow("adapted", (0.0, 0.0), (60.0, 0.0), dashed=False, hollow=True)
    (outline,) = arrow.strokes()
    assert outline[0] == outline[-1] == (0.0, 0.0)
    assert max(outline) == (60.0, 0.0)
    assert max(y for _, y in outline) == -min(y for _, y in outline) == HOLLOW_WING
    (short,) = Arrow("adapted", (0.0, 0.0), (5.0, 0.0), dashed=False, hollow=True).strokes()
    assert max(y for _, y in short) == 2.0


def test_each_panel_shows_its_own_runs_step(stage: Stage) -> None:
    steps = StageSteps(stage)
    stage.set_layout("side-by-side")
    other = StepDrawing(2, 1, (0.0, 0.0), update=(0.3, 0.3))
    steps.show((DRAWING, other))
    shown = {place: mark.drawing for place, mark in steps._marks.items()}
    first, second = stage.panels
    assert shown == {(id(first), 1): DRAWING, (id(second), 2): other}
    steps.show(())
    assert all(mark.drawing is None and not mark.isVisible() for mark in marks(steps))


def test_what_is_lit_stands_out_in_the_picture(stage: Stage) -> None:
    steps = StageSteps(stage)
    steps.show((DRAWING,))
    before = stage.grab().toImage()
    steps.light(1, frozenset(("memory",)))
    assert stage.grab().toImage() != before
    for key, terms in ((2, ("memory",)), (1, ("trials",)), (1, ())):  # another run's, what is not drawn, nothing
        steps.light(key, frozenset(terms))
        assert stage.grab().toImage() == before


def test_each_part_stands_out_for_its_terms(stage: Stage) -> None:
    assert {row.role for row in ARROWS} < set(TERMS)
    steps = StageSteps(stage)
    parts = StepDrawing(1, 0, (0.0, 0.0), slope=(0.0, 0.5), adapted=(-0.5, 0.0), update=(0.5, 0.0), divisor=(1.0, 2.0))
    steps.show((parts,))
    looks = [stage.grab().toImage()]
    for term in ("slope", "adapted", "divisor", "update"):
        steps.light(1, frozenset((term,)))
        looks.append(stage.grab().toImage())
    assert all(one != other for one, other in combinations(looks, 2))


@pytest.mark.parametrize("part", ["divisor", "rates"])
def test_brakes_and_rates_are_drawn(stage: Stage, part: str) -> None:
    steps = StageSteps(stage)
    steps.show((StepDrawing(1, 0, (0.0, 0.0)),))
    before = stage.grab().toImage()
    values = (4.0, 1.0)
    drawn = (
        StepDrawing(1, 0, (0.0, 0.0), divisor=values)
        if part == "divisor"
        else StepDrawing(1, 0, (0.0, 0.0), rates=values)
    )
    steps.show((drawn,))
    assert stage.grab().toImage() != before


def test_directions_of_curvature_are_drawn(stage: Stage) -> None:
    steps = StageSteps(stage)
    steps.show((StepDrawing(1, 0, (0.0, 0.0)),))
    before = stage.grab().toImage()
    steps.show((StepDrawing(1, 0, (0.0, 0.0), bends=((1.0, 0.0), (0.0, 0.2)), sags=(True, False)),))
    assert stage.grab().toImage() != before


def test_steps_beyond_all_measure_are_drawn_without_a_fault(stage: Stage) -> None:
    steps = StageSteps(stage)
    for update in ((1e300, 0.0), (math.inf, 0.0), (math.nan, 1.0), (0.0, 0.0)):
        steps.show((StepDrawing(1, 0, (0.0, 0.0), update=update, ghost=True, divisor=(0.0, math.nan), rates=update),))
        stage.grab()
        assert marks(steps)[0].terms_at(QPointF(500.0, 500.0)) == set()
