"""`main.py sweep`: make runs over a grid of hyperparameters and write what came of each combination."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from cli.arguments import UsageError, read_pair
from cli.crew_options import Ticker, crew_from_options
from cli.outputs import STANDARD
from cli.run_command import session_from_options
from engine.files import write_bytes
from engine.sweep import Axis, Sweep, full_name
from engine.sweep_table import COLUMNS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from engine.hyperparameters import Value
    from engine.run import RunConfig
    from engine.session import Session
    from engine.sweep_table import SweepTable

MOST_VALUES = 10_000


def sweep_command(options: argparse.Namespace) -> None:
    """Set up a session from the options, sweep each of its runs, and hand the results out."""
    session = session_from_options(options)
    sweeps = [_sweep(session, index, options) for index in range(len(session.runs))]
    tables, ticker = [], Ticker("sweep")
    with crew_from_options(options) as crew:
        for number, sweep in enumerate(sweeps):
            for _ in sweep.run(crew, coarse_first=False):
                ticker.tell((number + sweep.done) / len(sweeps))
            tables.append(sweep.table())
    ticker.end()
    if options.csv == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.write(_csv_bytes(session, tables))
        return
    if options.csv is not None:
        write_bytes(Path(options.csv), _csv_bytes(session, tables))
    for run, table in zip(session.runs, tables, strict=True):
        _print_best(run.label, table)


def _sweep(session: Session, index: int, options: argparse.Namespace) -> Sweep:
    run = session.runs[index]
    config = session.config(run)
    if config.origin is not None:
        raise UsageError(f"{run.label} branches off another run; a sweep is of whole ones.")
    return Sweep(config, [_axis(text, config) for text in options.grid], session.steps, options.seeds)


def _axis(text: str, config: RunConfig) -> Axis:
    """Return the axis of `NAME=1,2,3` or `NAME=first:last:log:count`; raises UsageError."""
    name, equals, rest = text.partition("=")
    if not equals or not name or not rest:
        raise UsageError(f"Write --grid {text!r} as NAME=0.5,0.9,0.99 or NAME=1e-4:1:log:25.")
    if ":" in rest:
        values: list[Any] = _spaced(text, rest)
        if _is_whole(config, name):
            values = [int(value) for value in dict.fromkeys(np.round(values).tolist())]
    else:
        values = [read_pair(f"value={part}")[1] for part in rest.split(",")]
    if len(values) > MOST_VALUES:
        raise UsageError(f"An axis has at most {MOST_VALUES} values, not {len(values)}.")
    return Axis(name, tuple(dict.fromkeys(values)))


def _spaced(text: str, rest: str) -> list[float]:
    try:
        first, last, spacing, count = rest.split(":")
        ends, number = (float(first), float(last)), int(count)
        fits = spacing in ("log", "linear") and 1 <= number <= MOST_VALUES and all(np.isfinite(ends))
        if not fits or (spacing == "log" and min(ends) <= 0.0):
            raise ValueError
    except ValueError:
        raise UsageError(
            f"--grid {text!r} is not first:last:log:count (above 0) or first:last:linear:count, "
            f"with 1 to {MOST_VALUES} values."
        ) from None
    spaced = np.geomspace(*ends, number) if spacing == "log" else np.linspace(*ends, number)
    return [float(value) for value in spaced]


def _is_whole(config: RunConfig, name: str) -> bool:
    """Return whether a hyperparameter takes whole numbers only; seeds and batch sizes do."""
    full = full_name(config, name)
    if full in ("seed", "batch_size"):
        return True
    values = {**config.optimizer.values(), **{f"schedule.{key}": own for key, own in config.schedule.values().items()}}
    return type(values.get(full)) is int


def _csv_bytes(session: Session, tables: Sequence[SweepTable]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["run", "optimizer", *(axis.name for axis in tables[0].axes), *COLUMNS])
    for run, table in zip(session.runs, tables, strict=True):
        for cell, columns in table.rows():
            writer.writerow([run.label, run.optimizer.name, *_cells((*cell, *columns))])
    return text.getvalue().encode()


def _cells(values: Sequence[Value | None]) -> Iterator[str]:
    for value in values:
        if isinstance(value, bool):
            yield str(value).lower()
        else:
            yield "" if value is None else value if isinstance(value, str) else repr(value)


def _print_best(label: str, table: SweepTable) -> None:
    rows = list(table.rows())
    best = int(np.nanargmin(np.where(np.isfinite(table.quantiles["loss"]), table.quantiles["loss"], np.inf)))
    cell = ", ".join(f"{axis.name}={value}" for axis, value in zip(table.axes, rows[best][0], strict=True))
    loss, iterations = table.quantiles["loss"][best], table.quantiles["iterations"][best]
    print(f"{label}: {len(rows)} combinations; lowest loss {loss:.6g} with {cell}, after {iterations:g} iterations")
