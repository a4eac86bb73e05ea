from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from engine.events import Event
from engine.optimizers import make_optimizer
from engine.run import run_to
from engine.session import Session, default_session
from gui import presenting
from surfaces import CATALOGUE, CriticalPoint, SurfaceSpec, build_surface
from tests.gui.hands import everywhere

if TYPE_CHECKING:
    from engine.history import Snapshot

SNAPSHOTS = {run.key: run_to(default_session().config(run), 30) for run in default_session().runs}


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_surface_has_words_and_rows(name: str) -> None:
    formula, teaches, _ = presenting.surface_texts(SurfaceSpec(name=name))
    specs, values = presenting.surface_specs(SurfaceSpec(name=name))
    assert "<i>f</i>" in formula
    assert teaches
    assert {spec.name for spec in specs} == set(values)


def test_of_very_many_points_the_number_is_told() -> None:
    assert presenting.surface_texts(SurfaceSpec("rastrigin"))[2].startswith("121 minima and 220 saddles")
    for spec in (
        SurfaceSpec("himmelblau"),
        SurfaceSpec("rastrigin", bounds=(0.0, 1.0, 0.0, 1.0)),
        SurfaceSpec("rastrigin", dim=3),
    ):
        assert presenting.surface_texts(spec)[2].startswith("★")


def test_more_dimensions_have_their_own_formula() -> None:
    formula, teaches, facts = presenting.surface_texts(SurfaceSpec("rosenbrock", dim=3))
    assert "<i>x3</i>" in formula
    assert "<i>y</i>" not in formula
    assert teaches
    assert "(1, 1, 1) → 0" in facts


def test_a_typed_formula_has_rows_for_its_parameters() -> None:
    spec = SurfaceSpec(formula="a*x**2 + y**2", parameters=(("a", 30.0),))
    (row,), values = presenting.surface_specs(spec)
    assert row.grows
    assert values == {"a": 30.0}
    formula, teaches, _ = presenting.surface_texts(spec)
    assert "a" in formula
    assert teaches == ""
    assert presenting.contour_spacing(replace(default_session(), surface=spec)) == "log"


def test_hidden_runs_are_in_no_picture() -> None:
    session = default_session()
    session = session.with_run(replace(session.runs[0], visible=False))
    assert [trail.label for trail in presenting.trails(session, SNAPSHOTS)] == ["Momentum", "AdaGrad", "Adam"]
    assert len(presenting.state_rows(session, SNAPSHOTS, everywhere(5))) == 3


def test_runs_without_numbers_yet_are_left_out() -> None:
    assert presenting.trails(default_session(), {2: SNAPSHOTS[2]})[0].label == "Momentum"
    assert presenting.LowestLoss().of(default_session(), {}) == 0.0


def test_the_lowest_loss_follows_a_growing_run_and_forgets_an_edited_one() -> None:
    session = replace(default_session(), surface=SurfaceSpec(formula="x + y"))
    lowest = presenting.LowestLoss()
    short, long = ({run.key: run_to(session.config(run), steps) for run in session.runs} for steps in (5, 20))
    for snapshots in (short, long):
        assert lowest.of(session, snapshots) == min(s.loss.min() for s in snapshots.values())
    edited = replace(session, start=(3.0, 3.0))
    snapshots = {run.key: run_to(edited.config(run), 3) for run in edited.runs}
    assert lowest.of(edited, snapshots) == min(s.loss.min() for s in snapshots.values())


@pytest.mark.parametrize("iteration", [0, 7, 30, 5000])
def test_a_row_is_the_run_at_the_playhead_or_where_it_ended(iteration: int) -> None:
    at = min(iteration, 30)
    for row, snapshot in zip(
        presenting.state_rows(default_session(), SNAPSHOTS, everywhere(iteration)), SNAPSHOTS.values(), strict=True
    ):
        assert (row.iteration, row.x, row.loss) == (at, snapshot.params[at, 0], snapshot.loss[at])
        assert row.status == ("on its way" if at < 30 else presenting.status_word(snapshot.status))


