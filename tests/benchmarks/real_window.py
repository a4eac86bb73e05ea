"""The real window without a screen, for benchmarks: opened, filled, driven, watched."""

from __future__ import annotations

import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from engine.optimizers import make_optimizer
from engine.session import Session
from gui.app import SWITCH_INTERVAL, make_application
from gui.main_window import MainWindow
from gui.settings import Settings
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WANDERERS = (
    ("gradient-descent", {"learning_rate": 2e-4}),
    ("gradient-descent", {"learning_rate": 1e-3}),
    ("momentum", {"learning_rate": 1e-4, "momentum": 0.95}),
    ("adagrad", {"learning_rate": 0.05}),
    ("rmsprop", {"learning_rate": 0.05}),
    ("rmsprop", {"learning_rate": 0.2}),
    ("adam", {"learning_rate": 1e-3}),
    ("adam", {"learning_rate": 2e-4}),
)
"""Eight runs on Rosenbrock that are still moving after 10,000 steps: creeping, swinging and shaking."""

ENDLESS = (
    *(("gradient-descent", {"learning_rate": rate}) for rate in (1e-8, 1e-7)),
    *(("rmsprop", {"learning_rate": rate}) for rate in (0.01, 0.02, 0.05, 0.1, 0.15, 0.2)),
)
"""Eight runs on Rosenbrock that never end: they creep too slowly to arrive, or shake for ever."""


def session_of(rows: Sequence[tuple[str, dict[str, float]]], steps: int, start: tuple[float, float]) -> Session:
    """Return a session on Rosenbrock."""
    session = Session(SurfaceSpec(name="rosenbrock"), start=start, steps=steps)
    for name, values in rows:
        session = session.adding_run(make_optimizer(name, values))
    return session


def show_session(window: MainWindow, session: Session) -> None:
    """Make a session the current one, with its view."""
    window.lab.sessions.adopt(session)


@contextmanager
def open_window() -> Iterator[tuple[QApplication, MainWindow]]:
    """Open the real window as gui.app does, with settings of its own."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(settings=Settings(settings))
        window.resize(1280, 800)
        window.show()
        settle(app, window)
        yield app, window
        window.close()


def settle(app: QApplication, window: MainWindow) -> None:
    """Process events until everything asked for is computed and shown."""
    lab = window.lab
    while not (lab.runs.finished and lab.background.is_idle()):
        app.processEvents()
        time.sleep(0.002)
    for _ in range(3):
        app.processEvents()


class PaintCounter(QObject):
    """Counts the paint events of some widgets."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self.counts = dict.fromkeys(widgets, 0)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.counts[watched] += 1
        return False
