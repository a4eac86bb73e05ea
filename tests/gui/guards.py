"""What a test of the window may not leave behind, and who left it."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMenu, QWidget

if TYPE_CHECKING:
    from types import FrameType

_HARMLESS_WARNINGS = ("This plugin does not support ",)
_REMEMBERED_FRAMES = 3
_origins: weakref.WeakKeyDictionary[Any, str] = weakref.WeakKeyDictionary()
_started: weakref.WeakSet[Any] = weakref.WeakSet()


def _callers() -> str:
    """Say where the patched call came from: its nearest callers, outermost last."""
    frame: FrameType | None = sys._getframe(2)
    places: list[str] = []
    while frame is not None and len(places) < _REMEMBERED_FRAMES:
        places.append(f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}")
        frame = frame.f_back
    return " < ".join(places)


def _remember_calls(cls: type, method: str, *, started: bool) -> None:
    original = getattr(cls, method)

    def remembering(self: Any, *args: Any, **kwargs: Any) -> Any:
        result = original(self, *args, **kwargs)
        _origins[self] = _callers()
        if started:
            _started.add(self)
        return result

    setattr(cls, method, remembering)


def remember_origins() -> None:
    """Patch once for the whole session: widgets remember who made them, timers and threads who started them."""
    for cls in (QTimer, QThread, threading.Thread):
        _remember_calls(cls, "start", started=True)
    for cls in vars(QtWidgets).values():
        if isinstance(cls, type) and issubclass(cls, QWidget):
            _remember_calls(cls, "__init__", started=False)


def origin(thing: object) -> str:
    """Where something was created or started, as far as it is known."""
    return _origins.get(thing, "an unknown place")


def flush_deferred_deletes() -> None:
    """Let everything die that asked for it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class LeakGuard:
    """Notes what lives before a test and tells what lives on after it."""

    def __init__(self) -> None:
        self._widgets = {_address(widget) for widget in QApplication.topLevelWidgets()}
        self._threads = set(threading.enumerate())
        self._running = {thing for thing in _started if _is_running(thing)}

    def leaks(self) -> list[str]:
        """One sentence for everything that is still there."""
        flush_deferred_deletes()
        # Reference cycles hold what was closed: collected here, or Python may do it while Qt walks over all widgets.
        gc.collect()
        flush_deferred_deletes()
        widgets = [f"{_name(w)} created at {origin(w)} was left open" for w in self._left_widgets()]
        timers = [f"{_name(t)} started at {origin(t)} is still running" for t in self._left_timers()]
        threads = [f"{_name(t)} started at {origin(t)} is still running" for t in self._left_threads()]
        return widgets + timers + threads

    def clean_up(self) -> None:
        """Take away what was left, so that the next test does not pay for it."""
        for widget in self._left_widgets():
            widget.close()
            widget.deleteLater()
        for timer in self._left_timers():
            timer.stop()
        flush_deferred_deletes()

    def _left_widgets(self) -> list[QWidget]:
        return [
            widget
            for widget in QApplication.topLevelWidgets()
            if _address(widget) not in self._widgets and not _is_qts_own(widget)
        ]

    def _left_timers(self) -> list[QTimer]:
        return [thing for thing in self._new_running() if isinstance(thing, QTimer)]

    def _left_threads(self) -> list[object]:
        python = [
            thread
            for thread in threading.enumerate()
            # Python makes a dummy for every foreign thread it meets; those are counted as QThread.
            if thread not in self._threads and not isinstance(thread, threading._DummyThread)
        ]
        return [*python, *(thing for thing in self._new_running() if isinstance(thing, QThread))]

    def _new_running(self) -> list[Any]:
        return [thing for thing in _started if thing not in self._running and _is_running(thing)]


class QtWarnings:
    """Collects what Qt complains about while it is installed."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._previous: Any = None

    def install(self) -> None:
        self._previous = qInstallMessageHandler(self._on_message)

    def remove(self) -> None:
        qInstallMessageHandler(self._previous)

    def _on_message(self, kind: Any, context: Any, text: str) -> None:
        if kind.name in ("QtWarningMsg", "QtCriticalMsg") and not any(h in text for h in _HARMLESS_WARNINGS):
            self.texts.append(text)
        if self._previous:
            self._previous(kind, context, text)


def _is_running(thing: Any) -> bool:
    if isinstance(thing, QObject) and not shiboken6.isValid(thing):
        return False
    if isinstance(thing, QTimer):
        return thing.isActive()
    return bool(thing.isRunning() if isinstance(thing, QThread) else thing.is_alive())


def _is_qts_own(widget: QWidget) -> bool:
    """Tool tips and menus that are merely ready to be opened belong to no test."""
    return type(widget).__name__ == "QTipLabel" or (isinstance(widget, QMenu) and not widget.isVisible())


def _address(widget: QWidget) -> int:
    return int(shiboken6.getCppPointer(widget)[0])


def _name(thing: Any) -> str:
    name = thing.objectName() if isinstance(thing, QObject) else thing.name
    return f"{type(thing).__name__} “{name}”" if name else type(thing).__name__
