"""The one dialog for what nobody expected: once, with a trace that can be copied."""

from __future__ import annotations

import platform
import sys
import traceback
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
import PySide6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from engine.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType


def versions() -> str:
    """Return what a report needs to know about this installation."""
    return (
        f"Optimizer Sandbox {VERSION}, Python {platform.python_version()}, PySide6 {PySide6.__version__}, "
        f"pyqtgraph {pg.__version__}, NumPy {np.__version__}, {platform.platform()}"
    )


class ErrorReporter(QObject):
    """Takes faults from any thread, saves the session first, and shows the dialog in the window's."""

    _reported = Signal(str)

    def __init__(self, parent: QWidget, save: Callable[[], str]) -> None:
        super().__init__(parent)
        self._window = parent
        self._save = save
        self._open = False
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch what nobody else has."""
        sys.excepthook = self._on_uncaught

    @Slot(str)
    def report(self, trace: str) -> None:
        """Show a fault; while one is shown, others are only printed."""
        print(trace, file=sys.stderr)  # noqa: T201 - the terminal is the log
        self._reported.emit(trace)

    def _on_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.report("".join(traceback.format_exception(kind, error, trace)))

    @Slot(str)
    def _on_reported(self, trace: str) -> None:
        if self._open:
            return
        self._open = True
        kept = self._save()
        show_error(self._window, trace, kept)
        self._open = False


def show_error(parent: QWidget, trace: str, kept: str) -> None:
    """Open the dialog; a test replaces this function."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(translate("ErrorReporter", "Something went wrong"))
    box.setText(translate("ErrorReporter", "This is a fault of the Optimizer Sandbox, not yours."))
    box.setInformativeText(kept)
    box.setDetailedText(f"{versions()}\n\n{trace}")
    copy = box.addButton(translate("ErrorReporter", "Copy the report"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    if box.clickedButton() is copy:
        QApplication.clipboard().setText(box.detailedText())
