"""`main.py run`: make runs, print how they ended, write their trajectories."""

from __future__ import annotations

import json
import math
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.arguments import UsageError, read_choice, read_numbers
from cli.outputs import STANDARD
from cli.surface_options import surface_from_options
from engine.events import session_events
from engine.export import run_session, write_csv, write_rows
from engine.files import FileError
from engine.optimizers import make_optimizer
from engine.scenario import scenario_called
from engine.schedules import make_schedule
from engine.session import Session
from engine.session_file import dump_session, load_session, parse_session, save_session
from surfaces import SampledSurface, build_surface, surface_row

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from engine.events import Event
    from engine.history import Snapshot
    from engine.session import RunSpec


def run_command(options: argparse.Namespace) -> None:
    """Set up a session from the options, run it, and hand the results out."""
    session = session_from_options(options)
    _check_outputs(options)
    snapshots = run_session(session)
    if options.csv == STANDARD:
        _write_csv_to_standard_output(session, snapshots)
    elif options.csv is not None:
        write_csv(Path(options.csv), session, snapshots)
    if options.save == STANDARD:
        sys.stdout.write(dump_session(session).decode())
    elif options.save is not None:
        save_session(session, Path(options.save))
    if options.json:
        print(json.dumps({"runs": _results(session, snapshots)}, indent=2, ensure_ascii=False))
    elif STANDARD not in (options.csv, options.save):
        _print_results(session, snapshots)


def session_from_options(options: argparse.Namespace) -> Session:
    """Return the session the options describe; raises a user's mistake in one sentence."""
    session = _base_session(options)
    if options.start is not None:
        dim = build_surface(session.surface).dim
        session = replace(session, start=read_numbers(options.start, dim, "--start"))
    if options.optimizer:
        session = replace(session, runs=())
        for text in options.optimizer:
            session = session.adding_run(make_optimizer(*read_choice(text)))
    if not session.runs:
        raise UsageError("Name at least one --optimizer (main.py list optimizers).")
    if options.schedule is not None:
        schedule = make_schedule(*read_choice(options.schedule))
        session = replace(session, runs=tuple(replace(run, schedule=schedule) for run in session.runs))
    session = _with_batches(session, options)
    session = replace(session, steps=options.steps or session.steps)
    return session if options.seed is None else replace(session, seed=options.seed)


def _with_batches(session: Session, options: argparse.Namespace) -> Session:
    """Return the session with every run on batches of --batch-size samples, put back or not."""
    if options.batch_size is None:
        if options.replacement:
            raise UsageError("--replacement says how --batch-size draws its samples; give one.")
        return session
    if not isinstance(build_surface(session.surface), SampledSurface):
        raise UsageError("--batch-size needs a surface made of data or a --bag; this one has no samples.")
    drawn = {"batch_size": options.batch_size, "replacement": options.replacement}
    runs = tuple(replace(run, sampling=replace(run.sampling, **drawn)) for run in session.runs)
    return replace(session, runs=runs)


def _base_session(options: argparse.Namespace) -> Session:
    if options.scenario or options.session:
        for name in ("bounds", "param", "data", "columns", "bag"):
            if getattr(options, name) not in (None, []):
                raise UsageError(f"--{name} goes with --surface or --formula.")
        return prepared_session(options)
    spec = surface_from_options(options)
    build_surface(spec)
    start = surface_row(spec.name).start_in(spec.dim) if spec.name else (1.0, 1.0)
    return Session(spec, start)


def prepared_session(options: argparse.Namespace) -> Session:
    """Return the session of a scenario or a file, as it is."""
    if options.scenario:
        return scenario_called(options.scenario).session
    return _read_session(options.session)


def _read_session(name: str) -> Session:
    if name != STANDARD:
        return load_session(Path(name))
    try:
        return parse_session(sys.stdin.buffer.read().decode())
    except UnicodeDecodeError as error:
        raise FileError("Standard input is not a text file.") from error


def _check_outputs(options: argparse.Namespace) -> None:
    standard = [name for name in ("csv", "save") if getattr(options, name) == STANDARD]
    if len(standard) + bool(options.json) > 1:
        raise UsageError("Only one of --csv -, --save - and --json can go to standard output.")


def _write_csv_to_standard_output(session: Session, snapshots: Sequence[Snapshot]) -> None:
    with open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False) as out:
        write_rows(out, session, snapshots)


def _results(session: Session, snapshots: Sequence[Snapshot]) -> list[dict[str, Any]]:
    named = zip(session.runs, snapshots, session_events(session, snapshots), strict=True)
    return [{**_result(run, snapshot, events), **_branch(session, run, snapshot)} for run, snapshot, events in named]


def _branch(session: Session, run: RunSpec, snapshot: Snapshot) -> dict[str, Any]:
    """Return what a branch left, and where; nothing for other runs."""
    parent, branch = session.parent(run), run.branch
    if parent is None or branch is None:
        return {}
    at = branch.left_at(snapshot)
    return {"branch": {"of": parent.label, "at": at, "carry": branch.carry, "nudge": list(branch.nudge)}}


def _result(run: RunSpec, snapshot: Snapshot, events: Sequence[Event]) -> dict[str, Any]:
    loss = float(snapshot.loss[-1])
    return {
        "run": run.label,
        "optimizer": run.optimizer.name,
        "hyperparameters": run.optimizer.values(),
        "schedule": {"name": run.schedule.name, **run.schedule.values()},
        "iterations": snapshot.last,
        "params": snapshot.params[-1].tolist(),
        "loss": loss if math.isfinite(loss) else None,  # JSON knows no infinity
        "status": str(snapshot.status),
        "reason": snapshot.reason,
        "evaluations": {
            "gradients": snapshot.totals.gradients,
            "hessians": snapshot.totals.hessians,
            "values": snapshot.totals.values,
        },
        "events": [_event(event) for event in events],
    }


def _event(event: Event) -> dict[str, Any]:
    """Return what happened and when; if it concerns a critical point, which, and whether the run has found it."""
    told: dict[str, Any] = {"iteration": event.iteration, "kind": event.kind}
    if event.place is None:
        return told
    place = {"kind": event.place.kind, "params": list(event.place.params), "loss": event.place.value}
    return {**told, "place": {**place, "found": event.found}}


def _print_results(session: Session, snapshots: Sequence[Snapshot]) -> None:
    width = max(len(run.label) for run in session.runs)
    for run, snapshot in zip(session.runs, snapshots, strict=True):
        params = ", ".join(f"{value:.6g}" for value in snapshot.params[-1])
        line = f"{run.label:<{width}}  iteration {snapshot.last:>5}  loss {snapshot.loss[-1]:<12.6g} at ({params})"
        print(f"{line}  {snapshot.status}")
