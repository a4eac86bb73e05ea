"""Rows of parameters below one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from gui.widgets.choice import Choice, Offer
from gui.widgets.parameter_row import INDENT
from gui.widgets.parameter_rows import ParameterRows
from gui.widgets.parameter_spec import ParameterSpec
from tests.gui.hands import number_of, type_into

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.widgets.parameter_spec import Value

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


RATE = ParameterSpec("rate", "rate", 0.1, front=True)
PART = ParameterSpec("part", "part", "a", offer=Offer(lambda name: Choice(name, name.upper()), lambda: ()), front=True)
INNER = ParameterSpec("part.x", "x", 0.5, depth=1, inside="part")
OTHER = ParameterSpec("part.y", "y", 0.5, depth=1, inside="part")
LAST = ParameterSpec("last", "last", 0.5)
VALUES: dict[str, Value] = {"rate": 0.2, "part": "a", "part.x": 0.1, "part.y": 0.3, "last": 0.4}


def seen(rows: ParameterRows) -> list[str]:
    """Names of the rows from top to bottom."""
    QApplication.processEvents()
    shown = [name for name, row in rows.by_name.items() if row.isVisible()]
    assert shown == sorted(shown, key=lambda name: rows.by_name[name].y())
    return shown


def test_another_part_brings_its_own_rows_and_leaves_the_others_alone(qtbot: QtBot) -> None:
    rows = ParameterRows()
    qtbot.addWidget(rows)
    rows.set_rows((RATE, PART, INNER, LAST), VALUES)
    rows.show()
    before = dict(rows.by_name)
    rows.set_rows((RATE, PART, OTHER, LAST), VALUES | {"part": "b"})
    assert seen(rows) == ["rate", "part", "part.y", "last"]
    assert all(rows.by_name[name] is before[name] for name in ("rate", "part", "last"))
    assert rows.by_name["part"].value() == "b"
    rows.set_rows((RATE, PART, OTHER, LAST), VALUES, afresh=True)
    assert rows.by_name["rate"] is not before["rate"]
    assert not rows.grab().isNull()


def test_rows_behind_come_when_they_are_wanted_each_in_its_place(qtbot: QtBot) -> None:
    rows = ParameterRows(complete=False)
    qtbot.addWidget(rows)
    rows.set_rows((LAST, RATE, INNER, PART), VALUES)
    rows.show()
    assert rows.has_more()
    assert list(rows.by_name) == seen(rows) == ["rate", "part"]
    rows.set_complete(True)
    assert seen(rows) == ["last", "rate", "part.x", "part"]
    rows.set_complete(False)
    assert seen(rows) == ["rate", "part"]
    rows.set_rows((RATE, PART), VALUES)
    assert not rows.has_more()


def test_rows_of_a_part_stand_to_the_right_and_are_named_with_it(qtbot: QtBot) -> None:
    rows = ParameterRows()
    qtbot.addWidget(rows)
    rows.set_rows((RATE, PART, INNER), VALUES)
    rows.show()
    seen(rows)
    assert rows.by_name["part.x"]._label.x() == rows.by_name["part"]._label.x() + INDENT
    assert number_of(rows.by_name["part.x"]).accessibleName() == "part: x"
    assert "Default A" in rows.by_name["part"]._label.toolTip()
