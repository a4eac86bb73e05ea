"""From the session and its snapshots to what the views show: pure functions, no widgets."""

from __future__ import annotations

import math
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.history import RunStatus
from engine.remarks import hessian_remark
from gui.branch_rows import left_early
from gui.known_points import FOUND, origin_text
from gui.numbers import format_number, without_rounding
from gui.shown import shown_axes, shown_params, shown_place
from gui.translation.sentences import data_text
from gui.views.catalogue_page import SurfaceChoice
from gui.views.contour_panel import Trail
from gui.views.state_table import StateRow, state_column
from gui.widgets.parameter_spec import ParameterSpec
from surfaces import CATALOGUE, SampledSurface, build_surface, surface_row
from surfaces.formula import to_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from engine.events import Event
    from engine.history import Snapshot
    from engine.run import RunConfig
    from engine.session import RunSpec, Session
    from surfaces import CriticalPoint, HeightMap, Surface, SurfaceRow, SurfaceSpec


def surface_choices() -> tuple[SurfaceChoice, ...]:
    """Return what the list of surfaces offers."""
    return tuple(
        SurfaceChoice(row.name, data_text(row.title), data_text(row.teaches), data_text(row.group))
        for row in CATALOGUE.values()
    )


@lru_cache(maxsize=8)  # each edit asks several times, and a look at a protocol is slow
def samples_in(spec: SurfaceSpec) -> int:
    """Return how many samples a surface has; 0 for one that has none."""
    surface = build_surface(spec)
    return surface.samples if isinstance(surface, SampledSurface) else 0


def surface_specs(spec: SurfaceSpec) -> tuple[tuple[ParameterSpec, ...], dict[str, float]]:
    """Return the rows for a surface's parameters and their values."""
    given = dict(spec.parameters)
    if not spec.name:
        return tuple(ParameterSpec(name, name, 1.0, -5.0, 5.0, grows=True) for name in given), given
    parameters = surface_row(spec.name).parameters
    rows = tuple(ParameterSpec(p.name, p.name, p.default, p.low, p.high, help=data_text(p.help)) for p in parameters)
    return rows, {p.name: given.get(p.name, p.default) for p in parameters}


def surface_texts(spec: SurfaceSpec) -> tuple[str, str, str]:
    """Return formula and facts as rich text, and what the surface teaches."""
    surface = build_surface(spec)
    if spec.heights is not None:
        return _heights_text(spec.heights), "", _facts(surface)
    row = surface_row(spec.name).in_dimensions(spec.dim) if spec.name else None
    names = ", ".join(f"<i>{name}</i>" for name in (row.variables if row else ("x", "y")))
    formula = f"<i>f</i>({names}) = {to_html(row.formula if row else spec.formula)}"
    teaches = " ".join(filter(None, (data_text(row.teaches), data_text(row.note)))) if row else ""
    if spec.features:
        return formula + sculpted_words(spec), "", _facts(surface)
    return formula, teaches, "<br>".join(filter(None, (_counts(row, spec), _facts(surface))))


def sculpted_words(spec: SurfaceSpec) -> str:
    """Return what follows the formula of a base that is sculpted."""
    count = len(spec.features)
    if count == 1:
        return QCoreApplication.translate("presenting", " + 1 sculpted feature")
    return QCoreApplication.translate("presenting", " + {count} sculpted features").format(count=count) if count else ""


def _counts(row: SurfaceRow | None, spec: SurfaceSpec) -> str:
    """Say how many critical points there are, where only the lowest are listed."""
    if row is None or not row.minima_count or row.minima_count <= len(row.minima) or spec.bounds or spec.parameters:
        return ""
    words = QCoreApplication.translate("presenting", "{minima} minima and {saddles} saddles; the lowest:")
    return words.format(minima=row.minima_count, saddles=row.saddles_count)


def heights_formula(heights: HeightMap) -> str:
    """Return in rich text what stands for the formula of a height map."""
    words = QCoreApplication.translate("presenting", "the bicubic spline through {columns} × {rows} heights")
    return f"<i>f</i>(<i>x</i>, <i>y</i>): {words.format(columns=heights.columns, rows=heights.rows)}"


