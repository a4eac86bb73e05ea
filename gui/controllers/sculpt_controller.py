"""Sculpting and the session: every gesture on the map or the page becomes an undoable edit, a drag is one."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.controllers.formula_controller import better_start, typed_surface
from gui.translation.sentences import data_text
from gui.views.feature_icons import feature_image
from gui.views.sculpt_handles import SculptTool
from gui.views.sculpt_page import TYPED
from surfaces import CATALOGUE, FormulaError, SurfaceError, SurfaceSpec, build_surface, surface_scales
from surfaces.features import FEATURES, MOST_FEATURES, new_feature, smaller_side, tidy
from surfaces.random_terrain import random_terrain
from surfaces.terrain import FLAT, base_formula, formula_of, is_sculptable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from engine.session import Session
    from gui.controllers.laboratory import Laboratory
    from gui.desk import Desk
    from gui.theme import Theme
    from gui.views.sculpt_page import SculptPage
    from gui.workers.background import Outcome, Task
    from surfaces.surface import Feature

PRESETS = {"flat": FLAT, "round-bowl": "(x^2 + y^2)/10", "tilted-plane": "x/5 + y/10"}
"""Bases that are formulas of a page's own, so gentle that features of height 1 show on them."""
HEIGHT_SHARE = 0.25
"""The height of a new feature in parts of the relief its base has."""
BASE_GESTURE = "sculpt base"
_OFFSET = 0.06
"""How far a copy lies from its original, in parts of the view."""


