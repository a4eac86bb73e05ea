"""Stories of the plots beside the map: what they show is chosen in them, read off them, and exported."""

from __future__ import annotations

import csv
import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from engine.plots import FIRST_PLOTS, Plot
from gui import dialogs
from gui.controllers.plotter import Plotter
from gui.figure.plot import export_plot
from tests.gui.hands import CONTROL, LEFT, pick
from tests.gui.stories.chooser import choose, labels, shown

if TYPE_CHECKING:
    from pathlib import Path

    from gui.views.curve_plot import CurvePlot
    from tests.gui.hands import Hands

Key = Qt.Key


@pytest.fixture
def plot(hands: Hands) -> CurvePlot:
    return hands.desk.loss_plot


def test_at_first_loss_and_gradient_are_shown_and_named(hands: Hands, plot: CurvePlot) -> None:
    assert hands.session.view.plots == FIRST_PLOTS
    assert [dock.windowTitle() for dock in (hands.window.docks["loss"], hands.window.docks["gradient"])] == [
        "Loss",
        "Gradient norm",
    ]
    assert plot.button.text() == "Loss"
    assert plot.accessibleName() == "Loss"


def test_another_quantity_is_chosen_by_the_button_and_is_no_edit(hands: Hands, plot: CurvePlot) -> None:
    choose(plot, "quantity:distance")
    hands.until(lambda: plot._title == "Distance to a minimum")
    assert hands.window.docks["loss"].windowTitle() == "Distance to a minimum"
    for curve, snapshot in zip(plot._curves, hands.snapshots.values(), strict=True):
        assert curve.values == pytest.approx(np.hypot(*snapshot.params.T))
    assert hands.edits == 0
    choose(plot, "State of", "quantity:state.velocity.x")
    hands.until(lambda: labels(plot) == ["Momentum"])
    assert np.array_equal(plot._curves[0].values, hands.snapshots[2].state("velocity")[:, 0])
    choose(plot, "quantity:loss")
    assert labels(plot) == ["SGD", "Momentum", "AdaGrad", "Adam"]
    assert shown(hands) == Plot()


def test_adagrad_brakes_the_steep_axis_first_and_descent_has_the_same_rate_on_both(
    hands: Hands, plot: CurvePlot, tmp_path: Path
) -> None:
    values = {}
    for axis in "xy":
        choose(plot, "Learning rate of an axis", f"quantity:learning-rate.{axis}")
        hands.until(lambda axis=axis: plot._title == f"Learning rate of {axis}")  # type: ignore[misc]
        values[axis] = {curve.label: np.array(curve.values) for curve in plot._curves}
    assert labels(plot) == ["SGD", "Momentum", "AdaGrad", "Adam"]
    assert np.ptp(values["y"]["SGD"]) == 0.0
    assert values["y"]["AdaGrad"][0] < values["x"]["AdaGrad"][0]
    assert (np.diff(values["y"]["AdaGrad"]) <= 0.0).all()
    export_plot(tmp_path / "rates.csv", hands.lab.presenter.plotter.sheet(0), hands.window.theme)
    assert (tmp_path / "rates.csv").read_text(encoding="utf-8").startswith("run,iteration,learning_rate.y")


def test_the_ravine_is_slow_along_one_direction_and_swings_along_the_other(hands: Hands, plot: CurvePlot) -> None:
    choose(plot, "Along the Hessian", "quantity:error-flat")
    hands.until(lambda: len(plot._curves) == 4)
    flat = plot._curves[0].values
    choose(plot, "Along the Hessian", "quantity:error-steep")
    hands.until(lambda: plot._title.startswith("Error along e₂"))
    steep = plot._curves[0].values
    assert (np.sign(steep[1:]) == -np.sign(steep[:-1])).all()
    assert (np.diff(np.abs(flat)) < 0).all()
    assert (np.sign(flat) == np.sign(flat[0])).all()
    assert plot.box.viewRange()[1][0] < 0.0 < plot.box.viewRange()[1][1]
    choose(plot, "scale")
    assert plot._title == "|Error along e₂ (steep)|"
    assert shown(hands).scale == "log"
    choose(plot, "scale")
    assert shown(hands).scale == "auto"


def test_a_way_goes_to_the_row_that_is_clicked_on(hands: Hands, plot: CurvePlot) -> None:
    choose(plot, "Along the Hessian", "quantity:phase-steep")
    hands.until(lambda: len(plot._ways) == 4)
    place = plot._ways[1].points[9]
    QTest.mouseClick(plot.viewport(), LEFT, pos=plot.pixels_of(*place).toPoint())
    assert hands.iteration == 9
    assert plot._marks[1].pos().toTuple() == pytest.approx(tuple(place))
    assert not plot._playhead.isVisible()


