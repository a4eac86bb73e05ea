"""The relief beside the stage: made when it is first wanted, then kept in step with session, results and playhead."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui import presenting
from gui.shown import shown_names, shown_params, shown_place

if TYPE_CHECKING:
    from engine.session import Session, View
    from gui.controllers.laboratory import Laboratory
    from gui.desk import Desk
    from gui.known_points import KnownPoint
    from gui.views.relief_ground import Request
    from gui.views.relief_view import ReliefView
    from gui.workers.background import Outcome, Task
    from surfaces import Bounds
    from surfaces.contours import Contours

UNFINISHED_SECONDS = 0.25
"""While runs are being computed, they are laid onto the landscape at most this often …"""
DRAWING_SHARE = 5.0
"""… and after a pause of so many times what it took."""


class ReliefController(QObject):
    """Shows the relief while the session's view asks for it."""

    failed = Signal(str)

    def __init__(self, lab: Laboratory, desk: Desk) -> None:
        super().__init__(lab)
        self._lab, self._desk = lab, desk
        self._contours: Contours | None = None
        self._shown: tuple[Contours, Bounds] | None = None
        self._drawn_at = self._drawing_took = 0.0
        self._is_on = self._has_room = False
        lab.sessions.session_changed.connect(self._on_session_changed)
        lab.runs.results_changed.connect(self._on_results_changed)
        lab.timekeeper.moved.connect(self._on_moved)
        lab.pictures.contours_ready.connect(self._on_contours_ready)
        lab.reading.points_changed.connect(self._on_points_changed)

    @property
    def _session(self) -> Session:
        return self._lab.sessions.session

    @property
    def _view(self) -> ReliefView:
        """The view; made, with all it needs to import, when first asked for."""
        desk = self._desk
        if desk.relief is None:
            from gui.views.relief_view import ReliefView

            desk.relief = ReliefView()
            desk.relief.set_theme(desk.theme)
            desk.relief.camera_changed.connect(self._on_camera_changed)
            desk.relief.picture_wanted.connect(self._on_picture_wanted)
            desk.center.addWidget(desk.relief)
            desk.center.setChildrenCollapsible(False)
            desk.center.setHandleWidth(6)
        return desk.relief

    # Showing

    def _show(self) -> None:
        self._is_on = True
        view, session = self._view, self._session
        view.set_camera(*session.view.camera)
        view.set_colour_map(session.view.colour_map)
        self._show_facts()
        self._show_contours()
        self._show_runs()
        view.show()
        self._share_room()

    def _share_room(self) -> None:
        """Give the relief half the room, when it is new: later it keeps what somebody has given it."""
        center = self._desk.center
        if not self._has_room:
            self._has_room = True
            width = max(center.width(), 100)
            center.setSizes([width // 2, width // 2])

    def _hide(self) -> None:
        self._is_on = False
        self._view.hide()

    def _show_facts(self) -> None:
        session, view = self._session, self._view
        view.set_critical_points(_on_landscape(self._lab.reading.points))
        view.set_variables(shown_names(session))
        view.set_start(*shown_place(session, session.start))

    def _show_contours(self) -> None:
        """Show what the stage shows, once its contours are there."""
        if self._contours is None:
            return
        region = self._desk.stage.view()
        if self._shown is None or self._shown[0] is not self._contours or self._shown[1] != region:
            self._shown = (self._contours, region)
            self._view.set_surface(self._contours, region)

    def _show_runs(self) -> None:
        began = time.perf_counter()
        session, snapshots = self._session, self._lab.runs.snapshots
        gradients = (snapshot.gradient for _, snapshot in presenting.shown_runs(session, snapshots))
        flat = (shown_params(session, gradient) for gradient in gradients)
        self._view.set_trails(presenting.trails(session, snapshots), tuple(flat))
        self._view.set_rows(self._lab.timekeeper.rows)
        self._drawn_at = time.perf_counter()
        self._drawing_took = self._drawn_at - began

    # What happens

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        if after.view.three_d != self._is_on:
            self._show() if after.view.three_d else self._hide()
            return
        if not self._is_on:
            return
        if before.view != after.view:
            self._on_view_changed(before.view, after.view)
        if (before.surface, before.start, before.view.axes) != (after.surface, after.start, after.view.axes):
            self._show_facts()

    def _on_view_changed(self, before: View, after: View) -> None:
        if before.camera != after.camera:
            self._view.set_camera(*after.camera)
        self._view.set_colour_map(after.colour_map)

    @Slot()
    def _on_results_changed(self) -> None:
        if not self._is_on:
            return
        waited = time.perf_counter() - self._drawn_at
        if self._lab.runs.finished or waited > max(UNFINISHED_SECONDS, DRAWING_SHARE * self._drawing_took):
            self._show_runs()

    @Slot()
    def _on_moved(self) -> None:
        if self._is_on:
            self._view.set_rows(self._lab.timekeeper.rows)

    @Slot(object)
    def _on_contours_ready(self, contours: Contours) -> None:
        """Show them; with the first ones of a session that has a relief, the relief itself."""
        self._contours = contours
        if self._is_on:
            self._show_contours()
        elif self._session.view.three_d:
            self._show()

    @Slot(tuple)
    def _on_points_changed(self, points: tuple[KnownPoint, ...]) -> None:
        if self._is_on:
            self._view.set_critical_points(_on_landscape(points))

    # What the view wishes

    @Slot(float, float, bool)
    def _on_camera_changed(self, azimuth: float, elevation: float, dragging: bool) -> None:
        if not dragging:
            view = replace(self._session.view, camera=(round(azimuth, 2), round(elevation, 2)))
            self._lab.sessions.set_view(view)

    @Slot(object)
    def _on_picture_wanted(self, request: Request) -> None:
        def work(_task: Task) -> tuple[Request, object]:
            return request, request.made()

        self._lab.background.submit("relief", work, self._on_picture, priority=1)

    def _on_picture(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(outcome.trace)
        else:
            self._view.set_picture(*outcome.value)


def _on_landscape(points: tuple[KnownPoint, ...]) -> tuple[KnownPoint, ...]:
    """Of many parameters, what does not lie in the plane shown would stand above its landscape or under it."""
    return tuple(point for point in points if point.in_plane)
