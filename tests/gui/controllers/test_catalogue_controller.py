"""The catalogue's page in the window: pictures, search, dimensions and the axes shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.shown import shown_surface
from surfaces import CATALOGUE, Feature, SurfaceSpec, build_surface
from surfaces.slice import Slice
from tests.gui.hands import CONTROL, LEFT, type_into

if TYPE_CHECKING:
    from gui.views.catalogue_page import CataloguePage
    from gui.views.dimensions_row import DimensionsRow
    from surfaces.contours import Contours
    from tests.gui.hands import Hands


@pytest.fixture
def page(hands: Hands) -> CataloguePage:
    return hands.desk.surface.catalogue


def dimensions(hands: Hands) -> DimensionsRow:
    row = hands.desk.surface.catalogue.dimensions
    assert row is not None
    return row


def set_dimensions(hands: Hands, dim: int) -> None:
    field = dimensions(hands).count
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, str(dim))
    QTest.keyClick(field, Qt.Key.Key_Return)
    hands.rest()


def show_axes(hands: Hands, right: int, up: int) -> None:
    dimensions(hands).right.setCurrentIndex(right)
    dimensions(hands).up.setCurrentIndex(up)
    hands.rest()


@pytest.fixture
def five(hands: Hands) -> Hands:
    hands.choose_surface("rosenbrock")
    set_dimensions(hands, 5)
    return hands


def test_every_picture_arrives(hands: Hands, page: CataloguePage) -> None:
    hands.until(lambda: len(page._pictures) == len(CATALOGUE))


def test_ctrl_f_finds_and_return_chooses(hands: Hands, page: CataloguePage) -> None:
    hands.desk.surface.start_x.setFocus()
    hands.key(Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is page.search
    QTest.keyClicks(page.search, "easom")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert hands.session.surface.name == "easom"


def test_ctrl_f_comes_back_to_the_catalogue(hands: Hands, page: CataloguePage) -> None:
    hands.desk.surface.show_page("formula")
    hands.desk.surface.start_x.setFocus()
    hands.key(Qt.Key.Key_F, CONTROL)
    assert hands.desk.surface.page == "catalogue"
    assert QApplication.focusWidget() is page.search


def test_ctrl_f_finds_from_the_map_and_behind_another_dock(hands: Hands, page: CataloguePage) -> None:
    hands.window.docks["scenario"].raise_()
    hands.panel.setFocus()
    hands.key(Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is page.search
    assert page.search.isVisible()


def test_only_some_surfaces_offer_dimensions(hands: Hands, page: CataloguePage) -> None:
    assert page.dimensions is None
    hands.choose_surface("rastrigin")
    assert dimensions(hands).isVisible()
    hands.choose_surface("booth")
    assert not dimensions(hands).isVisible()


def test_more_dimensions_are_one_undo(five: Hands) -> None:
    assert five.session.surface == SurfaceSpec("rosenbrock", dim=5)
    assert five.session.start == (-1.2, 1.0, -1.2, 1.0, -1.2)
    assert all(snapshot.params.shape[1] == 5 for snapshot in five.snapshots.values())
    edits = five.edits
    five.undo()
    five.rest()
    assert five.session.surface.dim == 2
    assert list(five.session.start) == [-1.2, 1.0]
    assert dimensions(five).count.value() == 2
    five.redo()
    five.rest()
    assert five.session.surface.dim == 5
    assert five.edits == edits


def test_the_start_is_kept_as_far_as_it_goes(hands: Hands) -> None:
    hands.choose_surface("rosenbrock")
    type_into(hands.desk.surface.start_x, "0.25")
    set_dimensions(hands, 4)
    assert list(hands.session.start) == [0.25, 1.0, -1.2, 1.0]
    set_dimensions(hands, 2)
    assert list(hands.session.start) == [0.25, 1.0]


def test_the_plots_show_the_axes_and_choosing_them_is_no_edit(five: Hands) -> None:
    edits = five.edits
    show_axes(five, 4, 2)
    assert five.edits == edits
    assert five.session.view.axes == (4, 2)
    for trail in five.panel._trails:
        np.testing.assert_array_equal(trail.points, five.snapshots[trail.key].params[:, [4, 2]])
    assert five.panel._start.coordinates == (five.session.start[4], five.session.start[2])
    row = five.desk.table._model.rows[0]
    first = next(iter(five.snapshots.values()))
    assert (row.x, row.y) == (first.params[five.iteration, 4], first.params[five.iteration, 2])
    assert "x1, x2, x4" in dimensions(five)._held.text()


def test_dragging_the_start_moves_the_two_that_are_shown(five: Hands) -> None:
    show_axes(five, 3, 1)
    view, before = five.panel.viewport(), five.session.start
    QTest.mousePress(view, LEFT, pos=five.pixel(before[3], before[1]))
    for place in ((0.5, 0.5), (0.25, 1.75)):
        QTest.mouseMove(view, five.pixel(*place))
    QTest.mouseRelease(view, LEFT, pos=five.pixel(0.25, 1.75))
    after = five.session.start
    assert (after[3], after[1]) == pytest.approx((0.25, 1.75), abs=0.02)
    assert [after[axis] for axis in (0, 2, 4)] == [before[axis] for axis in (0, 2, 4)]
    type_into(five.desk.surface.start_y, "2")
    assert five.session.start == (after[0], 2.0, after[2], after[3], after[4])


def test_losses_and_gradients_are_those_of_the_whole_surface(five: Hands) -> None:
    surface = build_surface(five.session.surface)
    for curve in five.desk.loss_plot._curves:
        snapshot = five.snapshots[curve.key]
        np.testing.assert_allclose(snapshot.loss, surface.value(snapshot.params))
    for snapshot in five.snapshots.values():
        assert snapshot.gradient.shape[1] == 5


def test_the_contours_are_those_of_the_cut(five: Hands) -> None:
    drawn: list[Contours] = []
    five.lab.pictures.contours_ready.connect(drawn.append)
    show_axes(five, 0, 4)
    five.until(lambda: bool(drawn))
    five.rest()
    cut = shown_surface(five.session)
    assert isinstance(cut, Slice)
    x0, _, y0, _ = drawn[-1].bounds
    assert drawn[-1].values[0, 0] == pytest.approx(float(cut.value(np.array([x0, y0]))))


def test_another_surface_has_two_dimensions_again(five: Hands) -> None:
    show_axes(five, 3, 4)
    five.choose_surface("booth")
    five.rest()
    assert five.session.surface.dim == 2
    assert len(five.session.start) == 2
    five.assert_consistent()


def test_a_formula_typed_over_five_dimensions_has_two(five: Hands) -> None:
    five.lab.edits.change_surface(SurfaceSpec(formula="x^2 + y^2"), "Type formula")
    five.rest()
    assert five.session.start == (-1.2, 1.0)
    assert all(snapshot.params.shape[1] == 2 for snapshot in five.snapshots.values())


def test_what_cannot_be_is_refused_and_the_number_goes_back(hands: Hands) -> None:
    refused: list[str] = []
    hands.lab.edits.refused.connect(refused.append)
    hands.choose_surface("rosenbrock")
    sculpted = SurfaceSpec("rosenbrock", features=(Feature("well", 0.0, 0.0, 1.0, 1.0, 1.0),))
    hands.lab.edits.change_surface(sculpted, "Sculpt")
    set_dimensions(hands, 3)
    assert hands.session.surface == sculpted
    assert dimensions(hands).count.value() == 2
    assert "two parameters" in refused[0]