def test_against_evaluations_each_run_has_a_mark_of_its_own_and_no_common_line(hands: Hands, plot: CurvePlot) -> None:
    hands.lab.playback.go_to(10)
    choose(plot, "Against", "across:evaluations")
    assert not plot._playhead.isVisible()
    assert plot._title == "Loss, by evaluations"
    assert hands.desk.gradient_plot._playhead.isVisible()
    places = [mark.pos().x() for mark in plot._marks[:4]]
    assert places == [snapshot.evaluations[10] for snapshot in hands.snapshots.values()]
    QTest.mousePress(plot.viewport(), LEFT, pos=plot.pixels_of(20.2, 0.0).toPoint())
    QTest.mouseRelease(plot.viewport(), LEFT, pos=plot.pixels_of(20.2, 0.0).toPoint())
    assert hands.iteration == 20


def test_the_pointer_reads_a_map_of_all_runs(hands: Hands, plot: CurvePlot) -> None:
    choose(plot, "Along the Hessian", "quantity:eigen-plane")
    hands.until(lambda: len(plot._ways) == 4)
    place = plot.pixels_of(*plot._ways[3].points[12]).toPoint()
    QTest.mouseMove(plot.viewport(), place + QPoint(0, 1))
    QTest.mouseMove(plot.viewport(), place)
    readout = plot._readout
    assert readout._title == "iteration 12"
    assert [row.label for row in readout.rows] == ["Adam", "SGD", "Momentum", "AdaGrad"]  # the nearest first
    assert [row.text for row in readout.rows] == [plot._ways[index].text(12) for index in (3, 0, 1, 2)]
    hands.window.grab()


def test_as_the_playhead_counts_means_its_clock(hands: Hands, plot: CurvePlot) -> None:
    hands.lab.playback.go_to(6)
    pace = hands.desk.transport.pace
    pace.pace_chosen.emit("evaluations")
    hands.rest()
    assert plot._title == "Loss, by evaluations"
    assert plot._playhead.isVisible()
    assert plot.moment == hands.lab.playback.tick / hands.lab.timekeeper.unit
    choose(plot, "Against", "across:iteration")
    assert plot._title == "Loss"
    assert math.isnan(plot.moment)


def test_best_so_far_and_smoothing(hands: Hands, plot: CurvePlot) -> None:
    choose(plot, "best")
    hands.until(lambda: plot._title == "Loss, best so far")
    loss = hands.snapshots[2].loss
    assert np.array_equal(plot._curves[1].values, np.minimum.accumulate(loss))
    choose(plot, "best")
    choose(plot, "Smoothing", "mean:10")
    hands.until(lambda: plot._title == "Loss, mean of 10 steps")
    assert plot._curves[1].at(20) == pytest.approx(loss[11:21].mean())
    choose(plot, "log_across")
    assert plot.box.viewRange()[0] == pytest.approx([0.0, math.log10(30)])


def test_logarithmic_loss_turns_both_plots_unless_one_was_chosen_otherwise(hands: Hands, plot: CurvePlot) -> None:
    choose(plot, "scale")
    assert (plot._log, hands.desk.gradient_plot._log) == (False, True)
    hands.key(Key.Key_L, CONTROL)
    assert (plot._log, hands.desk.gradient_plot._log) == (False, False)
    choose(plot, "scale")
    assert (plot._log, shown(hands).scale) == (True, "log")


def test_the_pointer_reads_the_values_of_all_runs(hands: Hands, plot: CurvePlot) -> None:
    QTest.mouseMove(plot.viewport(), plot.pixels_of(20, sum(plot.box.viewRange()[1]) / 2).toPoint())
    rows = plot._readout.rows
    assert [row.label for row in rows] == ["SGD", "Momentum", "AdaGrad", "Adam"]
    assert rows[0].text == f"{hands.snapshots[1].loss[20]:.4g}"
    hands.window.grab()


def test_the_context_menu_is_the_buttons(hands: Hands, plot: CurvePlot) -> None:
    assert plot.button.menu() is plot.menu
    choose(plot, "quantity:gradient")
    plot.menu.popup(QPoint(0, 0))
    assert [action.text() for action in plot.menu.actions() if action.isChecked()] == [
        "Gradient norm",
        "&Logarithmic upwards",
    ]
    plot.menu.close()


def test_where_no_minimum_is_known_the_plot_says_so(hands: Hands, plot: CurvePlot) -> None:
    choose(plot, "quantity:distance")
    hands.choose_surface("plane")
    hands.rest()
    hands.until(lambda: plot._lines == ())
    assert plot._empty.text() == "No minimum is known\non this surface."
    assert plot._empty.isVisible()


