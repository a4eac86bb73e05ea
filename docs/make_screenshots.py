"""Makes the pictures of the README from the real window: `.venv/bin/python docs/make_screenshots.py`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings  # noqa: E402 - the path and the platform come first
from PySide6.QtTest import QTest  # noqa: E402

from gui.app import make_application  # noqa: E402
from gui.main_window import MainWindow  # noqa: E402
from gui.settings import Settings  # noqa: E402
from gui.views.formula_page import FormulaPage  # noqa: E402
from gui.views.sculpt_page import SculptPage  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

SCENES = (
    ("window", "", "light", 12),
    ("saddle-escape", "saddle-escape", "light", 15),
    ("local-minimum", "local-minimum", "dark", 14),
)
FORMULA = "a x^2 + |y - b sin 2x|"
SETTLE_SECONDS = 1.5


def settle(app: QApplication) -> None:
    """Let runs, contours and thumbnails arrive."""
    end = time.monotonic() + SETTLE_SECONDS
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


def show_formula(window: MainWindow) -> None:
    """A typed formula with two parameters, a kink, and the landscape beside it."""
    window.desk.surface.show_page("formula")
    QTest.keyClicks(_emptied(window), FORMULA)
    window.actions_by_name["three-d"].trigger()


def _emptied(window: MainWindow) -> QWidget:
    page = window.desk.surface.findChild(FormulaPage)
    page.field.edit.selectAll()
    return page.field.edit


def show_sculpture(window: MainWindow) -> None:
    """A terrain from a seed."""
    window.actions_by_name["three-d"].trigger()
    window.lab.edits.choose_surface("book")
    window.desk.surface.show_page("sculpt")
    page = window.desk.surface.findChild(SculptPage)
    page.terrain_wished.emit(3, 5, 0.4)


def show_data(window: MainWindow) -> None:
    """Linear regression with a batch of four samples."""
    window.lab.edits.choose_surface("linear-regression")
    window.desk.surface.show_page("data")
    window.lab.edits.change_value(window.lab.sessions.session.runs[0].key, "sampling.batch_size", 4, False)


def show_reading(window: MainWindow) -> None:
    """A surface's points and where its curvature is that of a saddle."""
    window.desk.surface.show_page("catalogue")
    window.lab.edits.choose_surface("himmelblau")
    session = window.lab.sessions.session
    window.lab.sessions.set_view(replace(session.view, overlays=("gradient", "sign")))
    window.lab.tuner.tune_all()
    window.docks["points"].raise_()


def show_explanation(window: MainWindow) -> None:
    """A step of momentum, in words, in numbers and on the map."""
    window.lab.edits.new_session()
    window.docks["explain"].raise_()
    run = next(run for run in window.lab.sessions.session.runs if run.label == "Momentum")
    window.lab.timekeeper.choose(run.key)
    view = window.lab.sessions.session.view
    window.lab.sessions.set_view(replace(view, vectors=("slope", "memory", "update"), overlays=()))


def show_models(window: MainWindow) -> None:
    """Taylor's models where a step begins, and what each axis is divided by."""
    window.lab.edits.choose_surface("himmelblau")
    window.lab.tuner.tune_all()
    run = next(run for run in window.lab.sessions.session.runs if run.label == "Adam")
    window.lab.timekeeper.choose(run.key)
    view = window.lab.sessions.session.view
    window.lab.sessions.set_view(replace(view, vectors=("update", "divisor", "plane", "paraboloid")))


EDITORS = (
    ("formula", show_formula, "light", 6),
    ("sculpt", show_sculpture, "light", 10),
    ("data", show_data, "dark", 6),
    ("reading", show_reading, "light", 12),
    ("explain", show_explanation, "light", 5),
    ("models", show_models, "dark", 4),
)


def main() -> None:
    """Take every picture."""
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)
        window = MainWindow(settings=Settings(store))
        window.show()
        for name, scenario, theme, iteration in SCENES:
            window.set_theme(theme)
            if scenario:
                window.open_scenario(scenario)
            settle(app)
            window.lab.playback.go_to(iteration)
            settle(app)
            window.grab().save(str(HERE / "images" / f"{name}.png"))
        window.lab.edits.new_session()
        window.docks["surface"].raise_()
        for name, show, theme, iteration in EDITORS:
            window.set_theme(theme)
            show(window)
            settle(app)
            settle(app)
            window.lab.playback.go_to(iteration)
            settle(app)
            window.grab().save(str(HERE / "images" / f"{name}.png"))
        window.close()


main()
