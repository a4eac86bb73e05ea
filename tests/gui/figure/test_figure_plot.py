from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QImage

from engine.files import FileError
from engine.plot_table import Drawn
from engine.plots import QUANTITIES, Plot
from engine.quantities import Ground, goal, reader
from engine.run import run_to
from engine.session import default_session
from gui import plotting
from gui.figure.plot import SIZE, build_plot, export_plot
from gui.plotting import Sheet
from gui.theme import DARK, LIGHT, Theme
from gui.views.curve_blocks import Curve, Way
from surfaces import build_surface

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

SESSION = default_session()
SNAPSHOTS = [run_to(SESSION.config(run), 30) for run in SESSION.runs]


def line(
    plot: Plot, is_log: bool, index: int, values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
) -> Curve | Way:
    run, snapshot = SESSION.runs[index], SNAPSHOTS[index]
    if plot.is_way:
        return Way(run.key, run.label, run.style, values)
    return plotting.curve(run, values, snapshot, size=is_log and plot.is_signed)


def sheet(plot: Plot, *, is_log: bool = False, row: int = 12) -> Sheet:
    surface = build_surface(SESSION.surface)
    ground, runs = Ground.of(surface, surface.minima), []
    for run, snapshot in zip(SESSION.runs, SNAPSHOTS, strict=True):
        read = reader(plot.quantity, ground, snapshot, goal(ground, snapshot))
        assert read is not None
        runs.append(Drawn(run.label, snapshot, read))
    right, up = plotting.axis_words(plot, "iteration", 2)
    draws = partial(line, plot, is_log)
    return Sheet(
        plot,
        "iteration",
        "A <title> & more",
        right,
        up,
        tuple(runs),
        draws,
        is_log,
        (row,) * len(runs),
        30.0,
        float(row),
    )


def elements(svg: str, kind: str) -> list[ET.Element]:
    return [element for element in ET.fromstring(svg).iter() if element.get("class") == kind]


@pytest.mark.parametrize("quantity", QUANTITIES)
def test_every_quantity_is_a_picture_with_every_run(quantity: str, theme: Theme) -> None:
    svg = build_plot(sheet(Plot(quantity)), theme)
    plot = Plot(quantity)
    assert len(elements(svg, "way" if plot.is_way else "curve")) == len(SESSION.runs)
    assert len(elements(svg, "playhead")) == (not plot.is_way)
    texts = [element.text for element in ET.fromstring(svg).iter() if element.tag.endswith("text")]
    assert "A <title> & more" in texts
    assert {run.label for run in SESSION.runs} <= set(texts)
    assert build_plot(sheet(Plot(quantity)), theme) == svg


@pytest.mark.parametrize("log_across", [False, True])
def test_logarithmic_axes_have_powers(log_across: bool) -> None:
    svg = build_plot(sheet(Plot("error-steep", log_across=log_across), is_log=True), LIGHT)
    texts = [str(element.text) for element in ET.fromstring(svg).iter() if element.tag.endswith("text")]
    assert any(text.startswith("10⁻") for text in texts)
    assert ("30" in texts) != log_across


def test_the_suffix_says_what_is_written(tmp_path: Path, qapp: QApplication) -> None:
    shown = sheet(Plot("distance"))
    for suffix in (".png", ".svg", ".csv"):
        export_plot(tmp_path / f"plot{suffix}", shown, DARK)
    image = QImage(str(tmp_path / "plot.png"))
    assert (image.width(), image.height()) == (2 * SIZE[0], 2 * SIZE[1])
    assert (tmp_path / "plot.svg").read_text() == build_plot(shown, DARK)
    with (tmp_path / "plot.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert float(rows[0]["distance"]) == np.hypot(-7.0, 2.0)
    assert len(rows) == 31 * len(SESSION.runs)
    with pytest.raises(FileError, match=r"a plot ends in .png, .svg, .csv"):
        export_plot(tmp_path / "plot.gif", shown, DARK)


def test_at_the_end_there_is_no_playhead_and_nothing_to_come() -> None:
    svg = build_plot(replace(sheet(Plot("loss"), row=30), moment=30.0), LIGHT)
    assert elements(svg, "playhead") == []
    assert "stroke-opacity" not in svg
