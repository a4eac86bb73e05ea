"""The window's door: makes the application, opens what was asked for, runs until the window closes."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from engine.files import FileError
from gui.icons import app_icon
from gui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

SWITCH_INTERVAL = 5e-5
"""Seconds after which a busy worker hands Python back. Every call into Qt gives Python away and has to wait so long to
get it again: at 1 ms, playing while computing fell to 10 frames a second; at 50 µs ticks are 20 ms late at worst."""


def main(arguments: list[str]) -> int:
    """Open the window; return the exit status."""
    options = _parser().parse_args(arguments)
    sys.setswitchinterval(SWITCH_INTERVAL)
    if options.self_check:
        from gui.self_check import self_check

        return self_check(options.self_check)
    if options.scenario and (mistake := _scenario_mistake(options.scenario)):
        print(mistake, file=sys.stderr)  # noqa: T201
        return 2
    app = make_application()
    with _no_half_start():
        window = MainWindow(language=options.language)
        window.reporter.install()
        _open_wanted(window, options)
        window.show()
    gc.freeze()  # what stands now stays: no collection needs to walk it again
    gc.enable()
    return int(app.exec())


@contextmanager
def _no_half_start() -> Iterator[None]:
    """End the process at once if the window cannot be opened: threads that run already would keep it for ever."""
    try:
        yield
    except Exception:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)


def _scenario_mistake(name: str) -> str:
    """Return what is wrong with a scenario: known before a window closes over the last session."""
    from engine.scenario import ScenarioError, scenario_called

    try:
        _ = scenario_called(name).session
    except (ScenarioError, FileError) as error:
        return str(error)
    return ""


def make_application() -> QApplication:
    """Return the application, named and with its icon."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    QCoreApplication.setApplicationName("Optimizer Sandbox")
    QCoreApplication.setOrganizationName("optimizer-sandbox")
    app.setWindowIcon(app_icon())
    return app


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="main.py", description="Opens the window.")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE.sandbox.json")
    parser.add_argument("--scenario", metavar="NAME")
    parser.add_argument("--language", choices=("ko", "en"), default="")
    parser.add_argument("--self-check", nargs="?", const="-", default="", metavar="FOLDER", help=argparse.SUPPRESS)
    return parser


def _open_wanted(window: MainWindow, options: argparse.Namespace) -> None:
    if options.scenario:
        window.open_scenario(options.scenario)
    elif options.file:
        QTimer.singleShot(0, window, lambda: window.files.open_file(options.file))
