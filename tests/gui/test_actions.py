from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence

from gui.actions import ROWS, make_actions


def test_every_row_becomes_an_action(qapp: object) -> None:
    parent = QObject()
    actions = make_actions(parent)
    assert list(actions) == [row.name for row in ROWS]
    for row in ROWS:
        action = actions[row.name]
        assert action.text() == row.text
        assert action.isCheckable() == row.checkable
        assert [key.toString() for key in action.shortcuts()] == [QKeySequence(key).toString() for key in row.keys]
        assert action.shortcutContext() == Qt.ShortcutContext.WindowShortcut


def test_no_key_means_two_things() -> None:
    keys = [QKeySequence(key).toString() for row in ROWS for key in row.keys]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_names_are_lower_case_with_hyphens() -> None:
    assert all(row.name == row.name.lower().replace(" ", "-").replace("_", "-") for row in ROWS)
