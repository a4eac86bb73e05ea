"""Reading the surface: its critical points, searched for in the background, and what it is like at the pointer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.known_points import KnownPoint, full_points, known_points
from gui.numbers import format_number
from gui.shown import shown_axes, shown_surface
from gui.views.curvature_mark import Curvature, StageMarks
from gui.views.points_model import PointRow
from gui.workers.background import Cancelled
from surfaces import build_surface
from surfaces.critical_points import (
    MOST_POINTS,
    Characterisation,
    characterisation,
    find_critical_points,
)
from surfaces.reading import Reading, read_point

if TYPE_CHECKING:
    from engine.session import Session
    from gui.controllers.event_finder import EventFinder
    from gui.controllers.laboratory import Laboratory
    from gui.desk import Desk
    from gui.workers.background import Outcome, Task
    from surfaces import Array, CriticalPoint, Surface

JOB = "critical points"
FIRST_MILLISECONDS = 50
"""The first search waits for so long after the first contours: the window is to be painted before."""
GESTURE_MILLISECONDS = 350
"""While something is dragged or typed the search waits for so long a pause: it would compete for Python."""
PROGRESS_MILLISECONDS = 100
ACROSS = 1e-6
"""A direction of which less than so much lies in the plane shown has none there."""
SAME_PLACE = 0.1
"""A chosen point stays chosen when one of its kind is found within this share of the bounds' diagonal."""


class ReadingController(QObject):
    """Keeps the table of critical points, the marks on the stage and the pointer's numbers up to date."""

    given_changed = Signal(tuple)
    """The critical points that are declared; those that a search has found, when it has."""
    points_changed = Signal(tuple)
    """All that are known, those that runs have found among them, where they stand on the plots."""
    known_changed = Signal(tuple)
    """The same with all their coordinates."""
    failed = Signal(str)

    def __init__(self, lab: Laboratory, desk: Desk) -> None:
        super().__init__(lab)
        self._lab, self._desk = lab, desk
        self._marks = StageMarks(desk.stage)
        self._given: tuple[CriticalPoint, ...] = ()
        self._state = "searching"
        self._finder: EventFinder | None = None
        self._points: tuple[KnownPoint, ...] = ()
        self._task: Task | None = None
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._search)
        self._progress = QTimer(self, interval=PROGRESS_MILLISECONDS)
        self._progress.timeout.connect(self._show_progress)
        lab.sessions.session_changed.connect(self._on_session_changed)
        desk.stage.pointer_moved.connect(self._on_pointer_moved)
        desk.stage.pointer_left.connect(self._on_pointer_left)
        desk.points.point_chosen.connect(self._on_point_chosen)
        lab.pictures.contours_ready.connect(self._on_first_contours_ready)
        self._show_declared()

    @property
    def given(self) -> tuple[CriticalPoint, ...]:
        """The critical points that are declared or were searched for."""
        return self._given

    @property
    def known(self) -> tuple[CriticalPoint, ...]:
        """The same with all their coordinates."""
        return full_points(self._points)

    @property
    def points(self) -> tuple[KnownPoint, ...]:
        """All critical points that are known, as they are shown."""
        return self._points

    def follow(self, finder: EventFinder) -> None:
        """Show from now on what runs find on their way, too."""
        self._finder = finder
        finder.found_changed.connect(self._refresh)

    @property
    def chosen(self) -> KnownPoint | None:
        """The one that is pointed out."""
        return next((point for point in self._points if point.params == self._marks.chosen), None)

    @property
    def searching(self) -> bool:
        """Whether points of the surface shown are still sought."""
        return self._wait.isActive() or self._task is not None

    @property
    def _surface(self) -> Surface:
        return shown_surface(self._lab.sessions.session)

    # Critical points

    @Slot(object)
    def _on_first_contours_ready(self, _contours: object) -> None:
        self._lab.pictures.contours_ready.disconnect(self._on_first_contours_ready)
        if not self.searching:
            self._wait.start(FIRST_MILLISECONDS)

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        if before.view != after.view:
            self._marks.refresh()
            self._marks.show_curvature(math.nan, math.nan, None)
        if (before.surface, before.view.axes) != (after.surface, after.view.axes):
            self._desk.show_pointer("")  # it told of the surface before
            self._marks.show_curvature(math.nan, math.nan, None)
            self._show_declared()
            self._wait.start(GESTURE_MILLISECONDS if self._lab.sessions.gesture else 0)
        elif before.runs != after.runs:
            self._refresh()  # they may be called otherwise

    def _show_declared(self) -> None:
        surface = self._surface
        whole = self._lab.sessions.session.surface.dim == 2
        self._show(surface.minima + surface.saddles + surface.maxima, "searching" if whole else "declared")

    @Slot()
    def _search(self) -> None:
        surface = self._surface
        if self._lab.sessions.session.surface.dim != 2:
            self._refresh()  # runs may have found something while this was waited for
            return

        def work(task: Task) -> tuple[Surface, tuple[CriticalPoint, ...]]:
            return surface, find_critical_points(surface, surface.bounds, task.progress)

        self._task = self._lab.background.submit(JOB, work, self._on_found)
        self._progress.start()

    def _on_found(self, outcome: Outcome) -> None:
        self._task = None
        self._progress.stop()
        self._desk.points.set_progress(0, 0)
        if isinstance(outcome.error, Cancelled):
            self._show(self._given, "points")
        elif outcome.error is not None:
            self._show(self._given, "points")
            self.failed.emit(outcome.trace)
        elif outcome.value[0] is self._surface:  # else the next search is about to begin
            points = outcome.value[1]
            self._show(points, "points" if len(points) < MOST_POINTS else "cut")

    @Slot()
    def _show_progress(self) -> None:
        if self._task is not None:
            self._desk.points.set_progress(self._task.done, self._task.total)

    def _show(self, given: tuple[CriticalPoint, ...], state: str) -> None:
        self._given, self._state = given, state
        self._show_points(self._known())
        self.given_changed.emit(given)

    @Slot()
    def _refresh(self) -> None:
        """Show what is known now, if that is anything else."""
        if (points := self._known()) != self._points:
            self._show_points(points)

    def _known(self) -> tuple[KnownPoint, ...]:
        """What is known; while a search is under way, runs find only what it is about to show."""
        waits = self._finder is None or self.searching or self._state == "searching"
        found = () if waits or self._finder is None else self._finder.found
        return known_points(self._lab.sessions.session, self._given, found)

    def _show_points(self, points: tuple[KnownPoint, ...]) -> None:
        chosen, session = self._marks.chosen, self._lab.sessions.session
        kind = next((point.kind for point in self._points if point.params == chosen), "")
        self._points = points
        minima, maxima = ([p for p in points if p.kind == name] for name in ("minimum", "maximum"))
        saddles = [point for point in points if point.kind in ("saddle", "degenerate")]
        self._desk.stage.set_critical_points(tuple(minima), tuple(saddles), tuple(maxima))
        rows = point_rows(build_surface(session.surface), points, shown_axes(session))
        self._desk.points.set_points(rows, self._state)
        again = self._nearest(chosen, kind)
        self._desk.points.set_chosen(again)
        self._on_point_chosen(again)
        self.points_changed.emit(points)
        self.known_changed.emit(self.known)

    def _nearest(self, place: tuple[float, float], kind: str) -> int:
        """Index of the point that was chosen before the points changed, or −1."""
        x0, x1, y0, y1 = self._surface.bounds
        reach = SAME_PLACE * math.hypot(x1 - x0, y1 - y0)
        away = {i: math.dist(p.params, place) for i, p in enumerate(self._points) if p.kind == kind}
        return min((i for i in away if away[i] <= reach), key=away.__getitem__, default=-1)

    @Slot(int)
    def _on_point_chosen(self, index: int) -> None:
        if index < 0:
            nothing = np.empty((0, 2))
            self._marks.choose(math.nan, math.nan, nothing, nothing)
            return
        point = self._points[index]
        session = self._lab.sessions.session
        surface, axes = build_surface(session.surface), shown_axes(session)
        told = characterisation(surface.hessian(np.array(point.full)), point.kind)
        x, y = point.params
        self._marks.choose(x, y, _seen(told.escape, axes), _seen(told.approach, axes))

    # The pointer

    @Slot(float, float)
    def _on_pointer_moved(self, x: float, y: float) -> None:
        reading = read_point(self._surface, x, y)
        self._desk.show_pointer(self._told(reading))
        if "curvature" in self._lab.sessions.session.view.overlays:
            self._marks.show_curvature(x, y, Curvature(reading.eigenvalues, reading.eigenvectors))

    @Slot()
    def _on_pointer_left(self) -> None:
        self._marks.show_curvature(math.nan, math.nan, None)

    def _told(self, reading: Reading) -> str:
        x, y = reading.params
        gradient_x, gradient_y = reading.gradient.tolist()
        low, high = reading.eigenvalues.tolist()
        rate = reading.largest_learning_rate
        numbers = {"x": x, "y": y, "loss": reading.value, "gx": gradient_x, "gy": gradient_y}
        numbers |= {"norm": reading.gradient_norm, "low": low, "high": high, "kappa": reading.condition_number}
        shown = {name: format_number(value) for name, value in numbers.items()}
        text = self.tr("x {x}  y {y}   loss {loss}   ∇f ({gx}, {gy})  |∇f| {norm}   λ {low}, {high}  κ {kappa}")
        if rate is not None:
            shown["rate"] = format_number(rate)
            text += "   " + self.tr("stable below 2/λ₂ = {rate}")
        return text.format(**shown)


