"""The formula page and the session: what is typed becomes the surface, what the surface is stands on the page."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from gui.controllers.formula_texts import formula_of, formula_texts
from gui.presenting import surface_specs
from gui.translation.sentences import data_text
from surfaces import FormulaError, SurfaceError, SurfaceSpec, build_surface, surface_row, terrain
from surfaces.formula import free_names

if TYPE_CHECKING:
    from engine.session import Session
    from gui.controllers.laboratory import Laboratory
    from gui.desk import Desk
    from gui.views.formula_page import FormulaPage, FormulaTexts
    from gui.workers.background import Outcome, Task
    from surfaces import Bounds, Surface

    Start = tuple[float, ...] | None

GESTURE = "formula"
MOST_RECENT = 12
_STARTS = ((0.2, 0.8), (0.8, 0.8), (0.25, 0.3), (0.7, 0.2), (0.5, 0.5))
"""Where a start is tried, in parts of the bounds."""
_TEXTS_AFTER_MILLISECONDS = 120
"""Derivatives are written out once typing pauses …"""
_FRAME_AFTER_MILLISECONDS = 350
"""… and bounds are chosen a little later, so that the map stands still under each key."""


class FormulaController(QObject):
    """Compiles what is typed off the window's thread and edits the session; the newest text wins."""

    def __init__(self, page: FormulaPage, lab: Laboratory, desk: Desk) -> None:
        super().__init__(lab)
        self._page, self._lab = page, lab
        self._typesetter = lab.typesetter
        for label in page.mathematics():
            self._typesetter.serve(label)
        self._values: dict[str, float] = {}
        """Values of the parameters seen since the field was entered: a name that is gone may come back."""
        self._awaited: str | None = None
        """The text that is being compiled."""
        self._framed: SurfaceSpec | None = None
        """The surface that bounds are being chosen for."""
        self._is_ending = self._is_putting = False
        self._texts_timer = self._timer(_TEXTS_AFTER_MILLISECONDS, self._write_texts)
        self._frame_timer = self._timer(_FRAME_AFTER_MILLISECONDS, self._frame)
        page.formula_typed.connect(self._on_formula_typed)
        page.finished.connect(self._on_finished)
        page.adoption_wanted.connect(self._on_adoption_wanted)
        page.shown.connect(self._texts_timer.start)
        page.set_recent(self._recent())
        lab.sessions.session_changed.connect(self._on_session_changed)
        self._show()

    def _timer(self, milliseconds: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    @property
    def _session(self) -> Session:
        return self._lab.sessions.session

    # From the page to the session

    @Slot(str)
    def _on_formula_typed(self, text: str) -> None:
        session, bounds = self._session, build_surface(self._session.surface).bounds
        if self._lab.bounds.are_chosen(session.surface):
            self._lab.bounds.treat_as_chosen(bounds)  # till others are
        known = dict(self._values)
        self._frame_timer.stop()
        self._awaited = text

        def work(_task: Task) -> tuple[SurfaceSpec, Start]:
            spec = replace(typed_surface(session.surface, text, known), bounds=bounds)
            return spec, better_start(build_surface(spec), session.start)

        self._lab.background.submit("formula", work, self._on_built)

    def _on_built(self, outcome: Outcome) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited is None:
            return  # another surface was chosen meanwhile
        if isinstance(outcome.error, SurfaceError):
            error = outcome.error
            self._page.field.set_error(awaited, error if isinstance(error, FormulaError) else FormulaError(str(error)))
        elif outcome.error is not None:
            raise outcome.error
        else:
            self._put(*outcome.value)
            if self._lab.bounds.are_chosen(outcome.value[0]):
                self._frame_timer.start()
        if self._is_ending:
            self._on_finished()

    def _put(self, spec: SurfaceSpec, start: Start) -> None:
        """Edit the session, within one gesture."""
        self._is_putting = True
        self._lab.edits.change_surface(spec, self.tr("Type formula"), GESTURE, dragging=True, start=start)
        self._is_putting = False

    @Slot()
    def _frame(self) -> None:
        """Choose bounds for the formula that was typed, as part of the same edit."""
        self._frame_timer.stop()
        self._framed = self._session.surface
        self._lab.bounds.choose(self._framed, self._on_framed)

    def _on_framed(self, spec: SurfaceSpec, bounds: Bounds) -> None:
        self._framed = None
        if spec == self._session.surface and self._lab.sessions.gesture == GESTURE:
            framed = replace(spec, bounds=bounds)
            self._put(framed, better_start(build_surface(framed), self._session.start))
        if self._is_ending:
            self._on_finished()

    @Slot()
    def _on_finished(self) -> None:
        """End the edit, once all that belongs to it has been done."""
        if self._frame_timer.isActive():
            self._frame()
        self._is_ending = bool(self._awaited or self._framed)
        if not self._is_ending:
            self._end()

    def _end(self) -> None:
        """What is typed from now on is another edit."""
        self._values = dict(self._session.surface.parameters)
        if self._lab.sessions.gesture == GESTURE:
            self._lab.sessions.end_gesture()
            self._remember(self._session.surface.formula)
            self._lab.presenter.offer_tuning_when_finished()

    @Slot()
    def _on_adoption_wanted(self) -> None:
        spec = adopted(self._session.surface)
        self._lab.bounds.treat_as_chosen(build_surface(spec).bounds)
        self._lab.edits.change_surface(spec, self.tr("Edit as formula"))

    def _recent(self) -> tuple[str, ...]:
        return tuple(text for text in self._lab.settings.text("formulas").split("\n") if text)

    def _remember(self, formula: str) -> None:
        line = " ".join(formula.split())
        recent = (line, *(other for other in self._recent() if other != line))[:MOST_RECENT]
        self._lab.settings.remember("formulas", "\n".join(recent))
        self._page.set_recent(recent)

    # From the session to the page

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        if before.surface == after.surface:
            return
        if not self._is_putting:  # it came from elsewhere, and what was under way for the former is void
            self._awaited, self._framed, self._is_ending = None, None, False
            self._frame_timer.stop()
        self._show()

    def retranslate(self) -> None:
        """Show everything in the window's language."""
        self._show()

    def _show(self) -> None:
        spec = self._session.surface
        values = surface_specs(spec)[1]
        self._values.update(values)
        self._page.set_formula(formula_of(spec), values)
        row = surface_row(spec.name) if spec.name else None
        title = data_text(row.title) if row else spec.heights.title if spec.heights else ""
        self._page.set_source(title, can_adopt=bool(formula_of(spec)))
        self._texts_timer.start()

    @Slot()
    def _write_texts(self) -> None:
        if not self._page.isVisible():
            return
        text, parameters = formula_of(self._session.surface), tuple(surface_specs(self._session.surface)[1])

        def work(_task: Task) -> FormulaTexts:
            return formula_texts(text, parameters)

        self._lab.background.submit("formula texts", work, self._on_texts)

    def _on_texts(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        self._page.set_texts(outcome.value)


def typed_surface(current: SurfaceSpec, text: str, known: dict[str, float]) -> SurfaceSpec:
    """Return the surface that a text makes of the current one.

    What is sculpted on it stays, unless the text is the formula that has it written out; parameters keep their values.
    """
    values = {name: known.get(name, 1.0) for name in sorted(free_names(text))}
    spec = SurfaceSpec(formula=text, parameters=tuple(values.items()))
    if not formula_of(current):
        return spec
    features = () if current.features and text.strip() == terrain.formula_of(current) else current.features
    return replace(spec, features=features, bag=current.bag)


def adopted(current: SurfaceSpec) -> SurfaceSpec:
    """Return the formula of a catalogue surface as one of one's own: same parameters, same bounds."""
    values = surface_specs(current)[1]
    return replace(
        SurfaceSpec(formula=formula_of(current), features=current.features, bag=current.bag),
        parameters=tuple(sorted(values.items())),
        bounds=build_surface(current).bounds,
    )


def better_start(surface: Surface, start: tuple[float, ...]) -> Start:
    """Return a start for a surface on which the current one is of no use; None when it can stay."""
    x0, x1, y0, y1 = surface.bounds
    if len(start) == 2 and x0 <= start[0] <= x1 and y0 <= start[1] <= y1 and _is_finite(surface, start):
        return None
    places = [(x0 + right * (x1 - x0), y0 + up * (y1 - y0)) for right, up in _STARTS]
    rounded = [tuple(float(f"{value:.3g}") for value in place) for place in places]
    return next((place for place in rounded if _is_finite(surface, place)), rounded[-1])


def _is_finite(surface: Surface, place: tuple[float, ...]) -> bool:
    loss, gradient = surface.value_and_gradient_at(place)
    return math.isfinite(loss) and all(map(math.isfinite, gradient))