def _heights_text(heights: HeightMap) -> str:
    formula = heights_formula(heights)
    return f"{escape(heights.title)}<br>{formula}" if heights.title else formula


def _facts(surface: Surface) -> str:
    marked = [("★", point) for point in surface.minima] + [("✕", point) for point in surface.saddles]
    largest = max((abs(point.value) for _, point in marked), default=0.0)
    return "<br>".join(
        f"{mark} {_place(point.params)} → {format_number(without_rounding(point.value, largest))}"
        for mark, point in marked
    )


def _place(params: tuple[float, ...]) -> str:
    return "(" + ", ".join(format_number(value) for value in params) + ")"


def contour_spacing(session: Session) -> str:
    """Return how the contour levels are spaced: as chosen, or as suits the surface."""
    return session.view.levels if session.view.levels != "auto" else natural_spacing(session.surface)


def natural_spacing(spec: SurfaceSpec) -> str:
    """Return how contour levels suit a surface: as its row says, evenly on a map, else closer to the bottom."""
    if spec.name:
        return surface_row(spec.name).levels
    return "linear" if spec.heights is not None else "log"


def shown_runs(session: Session, snapshots: Mapping[int, Snapshot]) -> list[tuple[RunSpec, Snapshot]]:
    """Return the visible runs that have something to show."""
    return [(run, snapshots[run.key]) for run in session.runs if run.visible and run.key in snapshots]


def trails(session: Session, snapshots: Mapping[int, Snapshot]) -> tuple[Trail, ...]:
    """Return the trajectories of the visible runs."""
    return tuple(
        Trail(
            run.key,
            run.label,
            run.style,
            shown_params(session, snapshot.params),
            snapshot.loss,
            parent=run.branch.parent if run.branch else 0,
            first=snapshot.first,
            left=None if snapshot.left is None else shown_place(session, tuple(snapshot.left.tolist())),
        )
        for run, snapshot in shown_runs(session, snapshots)
    )


class LowestLoss:
    """The lowest loss known: of the known minima and of every run. Only new rows are read."""

    def __init__(self) -> None:
        self._known: dict[RunConfig, tuple[int, float]] = {}

    def of(
        self, session: Session, snapshots: Mapping[int, Snapshot], points: Iterable[CriticalPoint] | None = None
    ) -> float:
        """Return the lowest loss of a session's runs so far and of known points; if none are given, the declared."""
        configs = {session.config(run): snapshots[run.key] for run in session.runs if run.key in snapshots}
        self._known = {config: self._lowered(config, snapshot) for config, snapshot in configs.items()}
        known = build_surface(session.surface).minima if points is None else points
        minima = [point.value for point in known if point.kind == "minimum"]
        return min([*minima, *(lowest for _, lowest in self._known.values())], default=0.0)

    def _lowered(self, config: RunConfig, snapshot: Snapshot) -> tuple[int, float]:
        length, lowest = self._known.get(config, (0, np.inf))
        if len(snapshot) > length:
            lowest = min(lowest, float(np.min(snapshot.loss[length:])))
        return len(snapshot), lowest


def state_rows(
    session: Session,
    snapshots: Mapping[int, Snapshot],
    rows: Mapping[int, int],
    ending: Callable[[int], Event | None] = lambda _key: None,
) -> tuple[StateRow, ...]:
    """Return every visible run as it is at its row; `ending` tells how the run with a key came to rest."""
    surface = build_surface(session.surface)
    axes = shown_axes(session)
    return tuple(
        _state_row(run, snapshot, surface, axes, rows.get(run.key, 0), ending(run.key))
        for run, snapshot in shown_runs(session, snapshots)
    )


def _state_row(
    run: RunSpec, snapshot: Snapshot, surface: Surface, axes: tuple[int, int], row: int, ending: Event | None
) -> StateRow:
    at = min(row, snapshot.last)
    point = tuple(snapshot.params[at].tolist())
    x, y = (point[axis] for axis in axes)
    rests = at == snapshot.last
    remark = hessian_remark(run.optimizer, surface, point)
    return StateRow(
        label=run.label,
        slot=run.style,
        iteration=at,
        x=x,
        y=y,
        loss=float(snapshot.loss[at]),
        gradient_norm=math.hypot(*snapshot.gradient[at].tolist()),
        learning_rate=float(snapshot.learning_rate[at]),
        evaluations=float(snapshot.evaluations[at]),
        status=_status_at_end(snapshot, surface, ending) if rests else status_word(RunStatus.RUNNING),
        remark=data_text(remark or (snapshot.reason if rests else "")),
        is_warning=bool(remark) or (rests and is_trouble(snapshot.status)),
        state=_memory(snapshot, at, axes),
    )


