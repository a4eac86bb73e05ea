"""What is expected of the runs of a scenario: rows `[[expect]]`, to which a test holds it.

A row names a run and at least one of:

when        a condition on one column: `iteration` is the first one at which it holds, or `never = true`; with it,
            `evaluations` is what had been asked of the surface by then (as `engine.clock` counts)
event       a kind of event: `iteration` is the first one at which the run has it, or `never = true`
values      columns and their values in the last row, or in row `at`, each `within` a margin
status      how the run ended
"""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.clock import moment_of
from engine.events import KINDS
from engine.history import RunStatus, Snapshot
from engine.reading import Fields, ReadingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from engine.events import Event
    from surfaces import Array


def _path(snapshot: Snapshot) -> Array:
    lengths = np.hypot.reduce(snapshot.update, axis=1)
    return np.concatenate([[0.0], np.cumsum(lengths)])


_CONDITION = re.compile(r"\s*([a-z_]+)\s*(<|>)\s*(-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?)\s*")
COLUMNS: dict[str, Callable[[Snapshot], Array]] = {
    "x": lambda snapshot: snapshot.params[:, 0],
    "y": lambda snapshot: snapshot.params[:, 1],
    "loss": lambda snapshot: snapshot.loss,
    "gradient_norm": lambda snapshot: snapshot.gradient_norm,
    "learning_rate": lambda snapshot: snapshot.learning_rate,
    "path": _path,
}
"""What an expectation may speak of; `path` is how long the way to a row is."""
_COMPARE: dict[str, Callable[[Any, float], Any]] = {"<": operator.lt, ">": operator.gt}


@dataclass(frozen=True)
class Expectation:
    """One fact about one run, a row `[[expect]]`."""

    run: str
    when: str = ""
    event: str = ""
    iteration: int | None = None
    """The first one at which `when` holds or `event` happens; None: never."""
    evaluations: float | None = None
    at: int | None = None
    """The row of `values`; None: the last."""
    values: tuple[tuple[str, float], ...] = ()
    within: float = 0.0
    status: str = ""

    def failures(self, snapshot: Snapshot, events: Iterable[Event] = ()) -> list[str]:
        """Return what the snapshot, in which these events happen, does not fulfil: a line each."""
        found = []
        if self.when:
            first = first_iteration(snapshot, self.when)
            if first != self.iteration:
                found.append(f"{self.when} first holds at {first}, not {self.iteration}")
            elif first is not None and self.evaluations is not None:
                found += self._misspent(moment_of(snapshot, "evaluations", first))
        if self.event:
            first = next((event.iteration for event in events if event.kind == self.event), None)
            if first != self.iteration:
                found.append(f"{self.event} first at {first}, not {self.iteration}")
        found += self._missed(snapshot)
        if self.status and snapshot.status != self.status:
            found.append(f"ended {snapshot.status}, not {self.status}")
        return [f"{self.run}: {line}" for line in found]

    def _misspent(self, spent: float) -> list[str]:
        return [] if spent == self.evaluations else [f"{self.when} after {spent} evaluations, not {self.evaluations}"]

    def _missed(self, snapshot: Snapshot) -> list[str]:
        if not self.values:
            return []
        row = snapshot.last if self.at is None else self.at
        if row > snapshot.last:
            return [f"there is no row {row}: the last is {snapshot.last}"]
        values = [(name, float(COLUMNS[name](snapshot)[row]), value) for name, value in self.values]
        return [
            f"{name} at {row} is {there}, not {value} ± {self.within}"
            for name, there, value in values
            if not abs(there - value) <= self.within
        ]


def first_iteration(snapshot: Snapshot, condition: str) -> int | None:
    """Return the first iteration at which a condition like ``loss < -0.1`` holds, or None."""
    column, sign, level = parse_condition(condition)
    hits = np.flatnonzero(_COMPARE[sign](COLUMNS[column](snapshot), level))
    return int(hits[0]) if hits.size else None


def parse_condition(text: str) -> tuple[str, str, float]:
    """Return (column, sign, level); raises ReadingError."""
    match = _CONDITION.fullmatch(text)
    if match is None or match[1] not in COLUMNS:
        raise ReadingError(f"{text!r} is no condition; write one like 'loss < -0.1' or 'x > 2'.")
    return match[1], match[2], float(match[3])


def expectation_from_data(fields: Fields, runs: tuple[str, ...]) -> Expectation:
    """Return what a row describes of one of the runs with these labels; raises ReadingError."""
    when, event = fields.text("when", ""), fields.text("event", "", allowed=("", *KINDS))
    if when:
        parse_condition(when)
    values = fields.table("values")
    is_told = not fields.truth("never", False) and bool(when or event)
    expectation = Expectation(
        run=fields.text("run", allowed=runs),
        when=when,
        event=event,
        iteration=fields.whole("iteration") if is_told else None,
        evaluations=fields.number("evaluations") if is_told and "evaluations" in fields else None,
        at=fields.whole("at") if "at" in fields else None,
        values=tuple((column, values.number(column)) for column in values.rest()),
        within=fields.number("within", 0.0),
        status=fields.text("status", "", allowed=("", *RunStatus)),
    )
    _check_expectation(fields, expectation)
    return expectation


def _check_expectation(fields: Fields, expectation: Expectation) -> None:
    """Refuse what would be passed over in silence: a misspelt or idle field, or a row that expects nothing."""
    for name in fields.rest():
        raise ReadingError(f"{fields.where(name)} is not known here.")
    for column, _ in expectation.values:
        if column not in COLUMNS:
            raise ReadingError(f"{fields.where('values')} can hold {', '.join(COLUMNS)}, not {column!r}.")
    if expectation.when and expectation.event:
        raise ReadingError(f"{fields.where('event')}: a row has when or event, not both.")
    if not (expectation.when or expectation.event or expectation.values or expectation.status):
        raise ReadingError(f"{fields.where('run')}: nothing is expected; give when, event, values or status.")
