from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from engine.session_file import load_session
from gui import app as module
from gui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.settings import Settings

ROOT = Path(__file__).parents[2]


def start(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run main.py as a person does, with a home of its own."""
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    fonts = "ignore:path is deprecated. Use files:DeprecationWarning"  # how ziamath finds them, as in pyproject.toml
    command = [sys.executable, "-W", "error", "-W", fonts, str(ROOT / "main.py"), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=50, env={**os.environ, **home}, check=False, cwd=tmp_path
    )


def test_an_unknown_scenario_is_a_users_mistake(tmp_path: Path) -> None:
    done = start(tmp_path, "--scenario", "nowhere")
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "nowhere" in line
    assert "saddle-escape" in line
    assert list(tmp_path.rglob("last.sandbox.json")) == []


@pytest.mark.parametrize("arguments", [("--colour",), ("--language", "xx"), ("a.json", "b.json")])
def test_a_wrong_option_is_a_users_mistake(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = start(tmp_path, *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_window_that_cannot_be_opened_ends_the_process_and_says_why(tmp_path: Path) -> None:
    code = (
        "import main; from gui.main_window import MainWindow; MainWindow._restore = lambda self: 1 / 0; main.main([])"
    )
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, timeout=50, env=environment, check=False, cwd=ROOT)
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr


@pytest.fixture
def opened(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, settings: Settings, faults: list[tuple[str, str]]
) -> Iterator[list[MainWindow]]:
    """The windows that `main` opens; instead of running until they close it looks at them once."""
    windows: list[MainWindow] = []

    def make(language: str) -> MainWindow:
        window = MainWindow(settings=settings, language=language)
        qtbot.addWidget(window)
        windows.append(window)
        return window

    def run(_app: object) -> int:
        qtbot.waitUntil(lambda: windows[0].lab.runs.finished)
        windows[0].close()
        return 0

    monkeypatch.setattr(module, "MainWindow", make)
    monkeypatch.setattr("PySide6.QtWidgets.QApplication.exec", run)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    before = sys.getswitchinterval()
    yield windows
    sys.setswitchinterval(before)


def test_without_arguments_the_first_session_opens(opened: list[MainWindow]) -> None:
    assert module.main([]) == 0
    assert len(opened[0].lab.sessions.session.runs) == 4


def test_a_scenario_opens_by_name_and_in_a_language(opened: list[MainWindow]) -> None:
    assert module.main(["--scenario", "saddle-escape", "--language", "ko"]) == 0
    (window,) = opened
    assert window.scenarios.current is not None
    assert window.scenarios.current.name == "saddle-escape"
    assert window.scenarios.current.text("ko").title in window.windowTitle()


def test_a_file_opens(opened: list[MainWindow], tmp_path: Path) -> None:
    from engine.scenario import load_scenarios
    from engine.session_file import save_session

    path = tmp_path / "a.sandbox.json"
    save_session(load_scenarios()[2].session, path)
    assert module.main([str(path)]) == 0
    assert opened[0].lab.documents.path == path
    assert load_session(opened[0].settings.last_session_path()) == load_session(path)


def test_a_file_that_cannot_be_opened_is_said_in_the_window(opened: list[MainWindow], tmp_path: Path) -> None:
    assert module.main([str(tmp_path / "nowhere.sandbox.json")]) == 0
    assert "nowhere" in opened[0].desk.messages.text()


def test_a_busy_worker_hands_python_back_soon(opened: list[MainWindow]) -> None:
    module.main([])
    assert sys.getswitchinterval() == pytest.approx(module.SWITCH_INTERVAL)
