"""Typing a formula with 4 runs: from the key that completes it to its contours on the screen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from gui.shown import GRID, LEVEL_COUNT
from surfaces import build_surface
from tests.benchmarks.measuring import Figure, at_most, figure, show
from tests.benchmarks.real_window import WANDERERS, open_window, session_of, settle, show_session

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from gui.main_window import MainWindow
    from gui.views.formula_page import FormulaPage
    from surfaces.contours import Contours

RUNS = WANDERERS[1::2]
LIMIT_MS = 100.0
SHAPES = (
    "x^2/2{n} + y^2",
    "sin({n}x)·cos(y) + x^2/10",
    "(1 - x)^2 + 10{n}(y - x^2)^2",
    "-20exp(-0.2sqrt((x^2 + y^2)/2)) - exp((cos({n}x) + cos({n}y))/2)",
    "exp(-(x - {n}/5)^2 - y^2) - 2exp(-(x + 1)^2 - (y - {n}/9)^2)",
    "a x^2 + b y^2 + {n}cos(3x)/5",
    "|x| + max(x, y/{n}) + y^2",
    "(x^2 + y - 11)^2 + (x + y^2 - {n})^2",
    "log(1 + x^2 + {n}y^2)",
    "20 + x^2 - 10cos(2 pi x) + y^2 - 10cos({n} y)",
)
VARIATIONS = 5
"""Of each shape: with 1, 2, … in place of {n}. The compiled text is new every time."""


def measure() -> list[Figure]:
    """Return the figures."""
    with open_window() as (app, window):
        show_session(window, session_of(RUNS, 200, (-1.5, 2.0)))
        settle(app, window)
        typing = Typing(app, window)
        times = [typing.formula(shape.format(n=n + 1)) for shape in SHAPES for n in range(VARIATIONS)]
        slides = typing.slider(60)
    columns, rows = GRID
    title = f"formula typed → contours painted, {columns} × {rows} × {LEVEL_COUNT} levels"
    applied, key = [time for _, time in times], [time for time, _ in times]
    return [
        at_most(figure(f"{title}, from the key", key, "ms"), LIMIT_MS),
        figure(f"{title}, from the edit", applied, "ms"),
        at_most(figure("slider of a typed formula: the window's thread, each move", slides, "ms"), 16.0),
    ]


class Typing(QObject):
    """Types into the real field and watches the real map."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        super().__init__()
        self._app, self._window = app, window
        window.desk.surface.show_page("formula")
        settle(app, window)
        self._page: FormulaPage = window.lab.pages.controllers["formula"]._page  # type: ignore[attr-defined]
        self._viewport = window.desk.stage.panels[0].viewport()
        self._viewport.installEventFilter(self)
        self._loop = QEventLoop()
        self._watchdog = QTimer(self, singleShot=True, interval=10_000)
        self._watchdog.timeout.connect(self._loop.quit)
        self._wanted = ""
        self._is_drawn = self._is_painted = False
        self._edited_at = 0.0
        window.lab.pictures.contours_ready.connect(self._on_contours_ready)
        window.lab.sessions.session_changed.connect(self._on_session_changed)

    def formula(self, text: str) -> tuple[float, float]:
        """Put in all but the last character, wait, type it; return milliseconds from the key and from the edit."""
        edit = self._page.field.edit
        edit.setFocus()
        edit.set_text(text[:-1])
        edit.moveCursor(edit.textCursor().MoveOperation.End)
        settle(self._app, self._window)
        self._wanted, self._is_drawn, self._is_painted = text, False, False
        self._watchdog.start()
        before = time.perf_counter()
        QTest.keyClicks(edit, text[-1])
        self._loop.exec()
        now = time.perf_counter()
        assert self._is_painted, f"never painted: {text}"
        assert self._window.lab.sessions.session.surface.formula == text
        self._wanted = ""
        QTest.keyClick(edit, Qt.Key.Key_Return)
        settle(self._app, self._window)
        return 1000 * (now - before), 1000 * (now - self._edited_at)

    def slider(self, moves: int) -> list[float]:
        """Move the slider of a parameter; return how long the window's thread was busy with each move."""
        self.formula("a x^2 + b y^2 + cos(3x)·sin(y)/2")
        change = self._window.lab.edits.change_surface_parameter
        times = []
        for index in range(moves):
            before = time.perf_counter()
            change("a", 0.5 + 0.03 * index, True)
            times.append(1000 * (time.perf_counter() - before))
            settle(self._app, self._window)
        return times

    def _on_session_changed(self, _before: object, after: object) -> None:
        if self._wanted and getattr(after, "surface").formula == self._wanted:  # noqa: B009
            self._edited_at = self._edited_at if self._is_drawn else time.perf_counter()

    def _on_contours_ready(self, drawn: Contours) -> None:
        surface = build_surface(self._window.lab.sessions.session.surface)
        is_current = getattr(getattr(surface, "spec", None), "formula", "") == self._wanted != ""
        if is_current and drawn.values.shape == (GRID[1], GRID[0]):
            self._is_drawn = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if self._is_drawn and not self._is_painted and event.type() == QEvent.Type.Paint:
            self._is_painted = True
            QTimer.singleShot(0, self._loop, self._loop.quit)  # once this frame is painted
        return False


if __name__ == "__main__":
    show(measure)
