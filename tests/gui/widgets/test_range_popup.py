from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from gui.widgets.parameter_row import ParameterRow
from gui.widgets.parameter_spec import ParameterSpec
from gui.widgets.range_popup import RangePopup
from gui.widgets.scale import Scale, grown
from tests.gui.hands import drag_slider, number_of, slider_of, type_into

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

GROWING = ParameterSpec("a", "a", 1.0, -5.0, 5.0, grows=True)


@pytest.fixture
def row(qtbot: QtBot) -> ParameterRow:
    made = ParameterRow(GROWING)
    qtbot.addWidget(made)
    made.resize(260, 30)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        (3.0, (-5.0, 5.0)),
        (40.0, (-5.0, 100.0)),
        (-0.0, (-5.0, 5.0)),
        (-7.0, (-20.0, 5.0)),
        (1e-300, (-5.0, 5.0)),
        (1.7e308, (-5.0, 1e300)),
    ],
)
def test_the_ends_move_out_to_about_twice_the_value(value: float, ends: tuple[float, float]) -> None:
    scale = grown(Scale("linear", -5.0, 5.0), value)
    assert (scale.low, scale.high) == ends


def test_a_typed_value_beyond_the_end_moves_it(row: ParameterRow) -> None:
    type_into(number_of(row), "40")
    assert row.value() == 40.0
    assert "−5 to 100" in row._label.toolTip()
    drag_slider(slider_of(row), 1000)
    assert row.value() == pytest.approx(100.0, rel=0.05)


def test_a_value_from_elsewhere_moves_it_too_but_dragging_does_not(row: ParameterRow) -> None:
    row.set_value(-30.0)
    assert row._scale.low == -100.0
    drag_slider(slider_of(row), 0, 1000)
    assert (row._scale.low, row._scale.high) == (-100.0, 5.0)
    assert row.value() == pytest.approx(5.0, abs=4.0)


def test_ends_of_other_rows_stay(qtbot: QtBot) -> None:
    row = ParameterRow(ParameterSpec("rate", "rate", 0.1, 0.0, 1.0))
    qtbot.addWidget(row)
    row.set_value(7.0)
    assert (row._scale.low, row._scale.high) == (0.0, 1.0)
    assert len(row.actions()) == 1


def test_the_ends_are_typed_in_a_popup(row: ParameterRow) -> None:
    assert row._range_action is not None
    row._range_action.trigger()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, RangePopup)
    type_into(popup.low, "0")
    type_into(popup.high, "2")
    popup.close()
    assert (row._scale.low, row._scale.high) == (0.0, 2.0)
    assert row.value() == 1.0
    drag_slider(slider_of(row), 1000)
    assert row.value() == pytest.approx(2.0, rel=0.05)


def test_ends_that_run_backwards_are_turned_round_and_equal_ones_ignored(row: ParameterRow) -> None:
    assert row._range_action is not None
    row._range_action.trigger()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, RangePopup)
    type_into(popup.low, "9")
    assert (row._scale.low, row._scale.high) == (5.0, 9.0)
    type_into(popup.high, "9")
    assert (row._scale.low, row._scale.high) == (5.0, 9.0)
    popup.close()
