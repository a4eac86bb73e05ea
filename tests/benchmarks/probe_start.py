"""Started by bench_start: opens a window, says when its first frame is there, and is gone."""

from __future__ import annotations

import os
import sys
from typing import Any


def bare() -> None:
    """Open one empty plot."""
    import pyqtgraph as pg
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    window.setCentralWidget(pg.PlotWidget())
    window.show()
    wait_for_frame(app)


def real(*, complete: bool) -> None:
    """Open the app as main.py does; in place of its event loop stands a wait for the first frame."""
    from PySide6.QtWidgets import QApplication

    def frame_instead(app: Any) -> int:
        return wait_for_frame(app, complete=complete)

    QApplication.exec = frame_instead  # type: ignore[method-assign, assignment]
    import main

    main.main([])


def wait_for_frame(app: object, *, complete: bool = False) -> int:
    """Process events until the window is painted, and if wanted until nothing is being computed, then leave."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QGraphicsView, QMainWindow

    assert isinstance(app, QApplication)

    class Watch(QObject):
        painted = False

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
            self.painted = self.painted or event.type() == QEvent.Type.Paint
            return False

    watch = Watch()
    window = next(widget for widget in app.topLevelWidgets() if isinstance(widget, QMainWindow))
    for plot in window.findChildren(QGraphicsView):
        plot.viewport().installEventFilter(watch)
    while not watch.painted or (complete and is_busy(window)):
        app.processEvents()
    if complete:
        window.grab()
    sys.stdout.write("painted\n")
    sys.stdout.flush()
    os._exit(0)


def is_busy(window: object) -> bool:
    """Tell whether runs or contours are still to come; thumbnails may be."""
    from gui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    lab = window.lab
    return not lab.runs.finished or any(task.name == "contours" for task in lab.background.running())


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else real(complete=sys.argv[1] == "complete")
