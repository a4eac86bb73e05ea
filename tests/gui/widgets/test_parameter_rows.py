"""Rows of parameters below one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.widgets.parameter_rows import ParameterRows
from gui.widgets.parameter_spec import ParameterSpec
from tests.gui.hands import number_of, type_into

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOISE = ParameterSpec("noise", "noise", 0.5, 0.0, 2.0, minimum=0.0)
SEED = ParameterSpec("seed", "seed", 0, 0, 50, minimum=0)


def made(qtbot: QtBot) -> ParameterRows:
    rows = ParameterRows()
    qtbot.addWidget(rows)
    rows.set_rows((NOISE, SEED), {"noise": 1.0, "seed": 3})
    rows.show()
    return rows


def test_values_change_without_a_word_and_rows_stay(qtbot: QtBot) -> None:
    rows = made(qtbot)
    before = rows.by_name["noise"]
    with qtbot.assertNotEmitted(rows.changed):
        rows.set_rows((NOISE, SEED), {"noise": 0.25, "seed": 4})
    assert rows.by_name["noise"] is before
    assert (before.value(), rows.by_name["seed"].value()) == (0.25, 4)


def test_whichever_changes_says_so(qtbot: QtBot) -> None:
    rows = made(qtbot)
    with qtbot.waitSignal(rows.changed) as said:
        type_into(number_of(rows.by_name["seed"]), "7")
    assert said.args == ["seed", 7, False]


def test_a_row_that_goes_says_nothing_of_what_was_being_typed(qtbot: QtBot) -> None:
    rows = made(qtbot)
    type_into(number_of(rows.by_name["noise"]), "1.5", enter=False)
    with qtbot.assertNotEmitted(rows.changed, wait=30):
        rows.set_rows((SEED,), {"seed": 3})
    assert list(rows.by_name) == ["seed"]
