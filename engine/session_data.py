"""Sessions as plain data (the tables of a session file or a scenario) and back, checked field by field."""

from __future__ import annotations

from typing import Any

from engine.hyperparameters import HyperparameterError
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.reading import Fields, ReadingError
from engine.schedules import make_schedule
from engine.session import (
    LAYOUTS,
    LEVELS,
    LOSS_SCALES,
    MOST_RUNS,
    MOST_STEPS,
    RunSpec,
    Session,
    View,
    unique_label,
)
from surfaces import FormulaError, SurfaceError, SurfaceSpec, build_surface


def session_to_data(session: Session) -> dict[str, Any]:
    """Return the session as nested dicts and lists of plain values."""
    view = session.view
    return {
        "surface": _surface_to_data(session.surface),
        "start": list(session.start),
        "steps": session.steps,
        "seed": session.seed,
        "view": {"layout": view.layout, "loss_scale": view.loss_scale, "levels": view.levels},
        "runs": [_run_to_data(run) for run in session.runs],
    }


def session_from_data(fields: Fields) -> Session:
    """Return the session that `fields` describe.

    Raises
    ------
    ReadingError
        Naming the field that is missing, unknown or out of range.
    """
    surface = _surface_from_data(fields.table("surface"))
    runs: list[RunSpec] = []
    items = fields.tables("runs")
    if len(items) > MOST_RUNS:
        raise ReadingError(f"A session holds at most {MOST_RUNS} runs, this one has {len(items)}.")
    for item in items:
        runs.append(_run_from_data(item, runs))
    x, y = fields.numbers("start", 2)
    return Session(
        surface=surface,
        start=(x, y),
        runs=tuple(runs),
        steps=fields.whole("steps", 200, low=1, high=MOST_STEPS),
        seed=fields.whole("seed", 0),
        view=_view_from_data(fields.table("view")),
    )


def _surface_to_data(spec: SurfaceSpec) -> dict[str, Any]:
    data: dict[str, Any] = {"name": spec.name} if spec.name else {"formula": spec.formula}
    if spec.parameters:
        data["parameters"] = dict(spec.parameters)
    if spec.bounds is not None:
        data["bounds"] = list(spec.bounds)
    return data


def _surface_from_data(fields: Fields) -> SurfaceSpec:
    parameters = fields.table("parameters")
    named = {name: parameters.number(name) for name in parameters.rest()}
    bounds = fields.numbers("bounds", 4) if "bounds" in fields else None
    spec = SurfaceSpec(
        name=fields.text("name", ""),
        formula=fields.text("formula", ""),
        parameters=tuple(sorted(named.items())),
        bounds=None if bounds is None else (bounds[0], bounds[1], bounds[2], bounds[3]),
    )
    try:
        build_surface(spec)
    except (SurfaceError, FormulaError) as error:
        raise ReadingError(f"{fields.where('name')}: {error}") from error
    return spec


def _run_to_data(run: RunSpec) -> dict[str, Any]:
    return {
        "label": run.label,
        "optimizer": {"name": run.optimizer.name, **run.optimizer.values()},
        "schedule": {"name": run.schedule.name, **run.schedule.values()},
        "style": run.style,
        "visible": run.visible,
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
    return RunSpec(len(before) + 1, label, made, paced, style, visible)


def _view_from_data(fields: Fields) -> View:
    return View(
        layout=fields.text("layout", "together", allowed=LAYOUTS),
        loss_scale=fields.text("loss_scale", "log", allowed=LOSS_SCALES),
        levels=fields.text("levels", "auto", allowed=LEVELS),
    )