class SculptController(QObject):
    """Connects the Sculpt page and the handles on the maps with the session."""

    def __init__(self, page: SculptPage, lab: Laboratory, desk: Desk) -> None:
        super().__init__(lab)
        self._page, self._lab, self._desk = page, lab, desk
        self.tool = SculptTool(self)
        self._connect_page()
        self._connect_tool()
        lab.sessions.session_changed.connect(self._on_session_changed)
        self._show()

    def _connect_page(self) -> None:
        page = self._page
        page.armed.connect(self._on_armed)
        page.center_wished.connect(self._on_center_wished)
        page.base_chosen.connect(self._on_base_chosen)
        page.base_typed.connect(self._on_base_typed)
        page.base_finished.connect(self._on_base_finished)
        page.feature_edited.connect(self._on_feature_edited)
        page.selected.connect(self.tool.set_selected)
        page.remove_wished.connect(self._on_remove_wished)
        page.duplicate_wished.connect(self._on_duplicate_wished)
        page.move_wished.connect(self._on_move_wished)
        page.terrain_wished.connect(self._on_terrain_wished)
        page.restyled.connect(self._on_page_restyled)
        page.visibility_changed.connect(self._on_page_visibility_changed)

    def _connect_tool(self) -> None:
        tool = self.tool
        tool.put_wished.connect(self._put)
        tool.changed.connect(self._on_tool_changed)
        tool.dropped.connect(self._on_tool_dropped)
        tool.selected.connect(self._page.set_selected)
        tool.remove_wished.connect(self._on_remove_wished)
        tool.duplicate_wished.connect(self._on_duplicate_wished)
        tool.armed.connect(self._page.set_armed)

    @property
    def _spec(self) -> SurfaceSpec:
        return self._lab.sessions.session.surface

    @property
    def _features(self) -> tuple[Feature, ...]:
        return self._spec.features

    # From the session to page and maps

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        if before.surface != after.surface:
            self._show()

    def retranslate(self) -> None:
        """Show everything in the window's language."""
        self._page.set_bases(self._bases())
        self._show()

    def _show(self) -> None:
        spec = self._spec
        self.tool.set_features(spec.features)
        self._page.set_features(spec.features)
        self._page.set_selected(self.tool.scene.selected)
        if self._page.isVisible():
            self._show_formula(spec)

    def _show_formula(self, spec: SurfaceSpec) -> None:
        page = self._page
        try:
            text, values = base_formula(spec)
        except SurfaceError as error:
            page.set_base("", "")
            page.set_formula("")
            page.set_refusal(data_text(str(error)))
            return
        page.set_refusal("")
        page.set_base(self._base_key(spec), text, values)
        page.set_formula(formula_of(spec))

    @staticmethod
    def _base_key(spec: SurfaceSpec) -> str:
        presets = {formula: key for key, formula in PRESETS.items()}
        return spec.name or presets.get(spec.formula, TYPED)

    @Slot(bool)
    def _on_page_visibility_changed(self, visible: bool) -> None:
        """The handles are on the maps as long as the page can be seen."""
        self._desk.stage.set_tool(self.tool if visible else None)
        if visible:
            self._page.set_bases(self._bases())
            self._show_formula(self._spec)
        else:
            self.tool.set_kind("")
            self._page.set_armed("")

    def _bases(self) -> list[tuple[str, str]]:
        titles = (self.tr("Flat"), self.tr("Round bowl"), self.tr("Tilted plane"))
        rows = [(name, data_text(row.title)) for name, row in CATALOGUE.items() if is_sculptable(SurfaceSpec(name))]
        return [*zip(PRESETS, titles, strict=True), (TYPED, self.tr("This formula…")), ("", ""), *rows]

    @Slot(object)
    def _on_page_restyled(self, theme: Theme) -> None:
        def work(_task: Task) -> dict[str, QImage]:
            return {kind: feature_image(kind, theme) for kind in FEATURES}

        self._lab.background.submit("feature pictures", work, self._on_images)

    def _on_images(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        self._page.set_images(outcome.value)

    # Putting

    @Slot(str)
    def _on_armed(self, kind: str) -> None:
        """While one aims, the formula with one more feature is compiled."""
        self.tool.set_kind(kind)
        if not kind or len(self._features) >= MOST_FEATURES:
            return
        after = self._with((*self._features, new_feature(kind, 0.0, 0.0, (-1.0, 1.0, -1.0, 1.0), 1.0)))

        def work(_task: Task) -> None:
            try:
                build_surface(after).value_and_gradient_at((0.0, 0.0))
            except (SurfaceError, FormulaError):
                return  # it is said when it is put

        self._lab.background.submit("sculpt ahead", work, _ignore)

    @Slot(str)
    def _on_center_wished(self, kind: str) -> None:
        x0, x1, y0, y1 = self._desk.stage.view()
        self._put(kind, (x0 + x1) / 2.0, (y0 + y1) / 2.0)

    @Slot(str, float, float)
    def _put(self, kind: str, x: float, y: float) -> None:
        feature = new_feature(kind, x, y, self._desk.stage.view(), self._usual_height())
        self._add(feature, self.tr("Put {feature}"))

    def _add(self, feature: Feature, text: str) -> None:
        count = len(self._features)
        self._edit((*self._features, feature), text.format(feature=_title(feature)))
        if len(self._features) > count:
            self._select(count)

    def _usual_height(self) -> float:
        """A quarter of the relief of the base, as 1, 2 or 5 times a power of ten; on flat ground that of the last."""
        base = build_surface(self._with(()))
        relief = HEIGHT_SHARE * surface_scales(base).loss_range
        if relief > 1e-9:
            decade = 10.0 ** math.floor(math.log10(relief))
            return next(tidy(part * decade, decade) for part in (5.0, 2.0, 1.0) if part * decade <= relief)
        return self._features[-1].height or 1.0 if self._features else 1.0

    # Changing

    @Slot(int, object, str)
    def _on_tool_changed(self, index: int, feature: Feature, handle: str) -> None:
        self._change(index, feature, handle, gesture=f"sculpt {index} {handle}")

    @Slot()
    def _on_tool_dropped(self) -> None:
        if self._lab.sessions.gesture.startswith("sculpt "):
            self._lab.sessions.end_gesture()

    @Slot(int, object, str)
    def _on_feature_edited(self, index: int, feature: Feature, number: str) -> None:
        self._change(index, feature, number)

    def _change(self, index: int, feature: Feature, what: str, gesture: str = "") -> None:
        texts = {
            "width": self.tr("Widen {feature}"),
            "length": self.tr("Lengthen {feature}"),
            "angle": self.tr("Rotate {feature}"),
            "height": self.tr("Raise or lower {feature}"),
        }
        text = texts.get(what, self.tr("Move {feature}")).format(feature=_title(feature))
        self._edit(_replaced(self._features, index, (feature,)), text, gesture)

    @Slot(int)
    def _on_remove_wished(self, index: int) -> None:
        if 0 <= index < len(self._features):
            text = self.tr("Delete {feature}").format(feature=_title(self._features[index]))
            self._edit(_replaced(self._features, index, ()), text)
            self._select(-1)

    @Slot(int)
    def _on_duplicate_wished(self, index: int) -> None:
        if 0 <= index < len(self._features):
            original, size = self._features[index], smaller_side(self._desk.stage.view())
            by = _OFFSET * size
            copy = replace(original, x=tidy(original.x + by, size), y=tidy(original.y - by, size))
            self._add(copy, self.tr("Duplicate {feature}"))

    @Slot(int, int)
    def _on_move_wished(self, index: int, by: int) -> None:
        if 0 <= index < len(self._features) and 0 <= index + by < len(self._features):
            features = list(self._features)
            features.insert(index + by, features.pop(index))
            self._edit(tuple(features), self.tr("Move in the list"))
            self._select(index + by)

    def _select(self, index: int) -> None:
        self.tool.set_selected(index)
        self._page.set_selected(index)

    def _with(self, features: tuple[Feature, ...]) -> SurfaceSpec:
        return replace(self._spec, features=features, bag=None)

    def _edit(self, features: tuple[Feature, ...], text: str, gesture: str = "") -> None:
        spec = replace(self._spec, features=features)
        self._lab.edits.change_surface(spec, text, gesture, dragging=bool(gesture))
        if self._spec != spec:  # refused: show what holds
            self._show()

    # The base

    @Slot(str)
    def _on_base_chosen(self, key: str) -> None:
        base = SurfaceSpec(formula=PRESETS[key]) if key in PRESETS else SurfaceSpec(key)
        self._change_base(replace(base, features=self._features))
        self._show()

    @Slot(str)
    def _on_base_typed(self, text: str) -> None:
        try:
            spec = typed_surface(self._spec, text, dict(self._spec.parameters))
            self._change_base(spec, BASE_GESTURE)
        except FormulaError as error:
            self._page.field.set_error(text, error)

    @Slot()
    def _on_base_finished(self) -> None:
        if self._lab.sessions.gesture == BASE_GESTURE:
            self._lab.sessions.end_gesture()

    def _change_base(self, spec: SurfaceSpec, gesture: str = "") -> None:
        try:
            start = better_start(build_surface(spec), self._lab.sessions.session.start)
        except FormulaError:
            raise
        except SurfaceError as error:
            self._lab.edits.refused.emit(data_text(str(error)))
            return
        text = self.tr("Choose base")
        self._lab.edits.change_surface(spec, text, gesture, dragging=bool(gesture), start=start)

    # Random terrain

    @Slot(int, int, float)
    def _on_terrain_wished(self, seed: int, wells: int, roughness: float) -> None:
        """Made and compiled off the window's thread: it may have as many features as a surface can have."""
        before, scale = self._spec, self._usual_height() if self._spec.formula != FLAT else 1.0
        bounds = build_surface(before).bounds

        def work(_task: Task) -> SurfaceSpec:
            after = replace(before, features=random_terrain(seed, wells, roughness, bounds, scale=scale))
            build_surface(after).value_and_gradient_at((0.0, 0.0))
            return after

        self._lab.background.submit(self.tr("Random terrain"), work, self._on_terrain, asked=True)

    def _on_terrain(self, outcome: Outcome) -> None:
        if isinstance(outcome.error, SurfaceError):
            self._lab.edits.refused.emit(data_text(str(outcome.error)))
        elif outcome.error is not None:
            raise outcome.error
        elif replace(outcome.value, features=()) == replace(self._spec, features=()):
            self._lab.edits.change_surface(outcome.value, self.tr("Random terrain"))
            self._select(-1)


def _title(feature: Feature) -> str:
    return data_text(FEATURES[feature.kind].title).lower()


def _replaced(features: Sequence[Feature], index: int, by: tuple[Feature, ...]) -> tuple[Feature, ...]:
    return (*features[:index], *by, *features[index + 1 :])


def _ignore(_outcome: Outcome) -> None:
    """What was computed ahead is remembered where it was computed."""