def test_hidden_and_edited_runs_are_followed(hands: Hands, plot: CurvePlot) -> None:
    choose(plot, "quantity:update")
    hands.until(lambda: len(plot._curves) == 4)
    hands.drag_start((3.0, 1.0))
    hands.rest()
    for curve, snapshot in zip(plot._curves, hands.snapshots.values(), strict=True):
        assert np.array_equal(curve.values, np.hypot(*snapshot.update.T))
    hands.lab.edits.show_run(1, False)
    hands.rest()
    assert labels(plot) == ["Momentum", "AdaGrad", "Adam"]


def test_a_saved_session_remembers_its_plots(hands: Hands, plot: CurvePlot, tmp_path: Path) -> None:
    choose(plot, "quantity:distance-lowest")
    choose(plot, "Against", "across:evaluations")
    path = tmp_path / "a.sandbox.json"
    assert hands.lab.documents.save(path)
    pick(hands.window.menus.file, "new")
    hands.rest()
    assert plot._title == "Loss"
    hands.window.files.open_file(path)
    hands.rest()
    assert shown(hands) == Plot("distance-lowest", "evaluations")
    hands.until(lambda: plot._title == "Distance to the lowest, by evaluations")


def test_a_plot_is_exported_from_its_menu_and_from_the_file_menu(
    hands: Hands, plot: CurvePlot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    paths = iter([tmp_path / "a.csv", tmp_path / "b.svg", tmp_path / "c.png", None])

    def ask(_parent: object, _folder: str, name: str) -> Path | None:
        asked.append(name)
        return next(paths)

    monkeypatch.setattr(dialogs, "ask_plot", ask)
    choose(plot, "export")
    hands.rest()
    with (tmp_path / "a.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["loss"]) for row in rows[:31]] == hands.snapshots[1].loss.tolist()
    for _ in range(3):
        pick(hands.window.plots.menu, "Gradient norm")
        hands.rest()
    assert asked == ["loss", "gradient", "gradient", "gradient"]
    assert (tmp_path / "b.svg").read_text().startswith("<?xml")
    assert (tmp_path / "c.png").read_bytes().startswith(b"\x89PNG")
    assert "c.png" in hands.message


def test_nothing_is_exported_of_an_empty_plot(hands: Hands, plot: CurvePlot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "ask_plot", lambda *_: pytest.fail("asked"))
    for key in list(hands.keys):
        hands.menu(key, "remove")
    hands.rest()
    choose(plot, "export")
    assert "nothing in this plot" in hands.message


def test_the_menu_opens_by_key(hands: Hands, plot: CurvePlot) -> None:
    seen: list[bool] = []

    def choose_the_second() -> None:  # while it is open, the key's own event goes on
        seen.append(plot.menu.isVisible())
        for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
            QTest.keyClick(plot.menu, key)
        plot.menu.close()

    plot.button.setFocus()
    QTimer.singleShot(200, plot, choose_the_second)
    hands.key(Key.Key_Space)
    hands.until(lambda: bool(seen))
    assert seen == [True]
    assert not hands.playing
    assert shown(hands).quantity == "gradient"


def test_samples_are_smoothed_and_the_axis_may_count_epochs(hands: Hands, plot: CurvePlot) -> None:
    hands.window.open_scenario("batch-size-escape")
    hands.rest()
    choose(plot, "Against", "across:epoch")
    choose(plot, "Smoothing", "mean:10")
    hands.until(lambda: plot._title.endswith("mean of 10 steps, by epoch"))
    key = plot._curves[0].key
    snapshot = hands.snapshots[key]
    assert plot._curves[0].moments(np.arange(3)).tolist() == snapshot.evaluations[:3].tolist()
    assert plot.box.viewRange()[0][1] == max(hands.snapshots[curve.key].evaluations[-1] for curve in plot._curves)


def test_very_long_runs_are_read_bit_by_bit(hands: Hands, plot: CurvePlot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.controllers.plotter.ROWS", 5)
    monkeypatch.setattr("gui.controllers.plotter.SLICE_SECONDS", 0.0)
    before = plot._curves
    hands.lab.presenter.plotter.views[0].menu.plot_wished.emit(Plot("update"))
    assert hands.lab.presenter.plotter.is_reading
    assert plot._curves == before
    assert plot._title == "Length of the step"
    hands.until(lambda: len(plot._curves) == 4 and len(plot._curves[3].values) == 30)
    assert plot._curves[0].values == pytest.approx(np.hypot(*hands.snapshots[1].update.T))


def test_declared_minima_are_known_before_any_search_has_ended(hands: Hands) -> None:
    plotter = Plotter(
        hands.desk, hands.lab.sessions, hands.lab.runs, hands.lab.playback, hands.lab.timekeeper, hands.window
    )
    assert plotter.ground().minima.tolist() == [[0.0, 0.0]]
    hands.choose_surface("himmelblau")
    assert len(plotter.ground().minima) == 4
