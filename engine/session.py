"""The session: everything a person has set up, as one frozen value.

An edit makes a new session; what changed is found by comparing. Sessions, scenarios and undo hold nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from engine.batches import Sampling
from engine.branch import Origin
from engine.clock import CLOCKS, ITERATION
from engine.optimizers import make_optimizer
from engine.plots import FIRST_PLOTS, Plot
from engine.run import RunConfig
from engine.schedules import Constant, Schedule
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.history import Snapshot
    from engine.optimizer import Optimizer

LAYOUTS = ("together", "side-by-side")
LOSS_SCALES = ("log", "linear")
LEVELS = ("auto", "log", "linear", "quantile")
COLOUR_MAPS = ("theme", "viridis", "cividis", "grey")
OVERLAYS = ("gradient", "newton", "sign", "condition", "curvature")
"""What can be laid over the contours: −∇f, −H⁻¹∇f, where the Hessian is indefinite, its condition number, and the
curvature ellipse at the pointer."""
ALONE = "alone"
PACES = (*CLOCKS, ALONE)
"""How time goes on: for all runs by one clock, or for one of them at a time while the others wait."""
VECTORS = ("slope", "adapted", "memory", "update", "trials", "divisor", "rates", "curvature", "plane", "paraboloid")
"""What of a step can be drawn on the map: −ηg, what the step's scaling makes of it alone, what memory carries and the
slope adds, the step and where it lands, the points it tried, what each axis is divided by, the rates that are left of
it, the Hessian's eigenvectors as long as their curvature, and Taylor's models of first and second order."""
TRAILS = ("full", "fading", "last-10", "last-50")
"""How much is drawn of the way to the playhead."""
MARKERS = (0, 5, 10, 50)
"""Every how many rows a trail has a marker of its run; 0: nowhere."""
MOST_RUNS = 64
MOST_STEPS = 1_000_000
MOST_BRANCHINGS = 32
"""A branch of a branch of a branch … goes so deep."""
COLOURS = 8
"""Styles so many slots apart have the same colour, with another marker and dash."""
MOST_BOOKMARKS = 256
LONGEST_NOTE = 200


class SessionError(ValueError):
    """A session that cannot be; the text says why in one sentence."""


@dataclass(frozen=True)
class RunSpec:
    """One run as a person sees it: an optimizer, its schedule and its looks."""

    key: int
    """Unique in the session; stays when runs are reordered."""
    label: str
    optimizer: Optimizer
    schedule: Schedule = field(default_factory=Constant)
    style: int = 0
    """Slot of its colour, marker and dash."""
    visible: bool = True
    sampling: Sampling = field(default_factory=Sampling)
    """Which samples its steps see, on surfaces that have some."""
    branch: Branch | None = None
    """Where it leaves another run; None for one from the start."""


@dataclass(frozen=True)
class Branch:
    """Where and how a run leaves its parent. It follows what is changed there later: the rows they share are one."""

    parent: int
    """The parent's key; 0 when it has been removed …"""
    iteration: int
    carry: bool = True
    """Whether the parent's state is taken over, as far as it fits (see `engine.branch`)."""
    nudge: tuple[float, ...] = ()
    """By how much the position is moved there; missing numbers are 0."""
    kept: RunSpec | None = None
    """… and then this is what it was."""

    def left_at(self, snapshot: Snapshot) -> int:
        """Return the iteration at which a branch left its parent: the parent's end, if that came first."""
        return snapshot.first if snapshot.first <= snapshot.last else self.iteration


@dataclass(frozen=True)
class Bookmark:
    """An iteration of a run that somebody wants to find again, and why."""

    run: int
    """Its key."""
    iteration: int
    note: str = ""


@dataclass(frozen=True)
class View:
    """How the session is shown; changes here are no edits and are not undone."""

    layout: str = "together"
    loss_scale: str = "log"
    levels: str = "auto"
    three_d: bool = False
    """Whether the relief stands beside the contours."""
    camera: tuple[float, float] = (-60.0, 35.0)
    """Azimuth and elevation of the relief, in degrees."""
    colour_map: str = "theme"
    overlays: tuple[str, ...] = ()
    axes: tuple[int, int] = (0, 1)
    """Which two parameters the contours show, where there are more."""
    pace: str = ITERATION
    vectors: tuple[str, ...] = ()
    """What is drawn of the chosen run's step, some of `VECTORS` …"""
    vectors_of_all: bool = False
    """… or of every run's."""
    trail: str = "full"
    markers: int = 0
    plots: tuple[Plot, ...] = FIRST_PLOTS
    """What the plots beside the map show."""


