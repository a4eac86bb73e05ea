"""The bounds of the surface: typed, taken from the view, or chosen to suit what there is to see."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from surfaces import build_surface

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.session import Session
    from gui.controllers.laboratory import Laboratory
    from gui.desk import Desk
    from gui.widgets.bounds_field import BoundsField
    from gui.workers.background import Outcome, Task
    from surfaces import Bounds, SurfaceSpec

    Chosen = Callable[[SurfaceSpec, Bounds], None]


class BoundsController(QObject):
    """Each wish is one undoable edit. Choosing looks for critical points, so it is done in the background."""

    def __init__(self, field: BoundsField, lab: Laboratory, desk: Desk) -> None:
        super().__init__(lab)
        self._field, self._lab, self._stage = field, lab, desk.stage
        self._chosen: set[Bounds | None] = {None}
        field.bounds_typed.connect(self._on_bounds_typed)
        field.choice_wanted.connect(self._on_choice_wanted)
        field.view_wanted.connect(self._on_view_wanted)
        lab.sessions.session_changed.connect(self._on_session_changed)
        self._show()

    def are_chosen(self, spec: SurfaceSpec) -> bool:
        """Whether nobody has set a surface's bounds by hand, so that others may be chosen for another formula."""
        return spec.bounds in self._chosen

    def treat_as_chosen(self, bounds: Bounds) -> None:
        """Take bounds as if they had been chosen for the surface."""
        self._chosen.add(bounds)

    def choose(self, spec: SurfaceSpec, then: Chosen) -> None:
        """Choose bounds for a surface and hand both on; the newest wish wins."""

        def work(_task: Task) -> Bounds:
            from surfaces.framing import choose_bounds  # wanted for formulas only

            return choose_bounds(build_surface(spec))

        def deliver(outcome: Outcome) -> None:
            if outcome.error is not None:
                raise outcome.error
            self._chosen.add(outcome.value)
            then(spec, outcome.value)

        self._lab.background.submit("framing", work, deliver)

    def _change(self, bounds: Bounds | None) -> None:
        spec = replace(self._lab.sessions.session.surface, bounds=bounds)
        self._lab.edits.change_surface(spec, self.tr("Change bounds"))

    @Slot(tuple)
    def _on_bounds_typed(self, bounds: Bounds) -> None:
        self._change(bounds)

    @Slot()
    def _on_choice_wanted(self) -> None:
        spec = self._lab.sessions.session.surface
        if spec.formula:
            self.choose(spec, self._on_chosen)
        else:
            self._change(None)
            self._stage.fit()

    def _on_chosen(self, spec: SurfaceSpec, bounds: Bounds) -> None:
        if spec == self._lab.sessions.session.surface:
            self._change(bounds)
            self._stage.fit()

    @Slot()
    def _on_view_wanted(self) -> None:
        x0, x1, y0, y1 = self._stage.view()
        self._change((*readable(x0, x1), *readable(y0, y1)))

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        if before.surface != after.surface:
            self._show()

    def _show(self) -> None:
        self._field.set_bounds(build_surface(self._lab.sessions.session.surface).bounds)


def readable(low: float, high: float) -> tuple[float, float]:
    """Return an interval rounded to a hundredth of its length or finer, so that its ends are short numbers."""
    places = 2 - math.floor(math.log10(high - low))
    return round(low, places), round(high, places)
