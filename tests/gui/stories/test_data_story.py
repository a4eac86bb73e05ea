"""Stories about surfaces made of data: samples by hand and from a file, batches, preparation, the bag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from gui import dialogs
from gui.views.data_page import DataPage
from surfaces import SampledSurface, build_surface
from surfaces.data.show import data_of, samples_of
from tests.gui.hands import CONTROL, LEFT, box_of, choose, click, number_of, slider_of, type_into

if TYPE_CHECKING:
    from pathlib import Path

    from gui.views.sample_plot import SamplePlot
    from tests.gui.hands import Hands

RIGHT = Qt.MouseButton.RightButton


def open_page(hands: Hands) -> DataPage:
    bar = hands.desk.surface.tabs.tabBar()
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(3).center())
    page = hands.desk.surface._pages["data"]
    assert isinstance(page, DataPage)
    return page


def put_on(hands: Hands, model: str) -> DataPage:
    page = open_page(hands)
    choose(page.model, model)
    hands.rest()
    return page


def spot(plot: SamplePlot, x: float, y: float) -> QPoint:
    return plot.pixels_of(x, y).toPoint()


def count(hands: Hands) -> int:
    surface = build_surface(hands.session.surface)
    return surface.samples if isinstance(surface, SampledSurface) else 0


def test_choosing_a_model_puts_the_runs_on_its_data(hands: Hands) -> None:
    page = put_on(hands, "linear-regression")
    assert hands.session.surface.name == "linear-regression"
    assert page.plot.isVisible()
    assert not page.bag.isVisible()
    assert page._summary.text() == "64 samples."
    assert len(page.plot._fits) == len(hands.session.runs)
    hands.undo()
    hands.rest()
    assert hands.session.surface.name == "book"
    assert not page.plot.isVisible()
    assert page.bag.isVisible()


def test_a_click_adds_a_sample_and_a_right_click_takes_it_away(hands: Hands) -> None:
    page = put_on(hands, "linear-regression")
    (x0, x1), (y0, y1) = page.plot.box.viewRange()
    before, place = hands.session, (x0 + 0.06 * (x1 - x0), y1 - 0.06 * (y1 - y0))
    QTest.mouseClick(page.plot.viewport(), LEFT, pos=spot(page.plot, *place))
    assert count(hands) == 65
    columns = samples_of(hands.session.surface)
    added = (columns["X"][-1], columns["Y"][-1])
    assert added == pytest.approx(place, abs=0.02 * (x1 - x0))
    hands.rest()
    QTest.mouseClick(page.plot.viewport(), RIGHT, pos=spot(page.plot, *added))
    assert count(hands) == 64
    hands.undo()
    hands.undo()
    assert hands.session == before


def test_dragging_a_sample_reshapes_the_surface_and_is_one_undo(hands: Hands) -> None:
    page = put_on(hands, "linear-regression")
    hands.rest()
    edits, before = hands.edits, hands.session
    x, y = page.plot._points[0]
    view, way = page.plot.viewport(), [(x + 0.3, y + 0.5), (x + 0.6, y + 1.0)]
    QTest.mousePress(view, LEFT, pos=spot(page.plot, x, y))
    for place in way:
        QTest.mouseMove(view, spot(page.plot, *place))
    QTest.mouseRelease(view, LEFT, pos=spot(page.plot, *way[-1]))
    assert hands.edits == edits + 1
    moved = samples_of(hands.session.surface)
    assert (moved["X"][0], moved["Y"][0]) == pytest.approx(way[-1], abs=0.1)
    assert build_surface(hands.session.surface).minima != build_surface(before.surface).minima
    hands.undo()
    assert hands.session == before


def test_two_samples_stay(hands: Hands) -> None:
    page = put_on(hands, "linear-regression")
    click(page.clear)
    assert count(hands) == 2
    hands.rest()
    QTest.mouseClick(page.plot.viewport(), RIGHT, pos=spot(page.plot, *page.plot._points[0]))
    assert count(hands) == 2
    assert "Two samples stay" in hands.message


def test_a_batch_size_makes_noise_and_lights_up_what_is_drawn(hands: Hands) -> None:
    page = put_on(hands, "linear-regression")
    key = hands.keys[0]
    exact = hands.snapshots[key].params.copy()
    type_into(number_of(hands.row(key, "sampling.batch_size")), "4")
    hands.rest()
    assert hands.session.runs[0].sampling.batch_size == 4
    assert not np.array_equal(hands.snapshots[key].params[:3], exact[:3])
    assert len(page.plot._fits[0].drawn) == 4
    assert "4 drawn, step 1 of 16 in epoch 1" in page._summary.text()
    first = page.plot._fits[0].drawn.tolist()
    hands.lab.playback.go_to(1)
    assert page.plot._fits[0].drawn.tolist() != first
    hands.lab.playback.go_to(0)
    assert page.plot._fits[0].drawn.tolist() == first
    type_into(number_of(hands.row(key, "sampling.batch_size")), "64")
    assert hands.session.runs[0].sampling.batch_size == 0


def test_another_seed_draws_other_batches(hands: Hands) -> None:
    page = put_on(hands, "linear-regression")
    key = hands.keys[0]
    type_into(number_of(hands.row(key, "sampling.batch_size")), "1")
    hands.rest()
    before = hands.snapshots[key].params.copy()
    type_into(number_of(page.chance_rows.by_name["seed"]), "7")
    hands.rest()
    assert hands.session.seed == 7
    assert not np.array_equal(hands.snapshots[key].params, before)


def test_another_seed_is_a_key_away_and_on_the_data_page_where_an_optimizer_draws(hands: Hands) -> None:
    hands.key(Qt.Key.Key_R, CONTROL)
    assert "chance" in hands.message
    assert hands.session.seed == 0
    hands.window.open_scenario("nearest-well")
    hands.rest()
    hands.window.docks["surface"].raise_()
    page = open_page(hands)
    assert number_of(page.chance_rows.by_name["seed"]).isVisible()
    ways = {run.label: hands.snapshots[run.key].params for run in hands.session.runs}
    seed = hands.session.seed
    hands.key(Qt.Key.Key_R, CONTROL)
    hands.rest()
    assert hands.session.seed == seed + 1
    others = {run.label: hands.snapshots[run.key].params for run in hands.session.runs}
    assert [label for label in ways if not np.array_equal(ways[label], others[label])] == ["CMA-ES"]


def test_preparation_reshapes_the_valley(hands: Hands) -> None:
    page = put_on(hands, "house-prices")
    at = np.array(build_surface(hands.session.surface).minima[0].params)

    def condition() -> float:
        low, high = np.linalg.eigvalsh(build_surface(hands.session.surface).hessian(at))
        return float(high / low)

    assert condition() == pytest.approx(46258, rel=1e-3)
    choose(box_of(page.preparation_rows.by_name["scaling"]), "standardize")
    assert condition() == pytest.approx(1.0)
    type_into(number_of(page.preparation_rows.by_name["l2"]), "0.5")
    assert data_of(hands.session.surface).l2 == 0.5


def test_the_map_goes_where_scaling_moves_the_minimum(hands: Hands) -> None:
    hands.window.open_scenario("feature-scaling")
    hands.window.docks["surface"].raise_()
    page = open_page(hands)
    for scaling in ("standardize", "min-max"):
        choose(box_of(page.preparation_rows.by_name["scaling"]), scaling)
        surface = build_surface(hands.session.surface)
        x0, x1, y0, y1 = surface.bounds
        x, y = surface.minima[0].params
        assert x0 < x < x1
        assert y0 < y < y1


def test_mse_or_cross_entropy(hands: Hands) -> None:
    page = put_on(hands, "logistic-regression")
    choose(box_of(page.preparation_rows.by_name["loss"]), "mse")
    assert data_of(hands.session.surface).loss == "mse"
    hands.rest()
    hands.undo()
    assert data_of(hands.session.surface).loss == "cross-entropy"
    assert box_of(page.preparation_rows.by_name["loss"]).currentData() == "cross-entropy"


def test_a_bag_over_a_formula(hands: Hands) -> None:
    page = open_page(hands)
    assert count(hands) == 0
    click(page.bag)
    assert count(hands) == 256
    type_into(number_of(page.bag_rows.by_name["tilt"]), "3")
    assert hands.session.surface.bag is not None
    assert hands.session.surface.bag.tilt == 3.0
    assert "sampling.batch_size" in hands.card(hands.keys[0]).rows.by_name
    hands.undo()
    hands.undo()
    assert count(hands) == 0
    assert not page.bag.isChecked()
    assert "sampling.batch_size" not in hands.card(hands.keys[0]).rows.by_name


def answered(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(dialogs, "ask_samples", lambda *_: path)


def test_samples_from_a_file(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "houses.csv"
    path.write_text("name,area,price\na,30,2\nb,60,4.5\nc,90,6\n")
    answered(monkeypatch, path)
    page = put_on(hands, "linear-regression")
    click(page.file)
    importer = hands.lab.pages.controllers["data"].importer  # type: ignore[attr-defined]
    hands.until(lambda: importer.dialog is not None)
    dialog = importer.dialog
    assert [box.currentText() for box in dialog.boxes] == ["area", "price"]
    box = dialog.boxes[0]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert dialog._problem.isVisible()
    assert "Row 2" in dialog._problem.text()
    assert not dialog._buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    box.setCurrentIndex(1)
    box.activated.emit(1)
    click(dialog._buttons.button(QDialogButtonBox.StandardButton.Ok))
    assert count(hands) == 3
    assert data_of(hands.session.surface).title == "houses.csv"
    assert page.source.currentText() == "houses.csv"
    hands.rest()
    bounds, minimum = build_surface(hands.session.surface).bounds, build_surface(hands.session.surface).minima
    for point in minimum:
        assert bounds[0] < point.params[0] < bounds[1]


@pytest.mark.parametrize(("text", "said"), [("", "empty"), ("a,b\n", "no samples")])
def test_a_file_without_samples_is_refused(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    path = tmp_path / "empty.csv"
    path.write_text(text)
    answered(monkeypatch, path)
    page = put_on(hands, "linear-regression")
    before = hands.session
    click(page.file)
    hands.rest()
    hands.until(lambda: said in hands.message)
    assert hands.session == before


def test_what_is_refused_leaves_the_page_as_it_was(hands: Hands) -> None:
    page = put_on(hands, "one-sample")
    box = box_of(page.preparation_rows.by_name["scaling"])
    choose(box, "standardize")
    assert "cannot be scaled" in hands.message
    assert data_of(hands.session.surface).scaling == "none"
    assert box.currentData() == "none"


def test_a_target_of_another_model_is_no_label(hands: Hands) -> None:
    page = put_on(hands, "two-features")
    type_into(number_of(page.target_rows.by_name["target"]), "3.5")
    choose(page.model, "logistic-regression")
    hands.rest()
    assert page.target_rows.by_name["target"].value() == 1.0
    QTest.mouseClick(page.plot.viewport(), LEFT, pos=spot(page.plot, 2.0, 2.0))
    assert data_of(hands.session.surface).points[-1][2] == 1.0


def test_the_cards_follow_the_number_of_samples_once_it_rests(hands: Hands) -> None:
    page = put_on(hands, "linear-regression")
    key = hands.keys[0]
    type_into(number_of(hands.row(key, "sampling.batch_size")), "32")
    before = hands.row(key, "sampling.batch_size")
    type_into(number_of(page.source_rows.by_name["n"]), "10")
    assert hands.row(key, "sampling.batch_size") is before
    hands.until(lambda: hands.row(key, "sampling.batch_size").spec.maximum == 10)
    assert hands.session.runs[0].sampling.batch_size == 32
    hands.undo()
    hands.until(lambda: hands.row(key, "sampling.batch_size").value() == 32)


def test_a_column_with_gaps_is_not_replaced_by_its_neighbour(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "gaps.csv"
    path.write_text("a,b\n1,2\n,3\n2,4\n")
    answered(monkeypatch, path)
    page = put_on(hands, "linear-regression")
    click(page.file)
    importer = hands.lab.pages.controllers["data"].importer  # type: ignore[attr-defined]
    hands.until(lambda: importer.dialog is not None)
    assert importer.dialog.columns() == (0, 1)
    assert "Row 3 has no value" in importer.dialog._problem.text()
    click(importer.dialog._buttons.button(QDialogButtonBox.StandardButton.Cancel))
    assert count(hands) == 64


def test_no_card_is_rebuilt_under_a_drag_of_the_number_of_samples(hands: Hands) -> None:
    page = put_on(hands, "linear-regression")
    before = hands.row(hands.keys[0], "sampling.batch_size")
    slider = slider_of(page.source_rows.by_name["n"])
    middle = slider.rect().center().y()
    QTest.mousePress(slider, LEFT, pos=QPoint(slider.x_of(slider.value()), middle))
    for share in (4, 3, 2):
        QTest.mouseMove(slider, QPoint(slider.x_of(slider.maximum() // share), middle))
        QTest.qWait(120)
    assert count(hands) != 64
    assert hands.row(hands.keys[0], "sampling.batch_size") is before
    QTest.mouseRelease(slider, LEFT, pos=QPoint(slider.x_of(slider.maximum() // 2), middle))
    hands.until(lambda: hands.row(hands.keys[0], "sampling.batch_size").spec.maximum == count(hands))
