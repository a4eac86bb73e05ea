"""A run as the picture shows it: its looks, what it did up to the playhead, and the words for both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.hyperparameters import hyperparameters
from engine.schedules import Constant
from gui.appearance import run_style
from gui.numbers import format_number
from gui.translation.sentences import data_text
from gui.views.long_lines import last_finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.history import Snapshot
    from engine.hyperparameters import Declared, Hyperparameter
    from engine.session import RunSpec
    from gui.figure.clip import Array
    from gui.theme import Theme

translate = QCoreApplication.translate


@dataclass(frozen=True, eq=False)
class DrawnRun:
    """A visible run with its snapshot, up to iteration `upto`, seen along two axes."""

    spec: RunSpec
    snapshot: Snapshot
    upto: int
    axes: tuple[int, int] = (0, 1)

    @property
    def place(self) -> Array:
        """Where it stands, shape (2,); NaN if it was never anywhere."""
        path = self.snapshot.params[: self.upto + 1, list(self.axes)]
        return path[last_finite(path)] if last_finite(path) >= 0 else np.full(2, np.nan)

    @property
    def branching(self) -> Array | None:
        """Where a branch begins and where its parent was then, shape (2, 2); None before it has begun."""
        snapshot, axes = self.snapshot, list(self.axes)
        if self.spec.branch is None or snapshot.before is None or snapshot.first > snapshot.last:
            return None
        return np.array([snapshot.params[snapshot.first, axes], snapshot.before.params[-1, axes]])

    @property
    def is_under_way(self) -> bool:
        """Whether there is more of it after the playhead."""
        return self.upto < self.snapshot.last

    def is_shared(self, runs: Sequence[DrawnRun]) -> bool:
        """Whether it still is its parent at the playhead, and that is one of the runs shown."""
        return self.upto < self._own(runs)

    def _own(self, runs: Sequence[DrawnRun]) -> int:
        """The first row that is drawn beside other runs: what a branch shares with one of them is drawn once."""
        branch = self.spec.branch
        return self.snapshot.first if branch and any(run.spec.key == branch.parent for run in runs) else 0

    def drawn(self, runs: Sequence[DrawnRun], first: int = 0, stop: int | None = None) -> Array:
        """The positions (n, 2) of rows to draw beside other runs, up to the playhead; NaN where another draws them."""
        path = self.snapshot.params[first : self.upto + 1 if stop is None else stop, list(self.axes)]
        path[: max(self._own(runs) - first, 0)] = np.nan
        return path

    def line(self, runs: Sequence[DrawnRun], first: int = 0, stop: int | None = None) -> Array:
        """The same, with the step to where a branch is nudged away from ending there."""
        path, left, own = self.drawn(runs, first, stop), self.snapshot.left, self.snapshot.first - first
        if left is None or not 0 < own < len(path):
            return path
        between = np.array([left[list(self.axes)], (np.nan, np.nan)])
        return np.insert(path, own, between, axis=0)

    @property
    def loss_text(self) -> str:
        """The loss at the playhead."""
        return format_number(float(self.snapshot.loss[self.upto]))

    @property
    def ending(self) -> str:
        """What went wrong and when, if it has by the playhead."""
        failed = self.snapshot.status in ("diverged", "non-finite")
        return f"{self.snapshot.status} {self.snapshot.last}" if failed and self.upto == self.snapshot.last else ""

    @property
    def details(self) -> str:
        """The learning rate, every hyperparameter that is not at its default, and the schedule."""
        words = described(self.spec.optimizer, always=("learning_rate",))
        schedule = self.spec.schedule
        if not isinstance(schedule, Constant):
            words.append(
                " ".join([data_text(schedule.title).lower(), *described(schedule, always=tuple(schedule.values()))])
            )
        return " · ".join(words)

    def color(self, theme: Theme) -> str:
        """The colour of everything that is this run's."""
        return theme.run_colors[self.spec.style % len(theme.run_colors)]

    def dash(self, width: float) -> tuple[float, ...]:
        """Dashes of a line of this width, in pixels (empty: solid)."""
        return tuple(part * width for part in run_style(self.spec.style).dash)


def described(declared: Declared, always: tuple[str, ...] = ()) -> list[str]:
    """Return name and value of the hyperparameters in `always` and of those that differ from their default."""
    values = declared.values()
    return [
        _described(parameter, values[parameter.name])
        for parameter in hyperparameters(declared)
        if parameter.name in always or values[parameter.name] != parameter.default
    ]


def _described(parameter: Hyperparameter, value: float | bool | str) -> str:
    name = data_text(parameter.name.replace("_", " "))
    if isinstance(value, bool):
        return name if value else translate("figure", "no {name}").format(name=name)
    return f"{name} {value if isinstance(value, str) else format_number(value, 6)}"
