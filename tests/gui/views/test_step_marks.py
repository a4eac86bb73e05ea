from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from gui.views.stage import Stage
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
    assert [arrow.role for arrow in arrows] == ["gradient", "state", "gradient", "update"]
    assert math.dist(arrows[2].tip, arrows[3].tip) < 1e-6
    assert arrows[1].tip == arrows[2].tail


def test_arrows_too_short_to_see_are_drawn_longer_and_say_so(stage: Stage) -> None:
    steps = StageSteps(stage)
    steps.show((StepDrawing(1, 0, (0.0, 0.0), update=(1e-4, 0.0)),))
    (mark,) = marks(steps)
    assert mark.sketch is not None
    assert mark.sketch.times > 100
    assert 20.0 <= math.hypot(*mark.sketch.arrows[0].tip) <= 60.0
    steps.show((DRAWING,))
    assert mark.sketch.times == 1.0


def test_an_arrow_is_found_by_pointing_at_it(stage: Stage) -> None:
    steps = StageSteps(stage)
    steps.show((DRAWING,))
    assert steps.role_at(0.25, 0.0) == "state"
    assert steps.role_at(0.5, -0.25) == "gradient"
    assert steps.role_at(0.25, -0.25) == "update"
    assert steps.role_at(-1.5, 0.5) == ""


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
    steps.light("state")
    assert stage.grab().toImage() != before
    steps.light("")
    assert stage.grab().toImage() == before


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
        assert marks(steps)[0].role_at(QPointF(500.0, 500.0)) == ""
