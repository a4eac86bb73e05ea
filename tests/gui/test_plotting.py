from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.plots import ACROSS, FALLING, MEANS, QUANTITIES, WAYS, Plot
from engine.run import run_to
from engine.session import RunSpec, default_session
from gui import plotting, presenting
from surfaces import SurfaceSpec

SNAPSHOTS = {run.key: run_to(default_session().config(run), 30) for run in default_session().runs}
WORDS = plotting.plot_words(SNAPSHOTS.values(), ("x", "y"))


def title(plot: Plot, clock: str = "iteration", *, is_log: bool = False, offset: float = 0.0) -> str:
    return plotting.title(plot, WORDS, is_log=is_log, clock=clock, offset=offset)


def test_everything_that_can_be_chosen_has_words_of_its_own() -> None:
    texts = [*WORDS.quantities.values(), *WORDS.states.values()]
    assert set(WORDS.quantities) == set(QUANTITIES)
    assert set(WORDS.across) == set(ACROSS)
    assert set(WORDS.means) == set(MEANS)
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_state_has_words(name: str) -> None:
    run = RunSpec(1, "a", make_optimizer(name))
    words = plotting.plot_words([run_to(default_session().config(run), 1)], ("x", "y"))
    assert all(text and "_" not in text for text in words.states.values())


def test_axes_are_called_as_the_surface_calls_them() -> None:
    words = plotting.plot_words(SNAPSHOTS.values(), ("w1", "b"))
    assert words.states["state.first_moment.x"] == "first moment w1"
    assert words.states["state.velocity"] == "|velocity|"
    assert words.rates == {"learning-rate.x": "Learning rate of w1", "learning-rate.y": "Learning rate of b"}


def test_a_title_says_all_that_must_be_known() -> None:
    assert title(Plot("loss")) == "Loss"
    assert title(Plot("loss"), is_log=True, offset=-1.5) == "Loss above −1.5"
    assert title(Plot("error-flat"), is_log=True) == "|Error along e₁ (flat)|"
    assert title(Plot("gradient", best=True, mean=100), "epoch") == (
        "Gradient norm, mean of 100 steps, best so far, by epoch"
    )
    assert title(Plot("eigen-plane", mean=100, best=True), "epoch") == "Both errors as a map"
    assert title(Plot("state.velocity")) == "|velocity|"
    assert title(Plot("state.first_moment.x")) == "first moment x"
    assert title(Plot("state.nobody_has.this")) == "nobody has this"


def test_wall_time_has_a_unit_that_fits_and_a_note_to_read_it_by() -> None:
    assert [plotting.unit_of("wall", last).name for last in (0.0, 0.02, 0.999, 1.0, 90.0)] == ["ms"] * 3 + ["s"] * 2
    assert plotting.unit_of("epoch", 0.02) == plotting.AS_IT_COUNTS
    unit = plotting.unit_of("wall", 0.02)
    assert plotting.title(Plot("loss"), WORDS, is_log=False, clock="wall", unit=unit) == "Loss, by wall time (ms)"
    assert plotting.in_unit("wall time", unit) == "wall time (ms)"
    assert [bool(plotting.note(clock)) for clock in ("iteration", "evaluations", "epoch", "wall")] == [False] * 3 + [
        True
    ]
    assert WORDS.notes == {"wall": plotting.note("wall")}


@pytest.mark.parametrize("counts", [False, True])
def test_the_note_says_whether_waiting_is_counted(counts: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plotting, "COUNTS_WAITING", counts)
    assert ("left out" in plotting.note("wall")) == (not counts)
    assert ("left out" in plotting.plot_words([], ("x", "y")).across["wall"]) == (not counts)


def test_against_wall_time_a_curve_stands_where_its_laps_say_in_the_axis_unit() -> None:
    run = default_session().runs[0]
    laps = np.array([[0.0, 10.0, 30.0], [0.0, 0.002, 0.01]])
    snapshot = replace(SNAPSHOTS[1], laps=laps)
    curve = plotting.curve(run, snapshot.loss, snapshot, clock="wall", unit=plotting.unit_of("wall", 0.01))
    assert curve.moments(np.array([0, 5, 10, 20, 30])) == pytest.approx([0.0, 1.0, 2.0, 6.0, 10.0])
    assert [curve.row_at(moment) for moment in (0.0, 1.1, 6.1, 1e9)] == [0, 5, 20, 30]


def test_a_way_is_not_against_a_clock_and_goes_by_the_playheads() -> None:
    assert plotting.clock_of_plot(Plot("eigen-plane", "wall"), "evaluations") == "evaluations"
    assert plotting.clock_of_plot(Plot("loss", "wall"), "evaluations") == "wall"


def test_in_more_dimensions_the_steepest_direction_has_the_last_number() -> None:
    assert "e₁₂" in plotting.quantity_words(12)["error-steep"]
    assert plotting.axis_words(Plot("phase-steep"), "iteration", 3) == ("error, e₃", "velocity, e₃")
    assert plotting.axis_words(Plot("eigen-plane"), "iteration", 2) == ("error, e₁", "error, e₂")
    assert plotting.axis_words(Plot("loss"), "evaluations", 2) == ("evaluations", "")


def test_a_logarithmic_plot_shows_the_loss_above_the_lowest_known() -> None:
    session = replace(default_session(), surface=SurfaceSpec(name="saddle"), start=(0.5, 0.1))
    snapshots = {run.key: run_to(session.config(run), 30) for run in session.runs}
    lowest = presenting.LowestLoss().of(session, snapshots)
    offset = plotting.loss_offset(Plot("loss"), "log", lowest)
    assert offset == lowest < 0.0
    curves = [plotting.curve(run, snapshots[run.key].loss, snapshots[run.key], offset=offset) for run in session.runs]
    assert all(curve.at(k) >= 0.0 for curve in curves for k in range(31))
    assert plotting.loss_offset(Plot("loss"), "linear", lowest) == 0.0
    assert plotting.loss_offset(Plot("loss", scale="linear"), "log", lowest) == 0.0
    assert plotting.loss_offset(Plot("gradient"), "log", lowest) == 0.0


def test_what_stands_in_the_record_is_not_copied() -> None:
    snapshot = SNAPSHOTS[4]
    for name, of_record in (("loss", snapshot.loss), ("gradient", snapshot.gradient)):
        values = plotting.plain_values(Plot(name), snapshot)
        assert values is not None
        assert np.shares_memory(values, of_record)
    assert plotting.plain_values(Plot("loss", mean=10), snapshot) is None
    assert plotting.plain_values(Plot("distance"), snapshot) is None


def test_against_evaluations_a_curve_says_when_and_finds_back() -> None:
    run, snapshot = default_session().runs[0], SNAPSHOTS[1]
    curve = plotting.curve(run, snapshot.loss, snapshot, clock="evaluations")
    assert curve.moments(np.arange(31)).tolist() == snapshot.evaluations.tolist()
    assert [curve.row_at(moment) for moment in (0.0, 6.9, 1e9)] == [0, 6, 30]


@pytest.mark.parametrize("name", ["distance", "state.nothing", "learning-rate.x", *FALLING[-2:], *WAYS])
def test_an_empty_plot_has_a_reason(name: str) -> None:
    assert plotting.nothing_to_show(Plot(name)).endswith(".")


def test_values_nobody_knows_the_time_of_are_told_from_none() -> None:
    assert "was not measured" in plotting.nothing_to_show(Plot("loss", "wall"), has_values=True)
