"""The only writer of CSV: one row per run and iteration (the contract is in the README)."""

from __future__ import annotations

import codecs
import csv
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, Protocol

from engine.branch import stretches
from engine.events import session_events
from engine.files import replacing
from engine.run import batches_of, run_to
from surfaces import SampledSurface, build_surface

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from engine.branch import Stretch
    from engine.events import Event
    from engine.history import Snapshot
    from engine.session import RunSpec, Session
    from surfaces import Surface


class Writable(Protocol):
    """Anything that takes text."""

    def write(self, text: str, /) -> object:
        """Take some text."""


BRANCH_COLUMNS = ("branch_of", "branch_at")
_MOST_NAMED = 16
"""Up to this many parameters get columns of their own."""


def run_session(session: Session, progress: Callable[[int, int], None] | None = None) -> tuple[Snapshot, ...]:
    """Run every run of a session to its last step, in order; `progress(done, total)` may raise to cancel."""
    results = []
    for index, run in enumerate(session.runs):
        told = partial(progress, index, len(session.runs)) if progress else None
        results.append(run_to(session.config(run), session.steps, told))
    return tuple(results)


def write_csv(
    path: Path,
    session: Session,
    snapshots: Sequence[Snapshot],
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Write the trajectories of a session to `path`; raises FileError and leaves the old file if it cannot."""
    with replacing(path) as file:
        write_rows(codecs.getwriter("utf-8")(file), session, snapshots, progress)


def write_rows(
    file: Writable,
    session: Session,
    snapshots: Sequence[Snapshot],
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Write the CSV's header and rows to an open text file."""
    writer = csv.writer(file, lineterminator="\r\n")
    surface = build_surface(session.surface)
    ways = [stretches(session.config(run), snapshot) for run, snapshot in zip(session.runs, snapshots, strict=True)]
    state_columns = _state_columns(part.snapshot for way in ways for part in way)
    stochastic = any(batches_of(part.config, surface) is not None for way in ways for part in way)
    named = session_events(session, snapshots)
    branches = any(run.branch for run in session.runs)
    writer.writerow([*_header(surface.dim, state_columns, stochastic), *(BRANCH_COLUMNS if branches else ())])
    for index, (run, snapshot, way) in enumerate(zip(session.runs, snapshots, ways, strict=True)):
        if progress:
            progress(index, len(snapshots))
        last = _branch_cells(session, run, snapshot) if branches else []
        events = _event_texts(named[index])
        rows = _rows(run.label, snapshot, surface, way, state_columns, events, stochastic=stochastic)
        writer.writerows([*row, *last] for row in rows)


def _branch_cells(session: Session, run: RunSpec, snapshot: Snapshot) -> list[str]:
    parent = session.parent(run)
    return [parent.label, str(run.branch.left_at(snapshot))] if parent and run.branch else [""] * len(BRANCH_COLUMNS)


def _coordinates(dim: int) -> tuple[str, ...]:
    if dim == 2:
        return ("x", "y")
    return tuple(f"p{index}" for index in range(dim)) if dim <= _MOST_NAMED else ()


def _header(dim: int, state_columns: Sequence[str], stochastic: bool) -> list[str]:
    names = _coordinates(dim)
    header = ["run", "optimizer", "iteration", *names, "loss"]
    header += [f"grad_{name}" for name in names] + [f"update_{name}" for name in names]
    header += ["learning_rate", "evaluations", "event"]
    header += [*(f"batch_grad_{name}" for name in names), "batch"] if stochastic else []
    return header + [f"state.{name}" for name in state_columns]


def _batches(part: Stretch, surface: Surface) -> Iterator[list[str]]:
    """Yield the cells about each row's batch: its gradient and its samples, drawn once more.

    They are empty where a step saw the whole surface, and on the last row, from which no step was taken.
    """
    draw, snapshot = batches_of(part.config, surface), part.snapshot
    names = _coordinates(snapshot.layout.dim)
    empty = [""] * (len(names) + 1)
    if draw is not None and isinstance(surface, SampledSurface):
        steps = slice(part.first, min(part.stop, snapshot.last))
        rows = zip(snapshot.params[steps].tolist(), snapshot.gradient[steps].tolist(), strict=True)
        for iteration, (point, gradient) in enumerate(rows, part.first):
            indices = draw(iteration)
            drawn = surface.sample_gradient_at(tuple(point), indices, tuple(gradient))
            yield [*map(repr, drawn[: len(names)]), " ".join(map(str, indices.tolist()))]
    yield from repeat(empty)


def _state_columns(snapshots: Iterable[Snapshot]) -> list[str]:
    """Return every state column of any run, in order of first appearance."""
    columns: dict[str, None] = {}
    for snapshot in snapshots:
        columns.update(dict.fromkeys(_own_state_columns(snapshot)))
    return list(columns)


def _own_state_columns(snapshot: Snapshot) -> list[str]:
    """Return a column for each number of the state: by axis, alone, or (a matrix, a simplex) by its index."""
    layout = snapshot.layout
    names, columns = _coordinates(layout.dim), []
    for field, width in layout.state_fields:
        if width == layout.dim:
            columns += [f"{field}.{name}" for name in names]
        else:
            columns += [field] if width == 1 else [f"{field}.{index}" for index in range(width)]
    return columns


def _rows(
    label: str,
    snapshot: Snapshot,
    surface: Surface,
    way: Sequence[Stretch],
    state_columns: Sequence[str],
    events: Mapping[int, str],
    *,
    stochastic: bool,
) -> Iterator[list[str]]:
    """Yield a run's rows; those that it shares with its ancestors tell of their optimizers, states and batches."""
    dim, updates = snapshot.layout.dim, snapshot.update.tolist()
    for part in way:
        own = _own_state_columns(part.snapshot)
        places = [own.index(column) if column in own else None for column in state_columns]
        batches = _batches(part, surface) if stochastic else repeat([])
        rows = zip(part.snapshot.table[part.first : part.stop].tolist(), batches, strict=False)
        for iteration, (values, drawn) in enumerate(rows, part.first):
            body, state = values[: 2 * dim + 3], values[2 * dim + 3 :]
            numbers = [repr(value) for value in body]
            update = [repr(value) for value in updates[iteration]] if iteration < len(updates) else [""] * dim
            shown = [*numbers[: 2 * dim + 1], *update, *numbers[2 * dim + 1 :], events.get(iteration, "")]
            states = ["" if place is None else repr(state[place]) for place in places]
            yield [label, part.config.optimizer.name, str(iteration), *shown, *drawn, *states]


def _event_texts(events: Iterable[Event]) -> dict[int, str]:
    texts: dict[int, str] = {}
    for event in events:
        before = texts.get(event.iteration)
        texts[event.iteration] = f"{before}; {event.kind}" if before else event.kind
    return texts
