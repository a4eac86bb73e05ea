"""The road to a running app: start.py's decisions, tried without touching network, system or environment."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
import pytest

import start

if TYPE_CHECKING:
    from collections.abc import Sequence

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps Qt's libraries in packages")
ABSENT: start.Library = ("libabsent.so.9", "libabsent9", "absent", "absent")


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "requirements.txt"
    path.write_text("numpy==2.4.6\n")
    return path


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    """An environment as `python -m venv` leaves it, without its packages."""
    folder = tmp_path / ".venv"
    python = start.python_of(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / "pyvenv.cfg").write_text("version = {}.{}.9\n".format(*sys.version_info))
    return folder


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the locks that start.py would have given to pip."""
    names: list[str] = []
    monkeypatch.setattr(start, "install", lambda _python, lock: names.append(lock.name))
    return names


@pytest.mark.parametrize("arguments", [["list", "surfaces"], ["run", "--json"], ["--help"], ["--version"]])
def test_command_needs_no_window(arguments: list[str]) -> None:
    assert not start.opens_window(arguments)


@pytest.mark.parametrize("arguments", [[], ["a.sandbox.json"], ["--scenario", "list"], ["--self-check"]])
def test_everything_else_opens_a_window(arguments: list[str]) -> None:
    assert start.opens_window(arguments)


@LINUX
@pytest.mark.parametrize(
    ("environment", "platforms"),
    [
        ({"DISPLAY": ":0"}, ["xcb"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ["wayland", "xcb"]),
        ({"QT_QPA_PLATFORM": "wayland;xcb:x"}, ["wayland", "xcb"]),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, ["offscreen"]),
    ],
)
def test_screens_follow_the_environment(environment: dict[str, str], platforms: list[str]) -> None:
    assert start.screens([], environment) == platforms


@LINUX
def test_no_screen_gives_a_hint_instead_of_an_abort() -> None:
    with pytest.raises(SystemExit, match="no screen"):
        start.screens([], {})
    assert start.screens(["--self-check"], {}) == ["offscreen"]


@LINUX
def test_one_working_platform_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "PLATFORM_LIBRARIES", {"xcb": (ABSENT,), "wayland": ()})
    assert ABSENT in start.lacking_for(["xcb"])
    assert start.lacking_for(["wayland", "xcb"]) == []


@LINUX
@pytest.mark.parametrize(
    ("tool", "line"),
    [
        ("apt-get", "libabsent9"),
        ("dnf", "sudo dnf install -y absent"),
        ("pacman", "sudo pacman -S --needed absent"),
    ],
)
def test_missing_library_names_the_line_to_type(monkeypatch: pytest.MonkeyPatch, tool: str, line: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == tool else None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match=line):
        start.require([ABSENT])


@LINUX
def test_table_covers_every_library_qt_links_to() -> None:
    qt = Path(PySide6.__file__).parent / "Qt"
    parts = ("Core", "Gui", "Widgets", "XcbQpa", "WaylandClient")
    files = [qt / "plugins/platforms" / f"libq{name}.so" for name in ("xcb", "wayland", "offscreen")]
    files += [qt / "lib" / f"libQt6{part}.so.6" for part in parts]
    soname = re.compile(rb"\0(lib[\w+-]+(?:-\d\.\d)?\.so\.\d+)(?=\0)")
    named = {name for file in files for name in soname.findall(file.read_bytes())}
    system = re.compile(r"lib(c|m|dl|rt|pthread|stdc\+\+|gcc_s|z|zstd|gthread-2\.0)\.so|libQt6|libicu")
    needed = {name for name in map(bytes.decode, named) if not system.match(name)}
    table = {row[0] for row in start.QT_LIBRARIES + start.X11_LIBRARIES + start.WAYLAND_LIBRARIES}
    assert "libxcb-cursor.so.0" in needed
    assert needed - table == set()


def test_finished_environment_is_left_alone(venv: Path, lock: Path, installed: list[str]) -> None:
    (venv / lock.name).write_bytes(lock.read_bytes())
    assert start.prepare(venv, [lock], []) == start.python_of(venv)
    assert installed == []


def test_changed_lock_is_installed_once(venv: Path, lock: Path, installed: list[str]) -> None:
    (venv / lock.name).write_text("numpy==2.0.0\n")
    start.prepare(venv, [lock], [])
    start.prepare(venv, [lock], [])
    assert installed == [lock.name]


def test_failed_set_up_is_made_anew(venv: Path, lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_python: Path, _lock: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "install", fail)
    with pytest.raises(KeyboardInterrupt):
        start.prepare(venv, [lock], [])
    assert not start.is_sound(venv)
    assert not start.is_installed(venv, lock)


def test_environment_of_another_python_is_not_sound(venv: Path) -> None:
    assert start.is_sound(venv)
    (venv / "pyvenv.cfg").write_text("version = 3.1.0\n")
    assert not start.is_sound(venv)


def test_spoilt_environment_is_replaced(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[Sequence[str]] = []
    monkeypatch.setattr(start, "run_hidden", lambda command, _explain: commands.append(command))
    start.create(venv)
    assert not venv.exists()
    assert commands == [[sys.executable, "-I", "-m", "venv", str(venv)]]


def test_foreign_folder_is_never_deleted(tmp_path: Path) -> None:
    treasure = tmp_path / "photos" / "one.jpg"
    treasure.parent.mkdir()
    treasure.touch()
    with pytest.raises(SystemExit, match="in the way"):
        start.create(treasure.parent)
    assert treasure.exists()


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("ERROR: [Errno 28] No space left on device", "disk is full"),
        (
            "Failed to establish a new connection: [Errno -3] Temporary failure\nNo matching distribution",
            "network",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "differs"),
        ("Segmentation fault", "Start again"),
    ],
)
def test_trouble_of_pip_becomes_one_sentence(output: str, sentence: str) -> None:
    assert sentence in start.explain_pip(output)


def test_failing_program_shows_its_last_lines() -> None:
    with pytest.raises(SystemExit, match=r"(?s)^line 28\n.*line 39\n\nIt failed\.$"):
        start.run_hidden(
            [sys.executable, "-c", "for i in range(40): print('line', i)\nraise SystemExit(3)"],
            lambda _output: "It failed.",
        )


@pytest.mark.parametrize("lock", [start.RUN_LOCK, start.TEST_LOCK, start.BUNDLE_LOCK], ids=lambda lock: lock.name)
def test_locks_pin_and_hash_everything_and_name_no_host(lock: Path) -> None:
    entries = re.split(r"\n(?=[a-z])", re.sub(r"(?m)^\s*#.*\n?", "", lock.read_text()).strip())
    assert all(re.match(r"[\w.-]+==[\w.]+( ; .*)? \\\n +--hash=sha256:[0-9a-f]{64}", entry) for entry in entries)
    assert "://" not in lock.read_text()
    assert "index-url" not in lock.read_text()
