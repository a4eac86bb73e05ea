"""The chosen run's step, explained: in the panel, and drawn on the map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from engine.explain import explain
from gui.explaining import explanation_words, rests_in
from gui.shown import coordinate_names
from gui.step_drawings import drawing_of, is_drawn, models_of
from gui.timelines import sentence
from gui.views.explain_panel import ALL, ExplainPanel
from gui.views.step_geometry import TERMS
from gui.views.step_marks import StageSteps, StepDrawing
from gui.views.taylor_layer import StageTaylor, TaylorDrawing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.explain import Explanation
    from engine.run import RunConfig
    from engine.session import RunSpec, Session
    from gui.controllers.laboratory import Laboratory
    from gui.desk import Desk
    from gui.explaining import TermRow
    from gui.theme import Theme
    from surfaces.surface import Bounds

WORDS_MILLISECONDS = 50
"""While time runs the words change at most so often: faster cannot be read."""
FIRST_VECTORS = ("slope", "adapted", "memory", "update")
"""What is drawn when the panel is opened for the first time: the chain from the slope to the step."""


class Known(NamedTuple):
    """A step that was explained: of which run, whether with its formulas."""

    config: RunConfig
    written: bool
    found: Explanation


class ExplainController(QObject):
    """Works only for what is in sight: the panel, the arrows that the view wants."""

    def __init__(self, lab: Laboratory, desk: Desk) -> None:
        super().__init__(lab)
        self._lab, self._desk = lab, desk
        self._panel = ExplainPanel(desk.explain)
        self._panel.set_theme(desk.theme)
        self._steps, self._taylor = StageSteps(desk.stage), StageTaylor(desk.stage)
        self._line = ALL
        self._lit: frozenset[str] = frozenset()
        self._known: dict[int, Known] = {}
        """What was explained last of each run."""
        self._timer = QTimer(self, singleShot=True, interval=WORDS_MILLISECONDS)
        self._timer.timeout.connect(self._show_words)
        self._panel.run_chosen.connect(lab.timekeeper.choose)
        self._panel.term_pointed.connect(self._on_term_pointed)
        self._panel.line_by_line_toggled.connect(self._on_line_by_line_toggled)
        desk.stage.pointer_moved.connect(self._on_pointer_moved)
        desk.stage.pointer_left.connect(self._on_pointer_left)
        desk.stage.view_changed.connect(self._on_view_changed)
        lab.timekeeper.moved.connect(self._on_moved)
        lab.timekeeper.chosen_changed.connect(self.refresh)
        lab.runs.results_changed.connect(self.refresh)
        lab.finder.events_changed.connect(self._show_words)
        lab.sessions.session_changed.connect(self._on_session_changed)
        desk.explain.fill(self._panel)
        desk.explain.seen.connect(self._on_panel_seen)

    @property
    def panel(self) -> ExplainPanel:
        """The panel, which is made here."""
        return self._panel

    @property
    def steps(self) -> tuple[StepDrawing, ...]:
        """What is drawn of steps, line by line as they are told."""
        return self._steps.shown

    def set_theme(self, theme: Theme) -> None:
        """Recolour panel and arrows."""
        self._panel.set_theme(theme)
        self._draw()

    @property
    def _session(self) -> Session:
        return self._lab.sessions.session

    # Time, line by line

    def step(self, by: int) -> bool:
        """Go one line of the step on or back, if that is how steps are taken; return whether it was."""
        if not self._panel.line_by_line.isChecked() or not self._desk.explain.is_seen or abs(by) != 1:
            return False
        rows = len(self._panel.words.rows)
        line = (rows if self._line == ALL else self._line) + by
        if 1 <= line <= rows:
            self._line = line
            self._panel.show_lines(line)
            self._draw()
            return True
        self._line = 1 if by > 0 else ALL
        return False

    @Slot(bool)
    def _on_line_by_line_toggled(self, on: bool) -> None:
        self._line = 1 if on else ALL
        self.refresh()

    # What changes

    @Slot()
    def _on_moved(self) -> None:
        if not self._lab.playback.playing:
            self._show_words()
        elif not self._timer.isActive():
            self._timer.start()
        self._draw()

    @Slot()
    def _on_panel_seen(self) -> None:
        view = self._session.view
        if not view.vectors and not self._lab.settings.number("explained", 0.0):
            self._lab.settings.remember("explained", 1)
            self._lab.sessions.set_view(replace(view, vectors=FIRST_VECTORS))
        self.refresh()

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        if before.runs != after.runs or before.view != after.view or before.surface != after.surface:
            self.refresh()

    @Slot(tuple)
    def _on_view_changed(self, _view: Bounds) -> None:
        self._draw()

    @Slot()
    def refresh(self) -> None:
        """Show everything anew."""
        self._show_words()
        self._draw()

    # The panel

    @Slot()
    def _show_words(self) -> None:
        if not self._desk.explain.is_seen:
            return
        session, chosen = self._session, self._lab.timekeeper.chosen
        self._panel.set_runs(tuple((run.key, run.label, run.style) for run in session.runs), chosen)
        names = coordinate_names(session)
        self._panel.set_names(names)
        found = self._found(chosen, written=True)
        if found is None:
            self._panel.set_empty(self.tr("Add a run, and its steps are explained here."))
            return
        rest = rests_in(self._lab.finder.events(chosen), found)
        self._panel.set_words(explanation_words(found, names, () if rest is None else (sentence(rest),)))
        self._panel.show_lines(self._line)

    def _found(self, key: int, *, written: bool = False) -> Explanation | None:
        snapshot = self._lab.runs.snapshots.get(key)
        run = next((run for run in self._session.runs if run.key == key), None)
        if snapshot is None or run is None:
            return None
        config, row = self._session.config(run), min(self._lab.timekeeper.row(key), snapshot.last)
        known = self._known.get(key)
        if known is None or (known.config, known.found.iteration) != (config, row) or written > known.written:
            known = self._known[key] = Known(config, written, explain(config, snapshot, row, written=written))
        return known.found

    # The map

    def _draw(self) -> None:
        view = self._session.view
        if not view.vectors:
            self._steps.show(())
            self._taylor.show(())
            return
        runs = [run for run in self._session.runs if self._is_drawn(run)]
        steps = [(run, found) for run in runs if (found := self._found(run.key)) is not None]
        self._steps.show(tuple(self._drawing(run, found) for run, found in steps))
        chosen = [found for run, found in steps if run.key == self._lab.timekeeper.chosen]
        self._taylor.show(self._models(chosen[0]) if chosen else ())

    def _is_drawn(self, run: RunSpec) -> bool:
        return is_drawn(self._session, run, self._lab.timekeeper.chosen)

    def _drawing(self, run: RunSpec, found: Explanation) -> StepDrawing:
        shown = shown_parts(found, self._session.view.vectors, self._line)
        return drawing_of(self._session, run, self._lab.runs.snapshots[run.key], found, shown)

    def _models(self, found: Explanation) -> tuple[TaylorDrawing, ...]:
        return models_of(self._session, found, self._desk.stage.view(), self._desk.stage.levels)

    # Pointing

    @Slot(object)
    def _on_term_pointed(self, row: TermRow | None) -> None:
        arrows = frozenset((row.arrow,)) if row is not None and row.arrow else frozenset()
        self._steps.light(self._lab.timekeeper.chosen, arrows)
        self._desk.table.light(() if row is None else _columns((row,)))

    @Slot(float, float)
    def _on_pointer_moved(self, x: float, y: float) -> None:
        if self._steps.shown:
            self._light(self._steps.terms_at(self._lab.timekeeper.chosen, x, y))

    @Slot()
    def _on_pointer_left(self) -> None:
        self._light(frozenset())

    def _light(self, arrows: frozenset[str]) -> None:
        """Let a part of the chosen run's step stand out, with the terms that speak of it and their columns."""
        if arrows != self._lit:
            self._lit = arrows
            self._steps.light(self._lab.timekeeper.chosen, arrows)
            self._panel.light(arrows)
            self._desk.table.light(_columns(row for row in self._panel.words.rows if row.arrow in arrows))


def _columns(rows: Iterable[TermRow]) -> tuple[str, ...]:
    """What the table's columns of terms go by: the field that holds one, else what it is."""
    return tuple(row.column or row.role for row in rows)


def shown_parts(found: Explanation, wanted: tuple[str, ...], line: int) -> tuple[str, ...]:
    """Return what may be drawn while the first lines of a step are shown: no arrow comes before its terms."""
    if line == ALL:
        return wanted
    places: dict[str, int] = {}
    for place, term in enumerate(found.terms):
        if term.role != "position" or term.arrow not in places:
            places[term.arrow] = place
    return tuple(name for name in wanted if _told_at(name, places) < line)


def _told_at(name: str, places: dict[str, int]) -> int:
    """Return where the last term stands that speaks of a part; what none speaks of comes with the step itself."""
    speaking = TERMS.get("divisor" if name == "rates" else name, frozenset())
    found = [places[arrow] for arrow in speaking if arrow in places]
    waits = name not in ("trials", "curvature") and bool(speaking)
    return max(found) if found else places["update"] if waits else -1
