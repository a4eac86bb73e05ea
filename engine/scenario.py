"""Scenarios: a session, the words around it, and what is expected of its runs (`resources/scenarios/*.toml`).

Their words are read at once, their sessions and expectations (`engine.expectation`) when somebody asks for them: a
list of all of them builds no surface.
"""

from __future__ import annotations

import tomllib
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from engine.files import read_text
from engine.reading import Fields, ReadingError
from engine.resources import resource_path
from engine.session import SessionError
from engine.session_data import session_from_data
from engine.session_file import load_session
from surfaces import build_surface

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from engine.events import Event
    from engine.expectation import Expectation
    from engine.history import Snapshot
    from engine.session import Session

LANGUAGES = ("en", "ko")
MINE = "my/"
"""So begin the names of a person's own scenarios: no other has them."""
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
OWN = "My scenarios"
"""The chapter of a person's own, where they name no other."""


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
    runs: tuple[tuple[str, str], ...] = ()
    """What runs are called in this language, by their labels in the session."""


@dataclass(frozen=True)
class Scenario:
    """A prepared session with its texts and expectations."""

    name: str
    chapter: str
    """One of `CHAPTERS`, or `OWN`."""
    order: int
    """Where it stands within its chapter."""
    texts: tuple[tuple[str, ScenarioText], ...]
    path: Path
    data: Fields = field(compare=False, repr=False)
    """What its file holds."""

    @cached_property
    def session(self) -> Session:
        """What it begins with; raises ScenarioError."""
        with _naming(self.path):
            kept = self.data.raw("session")
            if isinstance(kept, str):
                return _kept_session(self.path, kept)
            return session_from_data(self.data.table("session"))

    @cached_property
    def expectations(self) -> tuple[Expectation, ...]:
        """What its runs are held to; raises ScenarioError."""
        from engine.expectation import expectation_from_data

        with _naming(self.path):
            runs = self.session.labels()
            return tuple(expectation_from_data(item, runs) for item in self.data.tables("expect"))

    def text(self, language: str) -> ScenarioText:
        """Return the words in `language`, in English where there are none."""
        texts = dict(self.texts)
        return texts.get(language) or texts.get("en") or next(iter(texts.values()))

    def spoken(self, language: str) -> Session:
        """Return the session with its runs called as `language` has it; raises ScenarioError."""
        names, session = dict(self.text(language).runs), self.session
        with _naming(self.path):
            for label in names.keys() - set(session.labels()):
                raise ReadingError(f"text.{language}.runs names {label!r}, which is no run.")
        return replace(session, runs=tuple(replace(run, label=names.get(run.label, run.label)) for run in session.runs))

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
        from engine.events import find_events, is_random

        run = next(run for run in self.session.runs if run.label == expected.run)
        surface = build_surface(self.session.surface)
        return find_events(snapshot, surface, random=is_random(self.session.config(run)))


def load_scenario(path: Path, *, own: bool = False) -> Scenario:
    """Read the words of one scenario file; raises ScenarioError or FileError."""
    with _naming(path):
        data = Fields(tomllib.loads(read_text(path)), "")
        texts = data.table("text")
        spoken = tuple((code, _text(texts.table(code))) for code in LANGUAGES if code in texts)
        if "en" not in dict(spoken) and not (own and spoken):
            raise ReadingError("text.en is missing.")
        chapter = data.text("chapter", OWN if own else None, allowed=(*CHAPTERS, OWN) if own else CHAPTERS)
        name = f"{MINE}{path.stem}" if own else path.stem
        return Scenario(name, chapter, data.whole("order", 100), spoken, path, data)


def load_scenarios(folder: Path | None = None) -> tuple[Scenario, ...]:
    """Read every scenario of a folder (default: those that ship), by chapter, then in the order they ask for."""
    folder = folder or resource_path("scenarios")
    return in_order(load_scenario(path) for path in sorted(folder.glob("*.toml")))


def in_order(scenarios: Iterable[Scenario]) -> tuple[Scenario, ...]:
    """Return scenarios by chapter, then in the order they ask for."""
    chapters = (*CHAPTERS, OWN)
    return tuple(sorted(scenarios, key=lambda one: (chapters.index(one.chapter), one.order, one.name)))


def scenario_called(name: str) -> Scenario:
    """Return a scenario that ships by its name, or one in a file by the path of that, which ends in .toml.

    Raises
    ------
    ScenarioError, FileError
        Where there is none, or it cannot be read.
    """
    if name.endswith(".toml"):
        return load_scenario(Path(name), own=True)
    return find_scenario(load_scenarios(), name)


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


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let whatever is wrong name the file."""
    try:
        yield
    except (tomllib.TOMLDecodeError, ReadingError, SessionError, RecursionError) as error:
        raise ScenarioError(f"The scenario {path.name} cannot be read: {error}") from error


def _kept_session(path: Path, name: str) -> Session:
    """Return the session that lies in a file beside a scenario."""
    if Path(name).name != name:
        raise ReadingError(f"session is {name!r}; it can be a table, or the name of a session file beside this one.")
    return load_session(path.parent / name)


def _text(fields: Fields) -> ScenarioText:
    runs = fields.table("runs")
    return ScenarioText(
        fields.text("title"),
        fields.text("question", ""),
        fields.texts("watch"),
        fields.texts("try"),
        tuple((label, runs.text(label)) for label in runs.rest()),
    )
