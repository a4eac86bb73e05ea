"""Makes the pictures of the README from the real window: `.venv/bin/python docs/make_screenshots.py`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings  # noqa: E402 - the path and the platform come first

from gui.app import make_application  # noqa: E402
from gui.main_window import MainWindow  # noqa: E402
from gui.settings import Settings  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SCENES = (
    ("window", "", "light", 12),
    ("saddle-escape", "saddle-escape", "light", 15),
    ("local-minimum", "local-minimum", "dark", 14),
)
SETTLE_SECONDS = 1.5


def settle(app: QApplication) -> None:
    """Let runs, contours and thumbnails arrive."""
    end = time.monotonic() + SETTLE_SECONDS
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


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
        window.close()


main()
