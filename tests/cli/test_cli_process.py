"""The command line as a script sees it: a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes and devices")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})


def test_done_is_0_and_silent_on_standard_error(tmp_path: Path) -> None:
    done = run("run", "--scenario", "book-figure", "--csv", str(tmp_path / "a.csv"), "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(json.loads(done.stdout)["runs"]) == 4
    assert (tmp_path / "a.csv").read_bytes().count(b"\r\n") == 1 + 4 * 31


@pytest.mark.parametrize(
    "arguments",
    [("list", "planets"), ("run", "--surface", "bok", "--optimizer", "gd"), ("run", "--formula", "open('x')")],
)
def test_a_mistake_is_2_and_one_line(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize("what", ["optimizers", "surfaces", "scenarios"])
def test_output_is_utf8_whatever_the_console(what: str) -> None:
    done = run("list", what, PYTHONIOENCODING="cp1252", PYTHONUTF8="0", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8") == run("list", what).stdout.decode("utf-8")


@posix
def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"'{sys.executable}' main.py run --surface bowl --optimizer adam --steps 5000 --csv - | head -1"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert done.stdout.startswith(b"run,optimizer,iteration")
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no always-full device here")
@pytest.mark.parametrize("arguments", [("list", "surfaces"), ("run", "--scenario", "book-figure", "--csv", "-")])
def test_a_full_disk_behind_standard_output_is_one_line(arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        command = [sys.executable, str(ROOT / "main.py"), *arguments]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [b"Could not write to standard output: No space left on device."]


@posix
def test_a_device_is_written_to(tmp_path: Path) -> None:
    done = run("run", "--scenario", "book-figure", "--csv", "/dev/stdout", "--save", os.devnull)
    assert done.stdout.startswith(b"run,optimizer,iteration")
    assert not Path(os.devnull).is_file()
