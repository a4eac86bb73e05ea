"""Stories of plots against wall time."""

from __future__ import annotations

import csv
import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest

from engine.clock import moment_of, moments, row_at
from engine.laps import UNMEASURED
from engine.plots import Plot
from gui.figure.plot import export_plot
from tests.gui.hands import LEFT
from tests.gui.stories.chooser import choose, shown

if TYPE_CHECKING:
    from pathlib import Path

    from gui.views.curve_plot import CurvePlot
    from tests.gui.hands import Hands


@pytest.fixture
def plot(hands: Hands) -> CurvePlot:
    return hands.desk.loss_plot


def test_against_wall_time_each_run_stands_where_its_laps_say(hands: Hands, plot: CurvePlot, tmp_path: Path) -> None:
    choose(plot, "Against", "across:wall")
    assert plot._title == "Loss, by wall time (ms)"
    assert "is not saved" in plot.button.toolTip()
    assert shown(hands) == Plot("loss", "wall")
    for curve, snapshot in zip(plot._curves, hands.snapshots.values(), strict=True):
        assert curve.moments(np.arange(31)).tolist() == pytest.approx((1000.0 * moments(snapshot, "wall")).tolist())
    longest = max(1000.0 * run.laps[1, -1] for run in hands.snapshots.values())
    assert plot.box.viewRange()[0][1] == pytest.approx(longest)
    first = hands.snapshots[1]
    pixel = plot.pixels_of(1000.0 * moment_of(first, "wall", 20), 0.0).toPoint()
    QTest.mouseClick(plot.viewport(), LEFT, pos=pixel)
    assert hands.iteration == row_at(first, "wall", plot.data_at(QPointF(pixel))[0] / 1000.0) > 0
    assert not plot._playhead.isVisible()
    assert plot._marks[0].pos().x() == pytest.approx(1000.0 * moment_of(first, "wall", hands.iteration))
    before = [curve.moments(np.arange(31)).tolist() for curve in plot._curves]
    assert hands.lab.documents.save(tmp_path / "a.sandbox.json")
    assert '"wall"' in (tmp_path / "a.sandbox.json").read_text()
    assert str(first.laps[1, -1]) not in (tmp_path / "a.sandbox.json").read_text()
    hands.drag_start((3.0, 1.0))
    hands.rest()
    assert [curve.moments(np.arange(31)).tolist() for curve in plot._curves] != before
    choose(plot, "log_across")
    assert plot.box.viewRange()[0][1] == pytest.approx(
        math.log10(max(1000.0 * run.laps[1, -1] for run in hands.snapshots.values()))
    )


def test_seconds_are_written_where_milliseconds_would_be_many(
    hands: Hands, plot: CurvePlot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(plot, "Against", "across:wall")
    slow = {key: replace(run, laps=run.laps * [[1.0], [1e6]]) for key, run in hands.snapshots.items()}
    monkeypatch.setattr(hands.lab.runs, "snapshots", slow)
    hands.lab.presenter.plotter.draw(0)
    assert plot._title == "Loss, by wall time (s)"
    assert plot._curves[0].moments(np.arange(31)).tolist() == moments(hands.snapshots[1], "wall").tolist()


def test_runs_nobody_measured_are_not_in_the_plot_and_it_says_so(
    hands: Hands, plot: CurvePlot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(plot, "Against", "across:wall")
    bare = {key: replace(run, laps=UNMEASURED) for key, run in hands.snapshots.items()}
    monkeypatch.setattr(hands.lab.runs, "snapshots", bare)
    hands.lab.presenter.plotter.draw(0)
    assert plot._lines == ()
    assert plot._empty.text() == "How long these runs took\nwas not measured."
    assert hands.lab.presenter.plotter.sheet(0).runs == ()
    choose(plot, "Against", "across:clock")
    assert len(plot._curves) == 4


def test_a_plot_against_wall_time_is_exported_in_seconds_and_drawn_in_milliseconds(
    hands: Hands, plot: CurvePlot, tmp_path: Path
) -> None:
    choose(plot, "Against", "across:wall")
    sheet = hands.lab.presenter.plotter.sheet(0)
    export_plot(tmp_path / "a.csv", sheet, hands.window.theme)
    with (tmp_path / "a.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["wall_seconds"]) for row in rows[:31]] == moments(hands.snapshots[1], "wall").tolist()
    export_plot(tmp_path / "a.svg", sheet, hands.window.theme)
    drawn = (tmp_path / "a.svg").read_text()
    assert drawn.count('class="curve"') == 4
    assert "wall time (ms)" in drawn