@dataclass(frozen=True)
class Session:
    """A surface, a start, the runs, and how far they go."""

    surface: SurfaceSpec
    start: tuple[float, ...]
    runs: tuple[RunSpec, ...] = ()
    steps: int = 200
    seed: int = 0
    view: View = field(default_factory=View)
    bookmarks: tuple[Bookmark, ...] = ()
    """At most one for an iteration of a run; in order of iteration, then of key."""

    def config(self, run: RunSpec) -> RunConfig:
        """Return what the numbers of `run` depend on."""
        draws = run.sampling.batch_size or run.optimizer.draws
        sampling = run.sampling if draws else Sampling()  # nothing is drawn: equal runs are one
        return RunConfig(
            self.surface, self.start, run.optimizer, run.schedule, self.seed, sampling, self._origin(run.branch)
        )

    def _origin(self, branch: Branch | None) -> Origin | None:
        """Return what the numbers of a branch depend on beside its own config."""
        if branch is None:
            return None
        parent = self.config(branch.kept or self.run(branch.parent))
        dim = len(self.start)
        nudge = (*branch.nudge, *[0.0] * dim)[:dim]
        return Origin(
            parent.optimizer,
            parent.schedule,
            branch.iteration,
            branch.carry,
            nudge,
            parent.sampling,
            parent.origin,
        )

    def parent(self, run: RunSpec) -> RunSpec | None:
        """Return the run that `run` branches off, in the session or as it was when it was removed."""
        return (run.branch.kept or self.run(run.branch.parent)) if run.branch else None

    def run(self, key: int) -> RunSpec:
        """Return the run with this key; raises KeyError."""
        for run in self.runs:
            if run.key == key:
                return run
        raise KeyError(key)

    @property
    def draws(self) -> bool:
        """Whether chance plays a part: a run sees batches, or its optimizer draws."""
        return any(run.sampling.batch_size or run.optimizer.draws for run in self.runs)

    def with_run(self, changed: RunSpec) -> Session:
        """Return the session with the run of the same key replaced."""
        return replace(self, runs=tuple(changed if run.key == changed.key else run for run in self.runs))

    def without_run(self, key: int) -> Session:
        """Return the session without a run and its bookmarks; its branches keep what it was."""
        gone = [replace(run, key=0) for run in self.runs if run.key == key]
        runs = tuple(_orphaned(run, key, *gone) for run in self.runs if run.key != key) if gone else self.runs
        bookmarks = tuple(mark for mark in self.bookmarks if mark.run != key)
        return replace(self, runs=runs, bookmarks=bookmarks)

    def adding_run(self, optimizer: Optimizer, *, label: str = "", after: int | None = None) -> Session:
        """Return the session with one more run, at the end or behind the run with key `after`, paced like that one.

        Every new run draws from a stream of chance of its own. Behind a branch it is one, too.
        """
        if len(self.runs) >= MOST_RUNS:
            raise SessionError(f"A session holds at most {MOST_RUNS} runs.")
        key = max((run.key for run in self.runs), default=0) + 1
        wanted = label or optimizer.title
        run = RunSpec(key, unique_label(wanted, self.labels()), optimizer, style=self._free_style())
        model = run if after is None else self.run(after)
        sampling = replace(model.sampling, stream=key)
        run = replace(run, schedule=model.schedule, sampling=sampling, branch=model.branch)
        runs = list(self.runs)
        place = len(runs) if after is None else [r.key for r in runs].index(after) + 1
        runs.insert(place, run)
        return replace(self, runs=tuple(runs))

    def branching_run(self, key: int, iteration: int) -> Session:
        """Return the session with a run that is the one with this key, until something is changed from `iteration` on.

        It stands below its parent and the branches that are there already, in the same colour.
        """
        if len(self.runs) >= MOST_RUNS:
            raise SessionError(f"A session holds at most {MOST_RUNS} runs.")
        parent = self.run(key)
        if self.depth(parent) >= MOST_BRANCHINGS:
            raise SessionError(f"A branch of a branch goes {MOST_BRANCHINGS} levels deep at most.")
        run = replace(
            parent,
            key=max(run.key for run in self.runs) + 1,
            label=unique_label(re.sub(r" \d+$", "", parent.label), self.labels()),
            style=self._kindred_style(parent.style),
            visible=True,
            branch=Branch(key, iteration),
        )
        place = self._behind_branches(key)
        return replace(self, runs=(*self.runs[:place], run, *self.runs[place:]))

    def depth(self, run: RunSpec) -> int:
        """Return how many runs it branches off, one of another: 0 for a run from the start."""
        parent = self.parent(run)
        return 1 + self.depth(parent) if parent else 0

    def _behind_branches(self, key: int) -> int:
        """Return the place behind a run and the branches that follow it."""
        place = [run.key for run in self.runs].index(key) + 1
        family = {key}
        for run in self.runs[place:]:
            if run.branch is None or run.branch.parent not in family:
                break
            family.add(run.key)
            place += 1
        return place

    def moving_run(self, key: int, by: int) -> Session:
        """Return the session with a run moved up (negative) or down the list."""
        runs = list(self.runs)
        place = [run.key for run in runs].index(key)
        runs.insert(max(0, min(len(runs) - 1, place + by)), runs.pop(place))
        return replace(self, runs=tuple(runs))

    def with_bookmark(self, wanted: Bookmark) -> Session:
        """Return the session with a bookmark, in place of another one there."""
        others = self.without_bookmark(wanted.run, wanted.iteration).bookmarks
        if len(others) >= MOST_BOOKMARKS:
            raise SessionError(f"A session holds at most {MOST_BOOKMARKS} bookmarks.")
        marks = sorted((*others, wanted), key=lambda mark: (mark.iteration, mark.run))
        return replace(self, bookmarks=tuple(marks))

    def without_bookmark(self, run: int, iteration: int) -> Session:
        """Return the session without the bookmark at an iteration of a run, if there is one."""
        marks = tuple(mark for mark in self.bookmarks if (mark.run, mark.iteration) != (run, iteration))
        return replace(self, bookmarks=marks)

    def labels(self) -> tuple[str, ...]:
        """Return the labels of all runs."""
        return tuple(run.label for run in self.runs)

    def _free_style(self) -> int:
        taken = {run.style for run in self.runs}
        return next(slot for slot in range(len(self.runs) + 1) if slot not in taken)

    def _kindred_style(self, style: int) -> int:
        """Return a free slot of the same colour."""
        taken = {run.style for run in self.runs}
        slots = range(style % COLOURS, COLOURS * (len(self.runs) + 1), COLOURS)
        return next(slot for slot in slots if slot not in taken)


