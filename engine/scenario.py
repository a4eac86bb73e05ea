"""Scenarios: a session, the words around it, and the facts a test holds it to (`resources/scenarios/*.toml`)."""

from __future__ import annotations

import operator
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.files import read_text
from engine.history import RunStatus, Snapshot
from engine.reading import Fields, ReadingError
from engine.resources import resource_path
from engine.session_data import session_from_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from engine.session import Session
    from surfaces import Array

LANGUAGES = ("en", "ko")
_CONDITION = re.compile(r"\s*(x|y|loss|gradient_norm)\s*(<|>)\s*(-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?)\s*")
COLUMNS: dict[str, Callable[[Snapshot], Array]] = {
    "x": lambda snapshot: snapshot.params[:, 0],
    "y": lambda snapshot: snapshot.params[:, 1],
    "loss": lambda snapshot: snapshot.loss,
    "gradient_norm": lambda snapshot: snapshot.gradient_norm,
}
"""What an expectation may speak of."""
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
    """One fact about one run: the first iteration at which a condition holds (None: never), its end, its status."""

    run: str
    when: str = ""
    iteration: int | None = None
    final: tuple[tuple[str, float], ...] = ()
    within: float = 0.0
    status: str = ""

    def failures(self, snapshot: Snapshot) -> list[str]:
        """Return what the snapshot does not fulfil, a line each."""
        found = []
        if self.when:
            first = first_iteration(snapshot, self.when)
            if first != self.iteration:
                found.append(f"{self.run}: {self.when} first holds at {first}, not {self.iteration}")
        for column, value in self.final:
            end = float(_column(snapshot, column)[-1])
            if not abs(end - value) <= self.within:
                found.append(f"{self.run}: final {column} is {end}, not {value} ± {self.within}")
        if self.status and snapshot.status != self.status:
            found.append(f"{self.run}: ended {snapshot.status}, not {self.status}")
        return found


@dataclass(frozen=True)
class Scenario:
    """A prepared session with its texts and expectations."""

    name: str
    order: int
    session: Session
    texts: tuple[tuple[str, ScenarioText], ...]
    expectations: tuple[Expectation, ...]

    def text(self, language: str) -> ScenarioText:
        """Return the words in `language`, in English where there are none."""
        texts = dict(self.texts)
        return texts.get(language, texts["en"])


def first_iteration(snapshot: Snapshot, condition: str) -> int | None:
    """Return the first iteration at which a condition like ``loss < -0.1`` holds, or None."""
    column, sign, level = parse_condition(condition)
    hits = np.flatnonzero(_COMPARE[sign](_column(snapshot, column), level))
    return int(hits[0]) if hits.size else None


def parse_condition(text: str) -> tuple[str, str, float]:
    """Return (column, sign, level); raises ReadingError."""
    match = _CONDITION.fullmatch(text)
    if match is None:
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
    """Read every scenario of a folder (default: those that ship), in the order the files ask for."""
    folder = folder or resource_path("scenarios")
    scenarios = [load_scenario(path) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(scenarios, key=lambda scenario: (scenario.order, scenario.name)))


def find_scenario(scenarios: Iterable[Scenario], name: str) -> Scenario:
    """Return the scenario called `name`; raises ScenarioError with the names there are."""
    known = {scenario.name: scenario for scenario in scenarios}
    if name not in known:
        raise ScenarioError(f"There is no scenario {name!r}. Known: {', '.join(known) or 'none'}.")
    return known[name]


def _scenario_from_data(name: str, fields: Fields) -> Scenario:
    session = session_from_data(fields.table("session"))
    texts = fields.table("text")
    spoken = tuple((code, _text(texts.table(code))) for code in LANGUAGES if code in texts)
    if "en" not in dict(spoken):
        raise ReadingError("text.en is missing.")
    expectations = tuple(_expectation(item, session) for item in fields.tables("expect"))
    return Scenario(name, fields.whole("order", 100), session, spoken, expectations)


def _text(fields: Fields) -> ScenarioText:
    return ScenarioText(fields.text("title"), fields.text("question", ""), fields.texts("watch"), fields.texts("try"))


def _expectation(fields: Fields, session: Session) -> Expectation:
    when = fields.text("when", "")
    if when:
        parse_condition(when)
    final = fields.table("final")
    iteration = None if fields.truth("never", False) or not when else fields.whole("iteration")
    expectation = Expectation(
        run=fields.text("run", allowed=session.labels()),
        when=when,
        iteration=iteration,
        final=tuple((column, final.number(column)) for column in final.rest()),
        within=fields.number("within", 0.0),
        status=fields.text("status", "", allowed=("", *RunStatus)),
    )
    _check_expectation(fields, expectation)
    return expectation


def _check_expectation(fields: Fields, expectation: Expectation) -> None:
    """Refuse what would be passed over in silence: a misspelt field, or a row that expects nothing."""
    for name in fields.rest():
        raise ReadingError(f"{fields.where(name)} is not known here.")
    for column, _ in expectation.final:
        if column not in COLUMNS:
            raise ReadingError(f"{fields.where('final')} can hold {', '.join(COLUMNS)}, not {column!r}.")
    if not (expectation.when or expectation.final or expectation.status):
        raise ReadingError(f"{fields.where('run')}: nothing is expected; give when, final or status.")


def _column(snapshot: Snapshot, name: str) -> Array:
    return COLUMNS[name](snapshot)