def point_rows(
    surface: Surface, points: tuple[KnownPoint, ...], axes: tuple[int, int] = (0, 1)
) -> tuple[PointRow, ...]:
    """What the table shows of critical points of a surface: where they stand on two axes, what all of them say."""
    if not points:
        return ()
    hessians = surface.hessian(np.array([point.full for point in points]))  # at once: samples make each one dear
    return tuple(
        _point_row(point, characterisation(hessian, point.kind), axes)
        for point, hessian in zip(points, hessians, strict=True)
    )


def _point_row(point: KnownPoint, told: Characterisation, axes: tuple[int, int]) -> PointRow:
    low, high = told.eigenvalues[[0, -1]].tolist()
    saddle = point.kind == "saddle"
    return PointRow(
        kind=point.kind,
        x=point.params[0],
        y=point.params[1],
        value=point.value,
        low=low,
        high=high,
        escape=_degrees(_seen(told.escape, axes)) if saddle else math.nan,
        approach=_degrees(_seen(told.approach, axes)) if saddle else math.nan,
        smooth=point.smooth,
        origin=point.origin,
        finders=point.finders,
        full=point.full,
        in_plane=point.in_plane,
    )


def _seen(directions: Array, axes: tuple[int, int]) -> Array:
    """Directions of shape (n, dim) on two axes, without those across them."""
    shown = directions[:, list(axes)]
    length = np.linalg.norm(shown, axis=1)
    return np.asarray((shown[length > ACROSS].T / length[length > ACROSS]).T)


def _degrees(directions: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    """Angle of the first direction against the x axis, above −90 and up to 90: both ways are one line."""
    if len(directions) == 0:
        return math.nan
    angle = math.degrees(math.atan2(directions[0, 1], directions[0, 0]))
    return round(angle - 180.0 * math.ceil(angle / 180.0 - 0.5), 9) + 0.0
