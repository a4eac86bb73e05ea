"""Sweeps on a real Dask scheduler with two workers, each a process of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SWEEP = ("sweep", "--surface", "himmelblau", "--optimizer", "adam", "--grid", "lr=1e-3:1:log:40")
BASINS = ("basins", "--surface", "himmelblau", "--optimizer", "nelder-mead", "--size", "8", "--steps", "60")


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, capture_output=True, check=False, cwd=ROOT, timeout=50)


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def answers(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    quiet = {"cwd": ROOT, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    tool = [sys.executable, "-m"]
    serving = [*tool, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    working = [*tool, "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    processes = [subprocess.Popen(serving, **quiet)]  # type: ignore[call-overload]
    try:
        for _ in range(200):
            if answers(port):
                break
            time.sleep(0.1)
        processes += [subprocess.Popen(working, **quiet) for _ in range(2)]  # type: ignore[call-overload]
        yield address
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


@pytest.mark.parametrize("command", [(*SWEEP, "--csv", "-"), (*BASINS, "--npz", "-")], ids=["sweep", "basins"])
def test_a_cluster_gives_the_bytes_of_this_machine(scheduler: str, command: tuple[str, ...]) -> None:
    there, here = run(*command, "--scheduler", scheduler), run(*command, "--processes", "1")
    assert (there.returncode, there.stderr) == (0, b"")
    assert there.stdout == here.stdout
    assert len(here.stdout) > 500


def test_no_scheduler_is_one_line() -> None:
    done = run(*SWEEP, "--scheduler", f"tcp://127.0.0.1:{free_port()}")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"There is no Dask scheduler at tcp://127.0.0.1:")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("address", ["nowhere", "tcp://", "http://127.0.0.1:1", "tcp://127.0.0.1:x"])
def test_what_is_no_address_is_one_line(address: str) -> None:
    done = run(*SWEEP, "--scheduler", address)
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.splitlines()) == 1