def _memory(snapshot: Snapshot, at: int, axes: tuple[int, int]) -> dict[str, float]:
    """The optimizer's state in a row: scalars, and the shown coordinates of vectors; matrices are left to the CSV."""
    dim, names = snapshot.layout.dim, ("x", "y")
    found = {}
    for field, width in snapshot.layout.state_fields:
        values = snapshot.state(field)[at].tolist()
        if width == 1:
            found[state_column(field)] = values[0]
        elif width == dim:
            found |= {state_column(field, name): values[axis] for name, axis in zip(names, axes, strict=True)}
    return found


def is_trouble(status: RunStatus) -> bool:
    """Whether a status should catch the eye."""
    return status in (RunStatus.DIVERGED, RunStatus.NON_FINITE)


def status_word(status: RunStatus) -> str:
    """Return a status in the window's language."""
    translate = QCoreApplication.translate
    return {
        RunStatus.RUNNING: translate("status", "on its way"),
        RunStatus.CONVERGED: translate("status", "converged"),
        RunStatus.STEP_LIMIT: translate("status", "step limit"),
        RunStatus.DIVERGED: translate("status", "diverged"),
        RunStatus.NON_FINITE: translate("status", "not finite"),
    }[status]


def _status_at_end(snapshot: Snapshot, surface: Surface, ending: Event | None) -> str:
    if rest_above(snapshot, surface, ending) is None:
        return status_word(snapshot.status)
    return QCoreApplication.translate("status", "trapped")


def rest_above(snapshot: Snapshot, surface: Surface, ending: Event | None) -> float | None:
    """Return the lowest known loss above which a run has come to rest in a local minimum; None if it has not.

    `ending` says so; as long as there is none, what the surface declares.
    """
    if snapshot.status is not RunStatus.CONVERGED:
        return None
    loss = float(snapshot.loss[-1])
    if ending is not None:
        return loss - (ending.number("above_best") or 0.0) if ending.kind == "trapped" else None
    from engine.events import is_trapped  # not needed for the first window

    return min(point.value for point in surface.minima) if is_trapped(snapshot, surface) else None


def run_status(
    run: RunSpec,
    snapshot: Snapshot,
    surface: Surface,
    row: int,
    ending: Event | None = None,
    finders: Callable[[float], tuple[str, ...]] = lambda _loss: (),
) -> tuple[str, bool]:
    """Return the line under a run's card, and whether it is a warning.

    `ending` is how it came to rest, if that is known, and `finders` tells which runs have found a minimum with a loss.
    """
    translate = QCoreApplication.translate
    if is_trouble(snapshot.status):
        text = translate("status", "{status} at iteration {iteration}. {reason}")
        word = status_word(snapshot.status)
        return text.format(status=_capital(word), iteration=snapshot.last, reason=data_text(snapshot.reason)), True
    at = min(row, snapshot.last)
    remark = hessian_remark(run.optimizer, surface, tuple(snapshot.params[at].tolist()))
    if remark:
        return data_text(remark), True
    if snapshot.status is not RunStatus.CONVERGED:
        return left_early(run, snapshot), False
    best = rest_above(snapshot, surface, ending)
    if best is not None:
        text = translate("status", "Trapped in a local minimum: loss {loss}, the lowest known is {best}.")
        by = ""
        if ending is not None and ending.elsewhere:
            text = translate("status", "Trapped in a local minimum: loss {loss}, the lowest known is {best} ({found}).")
            by = origin_text(FOUND, finders(best))
        return text.format(loss=format_number(float(snapshot.loss[-1])), best=format_number(best), found=by), False
    text = translate("status", "Converged at iteration {iteration}, loss {loss}.")
    return text.format(iteration=snapshot.last, loss=format_number(float(snapshot.loss[-1]))), False


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
