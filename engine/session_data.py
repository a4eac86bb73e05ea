"""Sessions as plain data (the tables of a session file or a scenario) and back, checked field by field."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from engine.batches import Sampling
from engine.branch_data import branch_to_data, with_branches
from engine.hyperparameters import HyperparameterError
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.plots import plots_from_data, plots_to_data
from engine.reading import Fields, ReadingError
from engine.schedules import make_schedule
from engine.session import (
    COLOUR_MAPS,
    LAYOUTS,
    LEVELS,
    LONGEST_NOTE,
    LOSS_SCALES,
    MARKERS,
    MOST_BOOKMARKS,
    MOST_RUNS,
    MOST_STEPS,
    OVERLAYS,
    PACES,
    TRAILS,
    VECTORS,
    Bookmark,
    RunSpec,
    Session,
    View,
    unique_label,
)
from engine.surface_data import surface_from_data, surface_to_data
from surfaces import build_surface


def session_to_data(session: Session) -> dict[str, Any]:
    """Return the session as nested dicts and lists of plain values."""
    return {
        "surface": surface_to_data(session.surface),
        "start": list(session.start),
        "steps": session.steps,
        "seed": session.seed,
        "view": _view_to_data(session.view),
        "runs": [_run_to_data(run, key, session) for key, run in enumerate(session.runs, 1)],
        **_bookmarks_to_data(session),
    }


def session_from_data(fields: Fields) -> Session:
    """Return the session that `fields` describe.

    Raises
    ------
    ReadingError
        Naming the field that is missing, unknown or out of range.
    """
    surface = surface_from_data(fields.table("surface"))
    dim = build_surface(surface).dim
    runs: list[RunSpec] = []
    items = fields.tables("runs")
    if len(items) > MOST_RUNS:
        raise ReadingError(f"A session holds at most {MOST_RUNS} runs, this one has {len(items)}.")
    for item in items:
        runs.append(_run_from_data(item, runs))
    return Session(
        surface=surface,
        start=fields.numbers("start", dim),
        runs=with_branches(items, runs, dim, lambda item: _run_from_data(item, [])),
        steps=fields.whole("steps", 200, low=1, high=MOST_STEPS),
        seed=fields.whole("seed", 0),
        view=_view_from_data(fields.table("view"), dim),
        bookmarks=_bookmarks_from_data(fields, len(runs)),
    )


def _run_to_data(run: RunSpec, key: int, session: Session) -> dict[str, Any]:
    """Return a run as plain data, with where it branches off."""
    return {**_plain(run, key), **branch_to_data(session, run, lambda parent: _plain(parent, 1))}


def _plain(run: RunSpec, key: int) -> dict[str, Any]:
    """Return a run as plain data; the full batch on the stream that a reader gives it anyway is left out."""
    sampling = {} if run.sampling == Sampling(stream=key) else {"sampling": asdict(run.sampling)}
    return {
        "label": run.label,
        "optimizer": {"name": run.optimizer.name, **run.optimizer.values()},
        "schedule": {"name": run.schedule.name, **run.schedule.values()},
        "style": run.style,
        "visible": run.visible,
        **sampling,
    }


def _run_from_data(fields: Fields, before: list[RunSpec]) -> RunSpec:
    optimizer, schedule = fields.table("optimizer"), fields.table("schedule")
    optimizer_name, schedule_name = optimizer.text("name"), schedule.text("name", "constant")
    try:
        made = make_optimizer(optimizer_name, optimizer.rest())
        paced = make_schedule(schedule_name, schedule.rest())
    except HyperparameterError as error:
        raise ReadingError(f"{fields.where('optimizer')}: {error}") from error
    title = OPTIMIZERS[made.name].title
    label = fields.text("label", unique_label(title, (run.label for run in before)))
    if label in {run.label for run in before}:
        raise ReadingError(f"{fields.where('label')}: two runs are called {label!r}.")
    style = fields.whole("style", len(before), high=999)
    visible = fields.truth("visible", True)
    sampling = _sampling_from_data(fields.table("sampling"), key=len(before) + 1)
    return RunSpec(len(before) + 1, label, made, paced, style, visible, sampling)


def _sampling_from_data(fields: Fields, key: int) -> Sampling:
    sampling = Sampling(
        batch_size=fields.whole("batch_size", 0),
        replacement=fields.truth("replacement", False),
        stream=fields.whole("stream", key),
    )
    for name in fields.rest():
        raise ReadingError(f"{fields.where(name)} is not known here.")
    return sampling


def _bookmarks_to_data(session: Session) -> dict[str, Any]:
    """Return the bookmarks, if there are any, with the number of their run in the file."""
    numbers = {run.key: number for number, run in enumerate(session.runs, 1)}
    marks = [
        {"run": numbers[mark.run], "iteration": mark.iteration, "note": mark.note}
        for mark in session.bookmarks
        if mark.run in numbers
    ]
    return {"bookmarks": marks} if marks else {}


def _bookmarks_from_data(fields: Fields, runs: int) -> tuple[Bookmark, ...]:
    items = fields.tables("bookmarks")
    if len(items) > MOST_BOOKMARKS:
        raise ReadingError(f"A session holds at most {MOST_BOOKMARKS} bookmarks, this one has {len(items)}.")
    marks: dict[tuple[int, int], Bookmark] = {}
    for item in items:
        run, iteration = item.whole("run", low=1, high=runs), item.whole("iteration", high=MOST_STEPS)
        note = item.text("note", "")
        if len(note) > LONGEST_NOTE:
            raise ReadingError(f"{item.where('note')} is longer than {LONGEST_NOTE} letters.")
        if (run, iteration) in marks:
            raise ReadingError(f"{item.where('iteration')}: the run has another bookmark there.")
        marks[run, iteration] = Bookmark(run, iteration, note)
    return tuple(sorted(marks.values(), key=lambda mark: (mark.iteration, mark.run)))


def _view_to_data(view: View) -> dict[str, Any]:
    return {
        "layout": view.layout,
        "loss_scale": view.loss_scale,
        "levels": view.levels,
        "three_d": view.three_d,
        "camera": list(view.camera),
        "colour_map": view.colour_map,
        "overlays": list(view.overlays),
        "axes": list(view.axes),
        "pace": view.pace,
        "vectors": list(view.vectors),
        "vectors_of_all": view.vectors_of_all,
        "trail": view.trail,
        "markers": view.markers,
        "plots": plots_to_data(view.plots),
    }


def _view_from_data(fields: Fields, dim: int) -> View:
    plain = View()
    return View(
        layout=fields.text("layout", plain.layout, allowed=LAYOUTS),
        loss_scale=fields.text("loss_scale", plain.loss_scale, allowed=LOSS_SCALES),
        levels=fields.text("levels", plain.levels, allowed=LEVELS),
        three_d=fields.truth("three_d", plain.three_d),
        camera=_pair(fields.numbers("camera", 2)) if "camera" in fields else plain.camera,
        colour_map=fields.text("colour_map", plain.colour_map, allowed=COLOUR_MAPS),
        overlays=_chosen(fields, "overlays", OVERLAYS),
        axes=_axes(fields, dim) if "axes" in fields else plain.axes,
        pace=fields.text("pace", plain.pace, allowed=PACES),
        vectors=_chosen(fields, "vectors", VECTORS),
        vectors_of_all=fields.truth("vectors_of_all", plain.vectors_of_all),
        trail=fields.text("trail", plain.trail, allowed=TRAILS),
        markers=_markers(fields, plain.markers),
        plots=plots_from_data(fields.tables("plots")),
    )


def _chosen(fields: Fields, field: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the known names that a list has."""
    names = fields.texts(field)
    for name in names:
        if name not in known:
            raise ReadingError(f"{fields.where(field)} has {name!r}; it can have {', '.join(known)}.")
    return tuple(name for name in known if name in names)


def _markers(fields: Fields, plain: int) -> int:
    every = fields.whole("markers", plain)
    if every not in MARKERS:
        raise ReadingError(f"{fields.where('markers')} is {every}; it can be {', '.join(map(str, MARKERS))}.")
    return every


def _axes(fields: Fields, dim: int) -> tuple[int, int]:
    x, y = fields.numbers("axes", 2)
    if x == y or not {x, y} <= set(range(dim)):
        raise ReadingError(f"{fields.where('axes')} should be two different whole numbers from 0 to {dim - 1}.")
    return int(x), int(y)


def _pair(numbers: tuple[float, ...]) -> tuple[float, float]:
    return numbers[0], numbers[1]
