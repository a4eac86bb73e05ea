"""`--self-check`: what a bundle must be able to do, done once without a screen: open, step, export, close."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from gui.main_window import MainWindow

PATIENCE_SECONDS = 30.0
FORMULA = "a x^2/20 + sqrt(1 + |y|)"
PAGES = ("catalogue", "formula", "sculpt", "data")


class CheckError(RuntimeError):
    """Something the bundle should do did not happen."""


def self_check(folder: str) -> int:
    """Open a scenario of each chapter, step, export, animate, speak Korean; return 0 when all worked."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary if folder == "-" else folder)
        target.mkdir(parents=True, exist_ok=True)
        _check(target)
    print("Self-check passed.")  # noqa: T201
    return 0


def _check(target: Path) -> None:
    from PySide6.QtCore import QSettings, qInstallMessageHandler

    from engine.scenario import chapter_openings
    from gui.app import make_application
    from gui.main_window import MainWindow
    from gui.settings import Settings

    qInstallMessageHandler(_on_qt_message)
    app = make_application()
    store = QSettings(str(target / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings=Settings(store))
    faults: list[str] = []
    window.reporter.report = faults.append  # type: ignore[assignment,method-assign]
    window.show()
    try:
        for scenario in chapter_openings(window.scenarios.every):
            window.open_scenario(scenario.name)
            _check_scenario(app, window, target / scenario.name)
            print(f"{scenario.name}: {len(window.lab.runs.snapshots)} runs")  # noqa: T201
        _check_animation(app, window, target / "animation.gif")
        _check_editor(app, window)
        _check_korean(app, window)
    finally:
        window.close()  # a worker that still runs would abort the process before it can say what failed
    _expect(not faults, f"faults: {faults}")


def _on_qt_message(_kind: object, _context: object, message: str) -> None:
    """Pass Qt's words on, but for what the platform without a screen says of itself."""
    if "This plugin does not support" not in message:
        print(message, file=sys.stderr)  # noqa: T201


def _check_scenario(app: QApplication, window: MainWindow, base: Path) -> None:
    lab = window.lab
    _wait(app, lambda: lab.runs.finished and len(lab.runs.snapshots) == len(lab.sessions.session.runs))
    for by in (1, 10, -1):
        lab.timekeeper.step(by)
    _expect(lab.playback.tick == 10, f"the playhead stands at {lab.playback.tick}, not at 10")
    lab.documents.export_csv(base.with_suffix(".csv"))
    _wait(app, lab.background.is_idle)
    for suffix in (".png", ".svg"):
        lab.documents.export_picture(base.with_suffix(suffix), window.theme, lab.playback.tick)
        _wait(app, lab.background.is_idle)
    for suffix in (".csv", ".png", ".svg"):
        _expect(base.with_suffix(suffix).stat().st_size > 1000, f"{base.name}{suffix} is empty")


def _check_animation(app: QApplication, window: MainWindow, path: Path) -> None:
    window.lab.documents.export_animation(path, window.theme, {})
    _wait(app, window.lab.background.is_idle)
    data = path.read_bytes()
    _expect(data.startswith(b"GIF89a") and len(data) > 10_000, f"{path.name} is no animation")
    print(f"{path.name}: {len(data) // 1000} kB")  # noqa: T201


def _check_editor(app: QApplication, window: MainWindow) -> None:
    """Show every page and the landscape, and have a typed formula typeset."""
    from gui.views.formula_page import FormulaPage

    lab, panel = window.lab, window.desk.surface
    window.actions_by_name["three-d"].trigger()
    for name in PAGES:
        panel.show_page(name)
        _wait(app, lab.background.is_idle)
    panel.show_page("formula")
    page = panel.findChild(FormulaPage)
    assert page is not None
    page.formula_typed.emit(FORMULA)
    _wait(app, lambda: lab.sessions.session.surface.formula == FORMULA and page.value.is_typeset())
    _wait(app, lambda: lab.runs.finished and lab.background.is_idle())
    print(f"{FORMULA}: typeset")  # noqa: T201


def _check_korean(app: QApplication, window: MainWindow) -> None:
    """Speak Korean, Qt's own buttons too, in letters that some font has."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QFontDatabase

    window.set_language("ko")
    _wait(app, lambda: window.menus.file.title().startswith("파일"))
    _expect(QCoreApplication.translate("QPlatformTheme", "Cancel") == "취소", "Qt's own texts are not Korean")
    _expect(bool(QFontDatabase.families(QFontDatabase.WritingSystem.Korean)), "no font has Hangul")
    print("Korean: spoken")  # noqa: T201


def _wait(app: QApplication, done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not done():
        _expect(time.monotonic() < end, "waited in vain")
        app.processEvents()
        time.sleep(0.001)


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise CheckError(otherwise)