def test_a_diverged_run_is_a_warning_at_its_end_only() -> None:
    session = default_session()
    run = replace(session.runs[0], optimizer=make_optimizer("gd", {"learning_rate": 5.0}))
    session = session.with_run(run)
    snapshot = run_to(session.config(run), 200)
    assert presenting.is_trouble(snapshot.status)
    rows = [presenting.state_rows(session, {1: snapshot}, {1: k})[0] for k in (0, snapshot.last)]
    assert [row.is_warning for row in rows] == [False, True]
    assert rows[1].remark == snapshot.reason


def test_where_the_loss_is_not_finite_the_lowest_is_still_a_number() -> None:
    session = replace(default_session(), start=(1e200, 0.0))
    snapshots = {run.key: run_to(session.config(run), 30) for run in session.runs}
    assert presenting.LowestLoss().of(session, snapshots) == 0.0
    presenting.state_rows(session, snapshots, everywhere(0))


def test_facts_show_no_rounding_as_a_loss() -> None:
    _, _, facts = presenting.surface_texts(SurfaceSpec(name="himmelblau"))
    assert facts.count("→ 0<br>") == 4


WELLS = Session(SurfaceSpec(formula="(x^2 - 1)^2 + 0.3*x + 0.5*y^2", bounds=(0.2, 3.0, -3.0, 3.0)), (1.6, 1.0))
RUN = WELLS.adding_run(make_optimizer("gd", {"lr": 0.05})).runs[0]
TRAPPED = Event(0, "trapped", None, None, (("loss", 0.29415), ("above_best", 0.6)), elsewhere=True)


def ended() -> Snapshot:
    return run_to(WELLS.config(RUN), 600)


def test_what_a_card_says_of_rest_is_what_events_say() -> None:
    snapshot, surface = ended(), build_surface(WELLS.surface)
    say = partial(presenting.run_status, RUN, snapshot, surface, snapshot.last)
    assert say()[0].startswith("Converged at iteration ")
    assert say(Event(0, "converged"))[0].startswith("Converged at iteration ")
    text, is_warning = say(TRAPPED, lambda _loss: ("Adam",))
    assert text == "Trapped in a local minimum: loss 0.2941, the lowest known is −0.3059 (found by Adam)."
    assert not is_warning
    own = replace(TRAPPED, elsewhere=False)
    assert say(own)[0] == "Trapped in a local minimum: loss 0.2941, the lowest known is −0.3059."


def test_the_table_says_the_same_at_the_end_of_a_run() -> None:
    session, snapshot = WELLS.adding_run(make_optimizer("gd", {"lr": 0.05})), ended()
    key = session.runs[0].key
    for ending, row, status in ((TRAPPED, 600, "trapped"), (None, 600, "converged"), (TRAPPED, 3, "on its way")):
        (told,) = presenting.state_rows(session, {key: snapshot}, {key: row}, {key: ending}.get)
        assert told.status == status


def test_before_events_are_known_what_is_declared_decides() -> None:
    session = Session(SurfaceSpec("double-well"), (1.6, 1.0)).adding_run(make_optimizer("gd", {"lr": 0.05}))
    snapshot, surface = run_to(session.config(session.runs[0]), 600), build_surface(session.surface)
    assert presenting.rest_above(snapshot, surface, None) == min(point.value for point in surface.minima)
    assert presenting.rest_above(snapshot, surface, Event(0, "converged")) is None


def test_the_lowest_loss_is_that_of_known_points_too() -> None:
    lowest, point = presenting.LowestLoss(), CriticalPoint((0.0, 0.0), -7.0, "minimum")
    assert lowest.of(WELLS, {}, (point, CriticalPoint((0.0, 0.0), -9.0, "saddle"))) == -7.0
    assert lowest.of(WELLS, {}, ()) == 0.0
