"""Processes that work beside the command line go with it, however it goes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
ENDLESS = ("basins", "--surface", "himmelblau", "--optimizer", "cma-es", "--size", "200", "--steps", "10000")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@pytest.fixture
def working() -> Iterator[tuple[subprocess.Popen[bytes], list[psutil.Process]]]:
    """Yield a command and the processes it has started, which are at work."""
    command = [sys.executable, str(ROOT / "main.py"), *ENDLESS, "--processes", "3"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    own, children = psutil.Process(process.pid), []
    for _ in range(200):
        time.sleep(0.1)
        children = own.children(recursive=True)
        if sum(sum(child.cpu_times()[:2]) > 0.3 for child in children) >= 2:
            break
    yield process, children
    for left in children:
        if left.is_running():
            left.kill()
    process.kill()
    process.communicate()


def test_with_ctrl_c(working: tuple[subprocess.Popen[bytes], list[psutil.Process]]) -> None:
    process, children = working
    assert len(children) >= 2
    os.killpg(process.pid, signal.SIGINT)
    output = process.communicate(timeout=30)
    assert (process.returncode, *output) == (130, b"", b"Stopped.\n")
    assert not psutil.wait_procs(children, timeout=20)[1]


def test_when_it_is_killed(working: tuple[subprocess.Popen[bytes], list[psutil.Process]]) -> None:
    process, children = working
    assert len(children) >= 2
    process.kill()
    process.communicate(timeout=30)
    assert not psutil.wait_procs(children, timeout=20)[1]
