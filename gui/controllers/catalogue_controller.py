"""The catalogue's page: its pictures, its search, the dimensions of a surface and the two that are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QPixmap

from gui.controllers.thumbnails import Pictured, Thumbnails
from gui.numbers import format_number
from gui.shown import shown_axes, shown_surface
from gui.views.catalogue_list import OWN, SHIPPED
from surfaces import CATALOGUE, SurfaceSpec, surface_row
from surfaces.slice import Slice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.session import Session
    from gui.controllers.laboratory import Laboratory
    from gui.desk import Desk
    from gui.theme import Theme
    from gui.views.catalogue_page import CataloguePage


class CatalogueController(QObject):
    """Keeps the page in step with the session; the pictures begin with `set_look`."""

    failed = Signal(str)

    def __init__(self, page: CataloguePage, lab: Laboratory, desk: Desk) -> None:
        super().__init__(lab)
        self._page, self._lab, self._desk = page, lab, desk
        self._thumbnails = Thumbnails(lab.background, self)
        self._thumbnails.ready.connect(self._on_thumbnails_ready)
        self._thumbnails.failed.connect(self.failed)
        self.set_own_pictures({})
        page.in_view_changed.connect(self._on_page_in_view_changed)
        page.surface_chosen.connect(lab.edits.choose_surface)
        page.dimensions_chosen.connect(self._on_page_dimensions_chosen)
        page.axes_chosen.connect(self._on_page_axes_chosen)
        lab.sessions.session_changed.connect(self._on_session_changed)
        self._show(lab.sessions.session)

    def set_look(self, theme: Theme, size: QSize, ratio: float) -> None:
        """Draw the pictures in a theme's colours, those in view first."""
        self._thumbnails.set_look(theme, size, ratio)
        self._on_page_in_view_changed()

    def set_own_pictures(self, own: Mapping[str, Pictured]) -> None:
        """Say how the person's own surfaces look, by the names of the page's choices."""
        shipped = {(SHIPPED, row.name): Pictured(SurfaceSpec(row.name), row.levels) for row in CATALOGUE.values()}
        self._thumbnails.set_known(shipped | {(OWN, name): pictured for name, pictured in own.items()})
        self._on_page_in_view_changed()

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        if before.surface != after.surface or before.view.axes != after.view.axes:
            self._show(after)

    def _show(self, session: Session) -> None:
        spec = session.surface
        most = surface_row(spec.name).most_dimensions if spec.name else 2
        self._page.set_dimensions(spec.dim, most, shown_axes(session), self._held_text(session))

    def _held_text(self, session: Session) -> str:
        """Say where the parameters that are not shown are held."""
        surface = shown_surface(session)
        if not isinstance(surface, Slice):
            return ""
        held = [axis for axis in range(session.surface.dim) if axis not in surface.axes]
        values = {format_number(surface.anchor[axis]) for axis in held}
        names = ", ".join(f"x{axis + 1}" for axis in held)
        if len(values) == 1:
            text = self.tr("The contours hold {names} at {value}, as in the lowest minimum.")
            return text.format(names=names, value=values.pop())
        return self.tr("The contours hold {names} as in the lowest minimum.").format(names=names)

    @Slot(int)
    def _on_page_dimensions_chosen(self, dim: int) -> None:
        session = self._lab.sessions.session
        before = session.start
        start = before[:dim] + surface_row(session.surface.name).start_in(dim)[len(before) :]
        spec = replace(session.surface, dim=dim)
        self._lab.edits.change_surface(spec, self.tr("Change dimensions"), "dimensions", start=start)
        self._show(self._lab.sessions.session)  # a number that was refused gives way

    @Slot(int, int)
    def _on_page_axes_chosen(self, right: int, up: int) -> None:
        view = self._lab.sessions.session.view
        self._lab.sessions.set_view(replace(view, axes=(right, up)))

    @Slot()
    def _on_page_in_view_changed(self) -> None:
        self._thumbnails.want(self._page.in_view())

    @Slot(str, str, QPixmap)
    def _on_thumbnails_ready(self, kind: str, name: str, picture: QPixmap) -> None:
        (self._page.set_own_picture if kind == OWN else self._page.set_picture)(name, picture)
