"""Taking turns while something is dragged."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from gui.controllers.turns import Turns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def ready() -> list[bool]:
    return [True]


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.fixture
def turns(done: list[str], ready: list[bool], owner: QObject) -> Turns:
    made = Turns(lambda: ready[0], owner)
    for name in ("a", "b", "c"):
        made.add(partial(done.append, name))
    return made


def test_each_move_does_one_and_rest_does_all(turns: Turns, done: list[str], qtbot: QtBot) -> None:
    for _ in range(4):
        turns.do_next()
    assert done == ["a", "b", "c", "a"]
    qtbot.waitUntil(lambda: len(done) == 7)
    assert sorted(done[4:]) == ["a", "b", "c"]


def test_nothing_old_is_shown_at_rest(turns: Turns, done: list[str], ready: list[bool], qtbot: QtBot) -> None:
    turns.do_next()
    ready[0] = False
    with qtbot.waitSignal(turns._rest.timeout):
        pass
    assert done == ["a"]
