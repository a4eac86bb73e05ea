"""Every test of the window runs offscreen and leaves nothing behind."""

from __future__ import annotations

import os

# Before the first import of Qt.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from typing import TYPE_CHECKING

import pytest

from gui.theme import DARK, LIGHT, Theme
from tests.gui.guards import LeakGuard, QtWarnings, remember_origins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

remember_origins()


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fail on threads, running timers and windows left, and on Qt's warnings."""
    guard, warnings = LeakGuard(), QtWarnings()
    warnings.install()
    yield
    leaks = guard.leaks()
    guard.clean_up()
    warnings.remove()
    problems = leaks + [f"Qt warned: {text}" for text in warnings.texts]
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    """Each of the two themes in turn."""
    chosen: Theme = request.param
    return chosen
