"""Stories about the Sculpt page: its table, its base, the formula, random terrain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.optimizers import make_optimizer
from gui.views.sculpt_page import TYPED
from surfaces import HeightMap, SurfaceSpec, build_surface
from surfaces.terrain import formula_of
from tests.gui.hands import CONTROL, LEFT, choose, click, type_into
from tests.gui.stories.sculptor import Sculptor

if TYPE_CHECKING:
    from tests.gui.hands import Hands


@pytest.fixture
def sculptor(hands: Hands) -> Sculptor:
    return Sculptor(hands)


def test_numbers_are_typed_in_the_table(sculptor: Sculptor) -> None:
    sculptor.put("hill", 0.0, 0.0)
    edits = sculptor.edits
    assert sculptor.type_number(0, 1, "-1.5") is None
    assert sculptor.features[0].x == -1.5
    assert sculptor.edits == edits + 1
    assert sculptor.type_number(0, 4, "1/4") is None
    assert sculptor.features[0].width == 0.25
    sculptor.hands.undo()
    sculptor.hands.undo()
    assert sculptor.features[0].x == pytest.approx(0.0, abs=0.03)


@pytest.mark.parametrize(("column", "text"), [(1, "abc"), (3, "-1"), (4, "0"), (5, "-2"), (6, "1e12")])
def test_a_wrong_number_is_refused_where_it_is_typed(sculptor: Sculptor, column: int, text: str) -> None:
    sculptor.put("hill", 0.0, 0.0)
    before = sculptor.hands.session
    editor = sculptor.type_number(0, column, text)
    assert editor is not None
    assert editor.complaint()
    assert sculptor.hands.session is before
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert sculptor.hands.session is before


def test_a_row_selects_its_handles_and_buttons_act_on_it(sculptor: Sculptor) -> None:
    for kind, x in (("hill", -2.0), ("well", 0.0), ("saddle", 2.0)):
        sculptor.put(kind, x, 1.0)
    spot = sculptor.table.visualRect(sculptor.table.model().index(1, 0)).center()
    QTest.mouseClick(sculptor.table.viewport(), LEFT, pos=spot)
    assert sculptor.tool.scene.selected == 1
    click(sculptor.page.up)
    assert [feature.kind for feature in sculptor.features] == ["well", "hill", "saddle"]
    assert sculptor.tool.scene.selected == 0
    click(sculptor.page.remove)
    assert [feature.kind for feature in sculptor.features] == ["hill", "saddle"]
    sculptor.select(1)
    assert sculptor.table.currentIndex().row() == 1
    click(sculptor.page.duplicate)
    assert [feature.kind for feature in sculptor.features] == ["hill", "saddle", "saddle"]
    sculptor.table.setFocus()
    sculptor.hands.key(Qt.Key.Key_Delete)
    assert [feature.kind for feature in sculptor.features] == ["hill", "saddle"]


def test_the_formula_is_shown_and_copied(sculptor: Sculptor) -> None:
    sculptor.put("well", 1.0, 1.0)
    click(sculptor.page.copy)
    text = QGuiApplication.clipboard().text()
    assert text == sculptor.page.formula.toPlainText() == formula_of(sculptor.hands.session.surface)
    places = np.array([[1.0, 1.0], [0.4, 2.0]])
    again = build_surface(SurfaceSpec(formula=text))
    np.testing.assert_allclose(again.value(places), build_surface(sculptor.hands.session.surface).value(places))


def test_in_side_by_side_handles_are_in_every_panel(sculptor: Sculptor) -> None:
    sculptor.put("hill", 0.0, 0.0)
    sculptor.hands.window.actions_by_name["side-by-side"].trigger()
    sculptor.hands.rest()
    panels = sculptor.hands.desk.stage.panels
    assert len(panels) > 1
    assert all(sculptor.tool._layers[panel].isVisible() for panel in panels)
    before = sculptor.features[0].x
    sculptor.drag(0, "center", (10.0, 0.0), (25.0, 0.0), panel=panels[-1])
    assert sculptor.features[0].x > before


def test_a_base_of_the_catalogue_keeps_its_parameters_and_its_page_selects_nothing(sculptor: Sculptor) -> None:
    hands = sculptor.hands
    sculptor.put("hill", 0.0, 0.0)
    choose(sculptor.page.base, "book")
    hands.rest()
    assert hands.session.surface.name == "book"
    assert len(sculptor.features) == 1
    assert hands.desk.surface.catalogue.list.currentItem() is None
    hands.desk.surface.show_page("catalogue")
    hands.choose_surface("book")
    assert hands.session.surface == SurfaceSpec(name="book")


def test_a_formula_of_ones_own_is_typed_as_the_base(sculptor: Sculptor) -> None:
    sculptor.put("hill", 0.0, 0.0)
    choose(sculptor.page.base, TYPED)
    assert sculptor.page.field.isVisible()
    edit = sculptor.page.field.edit
    QTest.keyClick(edit, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(edit, "a*x^2")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    sculptor.hands.until(lambda: sculptor.hands.session.surface.formula == "a*x^2")
    assert sculptor.hands.session.surface.parameters == (("a", 1.0),)
    assert len(sculptor.features) == 1


def test_random_terrain_comes_from_its_seed(sculptor: Sculptor) -> None:
    terrain = sculptor.page.terrain
    type_into(terrain.seed, "7")
    type_into(terrain.wells, "3")
    click(terrain.make)
    sculptor.hands.rest()
    first = sculptor.features
    assert sum(feature.kind == "well" for feature in first) == 3
    type_into(terrain.seed, "8")
    click(terrain.make)
    sculptor.hands.rest()
    assert sculptor.features != first
    sculptor.hands.undo()
    assert sculptor.features == first


def test_a_height_map_is_not_sculpted_and_the_page_says_what_to_do(sculptor: Sculptor) -> None:
    heights = np.add.outer(np.arange(6.0), np.arange(6.0) ** 2).tobytes()
    spec = SurfaceSpec(heights=HeightMap("Steps", 6, 6, heights), bounds=(-1.0, 1.0, -1.0, 1.0))
    sculptor.hands.lab.edits.change_surface(spec, "Import")
    sculptor.hands.rest()
    assert "Choose another base" in sculptor.page._refusal.text()
    assert sculptor.page._refusal.isVisible()
    assert not sculptor.page.palette_of_kinds.isEnabled()
    choose(sculptor.page.base, "flat")
    assert sculptor.page.palette_of_kinds.isEnabled()


def test_lower_the_ridge_until_momentum_just_gets_over(sculptor: Sculptor) -> None:
    """A ball with momentum, a wall, and beyond it a well: the wall's height decides where the run ends."""
    hands = sculptor.hands
    run = hands.session.runs[0]
    optimizer = make_optimizer("momentum").replaced(learning_rate=0.02, momentum=0.9)
    slope = SurfaceSpec(formula="x/5 + y^2", bounds=(-5.0, 5.0, -5.0, 5.0))
    session = replace(hands.session, runs=(replace(run, optimizer=optimizer),), surface=slope, start=(4.0, 0.0))
    hands.lab.sessions.edit(replace(session, steps=300), "Set up")
    hands.rest()
    sculptor.put("well", -2.5, 0.0)
    sculptor.put("ridge", 0.5, 0.0)
    sculptor.type_number(1, 3, "3")

    def end() -> float:
        hands.rest()
        return float(hands.snapshots[run.key].params[-1][0])

    assert end() > 0.5
    heights = []
    for _ in range(12):
        sculptor.select(1)
        sculptor.drag(1, "height", (0.0, 20.0), (0.0, 40.0))
        heights.append(sculptor.features[1].height)
        if end() < 0.5:
            break
    assert end() < 0.5
    assert 0.0 < heights[-1] < 3.0
    hands.undo()
    assert end() > 0.5


def test_the_theme_is_told_not_guessed(sculptor: Sculptor) -> None:
    sculptor.put("hill", 0.0, 0.0)
    page, window = sculptor.page, sculptor.hands.window

    def pictures() -> tuple[object, ...]:
        kinds = sculptor.page.palette_of_kinds.buttons["hill"].icon()
        return tuple(icon.pixmap(20, 20).toImage() for icon in (page.remove.icon(), page.up.icon(), kinds))

    shown = {}
    for name in ("light", "dark"):
        page.setStyleSheet("QWidget { background: #123456; }")  # hides the palette
        window.set_theme(name)
        sculptor.hands.rest()
        shown[name] = pictures()
    assert all(one != other for one, other in zip(shown["light"], shown["dark"], strict=True))
