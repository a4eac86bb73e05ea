"""What stories of branches do: branch a run, drag on the map, look where things are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.hands import LEFT, NONE

if TYPE_CHECKING:
    from tests.gui.hands import Hands

ALT = Qt.KeyboardModifier.AltModifier


def branch(hands: Hands, key: int, at: int) -> int:
    """Branch a run from its card's menu at an iteration, and return the branch's key."""
    hands.lab.playback.go_to(at)
    hands.menu(key, "branch")
    hands.rest()
    QTest.qWait(20)  # the map makes room for what is said above it
    return max(hands.keys)


def drag(hands: Hands, *pixels: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press at the first place, pass the others, release at the last."""
    view = hands.panel.viewport()
    QTest.mousePress(view, LEFT, modifier, pixels[0])
    for pixel in pixels[1:]:
        QTest.mouseMove(view, pixel)
        hands.settle()
    QTest.mouseRelease(view, LEFT, modifier, pixels[-1])
    hands.settle()


def place(hands: Hands, key: int, row: int) -> QPoint:
    """Where a run is at a row, in the map's pixels."""
    return hands.pixel(*hands.snapshots[key].params[row].tolist())


def nudge_in_pixels(hands: Hands, key: int) -> tuple[int, int]:
    """How far a branch begins from where its parent was."""
    snapshot = hands.snapshots[key]
    assert snapshot.before is not None
    begin, own = hands.pixel(*snapshot.before.params[-1]), hands.pixel(*snapshot.params[snapshot.first])
    return own.x() - begin.x(), own.y() - begin.y()


def branch_text(hands: Hands, key: int) -> str:
    line = hands.card(key)._branch
    return line._text if line is not None and line.isVisible() else ""
