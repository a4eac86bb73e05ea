"""Who works on many runs: processes on this machine, or the cluster of a Dask scheduler."""

from __future__ import annotations

import socket
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cli.arguments import UsageError
from engine.crew import Crew, Processes, cores

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

PATIENCE = 10
"""Seconds a scheduler and its first worker may take to answer."""


@contextmanager
def crew_from_options(options: argparse.Namespace) -> Iterator[Crew]:
    """Give the crew of --processes or --scheduler, and send it home afterwards; raises a user's mistake."""
    if options.scheduler is not None:
        if options.processes is not None:
            raise UsageError("--processes are this machine's; a cluster of --scheduler has its own.")
        with _cluster(options.scheduler) as crew:
            yield crew
        return
    with Processes((options.processes or cores()) - 1) as crew:
        yield crew


@contextmanager
def _cluster(address: str) -> Iterator[Crew]:
    _check_address(address)
    try:
        from distributed import Client  # an extra, and slow to import
    except ImportError as error:
        raise UsageError("--scheduler needs Dask, which is not installed: pip install distributed.") from error
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"There is no Dask scheduler at {address}.") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except OSError as error:
            raise UsageError(f"The Dask scheduler at {address} has no workers.") from error
        workers = sum(client.nthreads().values())
        with client.get_executor(pure=False) as executor:
            yield Crew(executor, 2 * workers, here=False)


def _check_address(address: str) -> None:
    """See that somebody listens there, which Dask would take a while to say."""
    try:
        parts = urlsplit(address)
        if parts.scheme not in ("tcp", "tls") or not parts.hostname or not parts.port:
            raise ValueError
    except ValueError:
        raise UsageError(f"--scheduler takes an address like tcp://127.0.0.1:8786, not {address!r}.") from None
    try:
        socket.create_connection((parts.hostname, parts.port), timeout=PATIENCE).close()
    except OSError as error:
        raise UsageError(f"There is no Dask scheduler at {address}.") from error


class Ticker:
    """Tells on a terminal how much is done; elsewhere nothing."""

    def __init__(self, what: str) -> None:
        self._what, self._shown = what, sys.stderr.isatty()

    def tell(self, share: float) -> None:
        """Write over what was told before."""
        if self._shown:
            print(f"\r{self._what} {share:4.0%}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave an empty line behind."""
        if self._shown:
            print("\r" + " " * (len(self._what) + 6) + "\r", end="", file=sys.stderr, flush=True)
