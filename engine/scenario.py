"""Scenarios: a session, the words around it, and the facts a test holds it to (`resources/scenarios/*.toml`).

A row `[[expect]]` names a run and at least one of:

when        a condition on one column: `iteration` is the first one at which it holds, or `never = true`; with it,
            `evaluations` is what had been asked of the surface by then (as `engine.clock` counts)
event       a kind of event: `iteration` is the first one at which the run has it, or `never = true`
values      columns and their values in the last row, or in row `at`, each `within` a margin
status      how the run ended
"""

from __future__ import annotations

import operator
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.clock import moment_of
from engine.events import KINDS, find_events, is_random
from engine.files import read_text
from engine.history import RunStatus, Snapshot
from engine.reading import Fields, ReadingError
from engine.resources import resource_path
from engine.session_data import session_from_data
from surfaces import build_surface

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from engine.events import Event
    from engine.session import Session
    from surfaces import Array

LANGUAGES = ("en", "ko")
CHAPTERS = (
    "Slopes and steps",
    "Traps and saddles",
    "Noise and batches",
    "Memory and pace",
    "Curvature",
    "Data and loss",
    "Schedules and mixtures",
    "Which one when",
)
"""In book order."""


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


class ScenarioError(ValueError):
    """A scenario that does not exist or cannot be read, in one sentence."""


@dataclass(frozen=True)
class ScenarioText:
    """What a scenario says in one language."""

    title: str
    question: str
    """To put to the class before pressing play."""
    watch: tuple[str, ...]
    """What to look at, a sentence each."""
    try_next: tuple[str, ...]


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


@dataclass(frozen=True)
class Scenario:
    """A prepared session with its texts and expectations."""

    name: str
    chapter: str
    """One of `CHAPTERS`."""
    order: int
    """Where it stands within its chapter."""
    session: Session
    texts: tuple[tuple[str, ScenarioText], ...]
    expectations: tuple[Expectation, ...]

    def text(self, language: str) -> ScenarioText:
        """Return the words in `language`, in English where there are none."""
        texts = dict(self.texts)
        return texts.get(language, texts["en"])

    def failures(self, snapshots: Mapping[str, Snapshot]) -> list[str]:
        """Return what the runs, by label, do not fulfil of all that is expected: a line each."""
        return [
            line
            for expected in self.expectations
            for line in expected.failures(snapshots[expected.run], self.events_for(expected, snapshots[expected.run]))
        ]

    def events_for(self, expected: Expectation, snapshot: Snapshot) -> tuple[Event, ...]:
        """Return what happens in a run, if an expectation speaks of it: naming it takes longer than running it."""
        if not expected.event:
            return ()
        run = next(run for run in self.session.runs if run.label == expected.run)
        surface = build_surface(self.session.surface)
        return find_events(snapshot, surface, random=is_random(self.session.config(run)))


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


def load_scenario(path: Path) -> Scenario:
    """Read one scenario file; raises ScenarioError or FileError."""
    try:
        data = tomllib.loads(read_text(path))
        return _scenario_from_data(path.stem, Fields(data, ""))
    except (tomllib.TOMLDecodeError, ReadingError, RecursionError) as error:
        raise ScenarioError(f"The scenario {path.name} cannot be read: {error}") from error


def load_scenarios(folder: Path | None = None) -> tuple[Scenario, ...]:
    """Read every scenario of a folder (default: those that ship), by chapter, then in the order they ask for."""
    folder = folder or resource_path("scenarios")
    scenarios = [load_scenario(path) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(scenarios, key=lambda one: (CHAPTERS.index(one.chapter), one.order, one.name)))


def find_scenario(scenarios: Iterable[Scenario], name: str) -> Scenario:
    """Return the scenario called `name`; raises ScenarioError with the names there are."""
    known = {scenario.name: scenario for scenario in scenarios}
    if name not in known:
        raise ScenarioError(f"There is no scenario {name!r}. Known: {', '.join(known) or 'none'}.")
    return known[name]


def chapter_openings(scenarios: Iterable[Scenario]) -> tuple[Scenario, ...]:
    """Return the scenario with which each chapter begins: a small selection of them all."""
    openings: dict[str, Scenario] = {}
    for scenario in scenarios:
        openings.setdefault(scenario.chapter, scenario)
    return tuple(openings.values())


def _scenario_from_data(name: str, fields: Fields) -> Scenario:
    session = session_from_data(fields.table("session"))
    texts = fields.table("text")
    spoken = tuple((code, _text(texts.table(code))) for code in LANGUAGES if code in texts)
    if "en" not in dict(spoken):
        raise ReadingError("text.en is missing.")
    expectations = tuple(_expectation(item, session) for item in fields.tables("expect"))
    chapter = fields.text("chapter", allowed=CHAPTERS)
    return Scenario(name, chapter, fields.whole("order", 100), session, spoken, expectations)


def _text(fields: Fields) -> ScenarioText:
    return ScenarioText(fields.text("title"), fields.text("question", ""), fields.texts("watch"), fields.texts("try"))


def _expectation(fields: Fields, session: Session) -> Expectation:
    when, event = fields.text("when", ""), fields.text("event", "", allowed=("", *KINDS))
    if when:
        parse_condition(when)
    values = fields.table("values")
    is_told = not fields.truth("never", False) and bool(when or event)
    expectation = Expectation(
        run=fields.text("run", allowed=session.labels()),
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