def _orphaned(run: RunSpec, key: int, gone: RunSpec) -> RunSpec:
    """Return a run that keeps what its parent was, if that was the run with this key; and so do its ancestors."""
    branch = run.branch
    if branch is None:
        return run
    kept = _orphaned(branch.kept, key, gone) if branch.kept else gone if branch.parent == key else None
    return run if kept is branch.kept else replace(run, branch=replace(branch, parent=0, kept=kept))


def unique_label(wanted: str, taken: Iterable[str]) -> str:
    """Return `wanted`, or `wanted 2`, `wanted 3`, … so that no two runs share a label."""
    labels = set(taken)
    if wanted not in labels:
        return wanted
    count = 2
    while f"{wanted} {count}" in labels:
        count += 1
    return f"{wanted} {count}"


def default_session() -> Session:
    """Return the book's figure: four optimizers on x²/20 + y² at the book's learning rates."""
    session = Session(SurfaceSpec(name="book"), start=(-7.0, 2.0), steps=30)
    book = (
        ("SGD", "gradient-descent", {"learning_rate": 0.95}),
        ("Momentum", "momentum", {"learning_rate": 0.1}),
        ("AdaGrad", "adagrad", {"learning_rate": 1.5, "eps": 1e-7}),
        ("Adam", "adam", {"learning_rate": 0.3, "eps": 1e-7, "form": "book"}),
    )
    for label, name, values in book:
        session = session.adding_run(make_optimizer(name, values), label=label)
    return session
