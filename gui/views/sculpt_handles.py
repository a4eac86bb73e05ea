"""The hands that sculpt: features and their handles on every map, put, dragged, turned and deleted with the mouse."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPixmap
from PySide6.QtWidgets import QMenu, QToolTip

from gui.numbers import format_number
from gui.translation.sentences import data_text
from gui.views.feature_painter import Scene, draw_busy, draw_quiet, quiet_features
from gui.views.feature_shapes import Grip, dragged, lifted, nearest, under
from gui.views.plot_layer import Layer, blank, device_painter
from surfaces.features import FEATURES, new_feature, smaller_side

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent

    from gui.views.contour_panel import ContourPanel
    from gui.views.feature_shapes import Handle
    from gui.views.plot_strokes import Frame
    from surfaces.surface import Feature

_CURSORS = {"height": Qt.CursorShape.SizeVerCursor, "angle": Qt.CursorShape.PointingHandCursor}
_RESIZING = (
    Qt.CursorShape.SizeHorCursor,
    Qt.CursorShape.SizeBDiagCursor,
    Qt.CursorShape.SizeVerCursor,
    Qt.CursorShape.SizeFDiagCursor,
)
_NOTCH = 120.0
"""What one notch of a wheel turns, in eighths of a degree."""
NOTCHES_TO_DOUBLE = 4.0
WHEEL_PAUSE_MS = 600
"""The turns of a wheel are one gesture until it rests so long."""


class HandlesLayer(Layer):
    """Shows the tool's picture in one panel; panels of one size share it."""

    def __init__(self, box: Any, tool: SculptTool, z: float) -> None:
        super().__init__(box, z)
        self._tool = tool

    def pixmaps(self, frame: Frame) -> tuple[QPixmap, ...]:
        return self._tool.pictures(frame)


class SculptTool(QObject):
    """Shows features and says what is wished for them; the session decides."""

    put_wished = Signal(str, float, float)
    changed = Signal(int, object, str)
    """(index, feature, handle) while a feature is dragged or its height is turned by the wheel …"""
    dropped = Signal()
    """… and the end of it."""
    selected = Signal(int)
    remove_wished = Signal(int)
    duplicate_wished = Signal(int)
    armed = Signal(str)
    """Which kind the next click puts; nothing: none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layers: dict[ContourPanel, HandlesLayer] = {}
        self._pictures: dict[tuple[Any, ...], QPixmap] = {}
        self._scene = Scene()
        self._kind = ""
        self._grip: Grip | None = None
        self._wheel_timer = QTimer(self, singleShot=True, interval=WHEEL_PAUSE_MS)
        self._wheel_timer.timeout.connect(self._let_go)

    @property
    def scene(self) -> Scene:
        """What is drawn."""
        return self._scene

    # What the owner sets

    def set_features(self, features: tuple[Feature, ...]) -> None:
        if features == self._scene.features:
            return
        if len(features) != len(self._scene.features):
            self._grip = None
        selected = self._scene.selected if self._scene.selected < len(features) else -1
        hovered = self._scene.hovered if self._scene.hovered < len(features) else -1
        self._show(features=features, selected=selected, hovered=hovered)

    def set_selected(self, index: int) -> None:
        self._show(selected=index)

    def set_kind(self, kind: str) -> None:
        """Arm a kind: the next click on a map puts one there."""
        self._kind = kind
        if not kind:
            self._show(ghost=None)

    # What a panel asks

    def attach(self, panel: ContourPanel) -> None:
        if panel not in self._layers:
            self._layers[panel] = HandlesLayer(panel.box, self, z=5.2)
        self._layers[panel].show()

    def detach(self, panel: ContourPanel) -> None:
        self._layers[panel].hide()
        self._grip = None
        self._show(hovered=-1, hot="", ghost=None, note="")

    def pictures(self, frame: Frame) -> tuple[QPixmap, ...]:
        """What is merely there, and above it what is in the hand; of the last two frames they are kept."""
        panel = next(iter(self._layers))
        quiet = quiet_features(self._scene)
        return (
            self._kept(
                (frame, panel.theme.name, quiet), lambda painter: draw_quiet(painter, quiet, frame, panel.theme)
            ),
            self._kept(
                (frame, panel.theme.name, self._scene),
                lambda painter: draw_busy(painter, self._scene, frame, panel.theme, panel.small_font),
            ),
        )

    def _kept(self, key: tuple[Any, ...], draw: Callable[[QPainter], None]) -> QPixmap:
        """The picture of a key, drawn if it is not among the last four."""
        if key not in self._pictures:
            while len(self._pictures) > 3:
                del self._pictures[next(iter(self._pictures))]
            pixmap = blank(key[0])
            painter = device_painter(pixmap)
            draw(painter)
            painter.end()
            self._pictures[key] = pixmap
        self._pictures[key] = self._pictures.pop(key)
        return self._pictures[key]

    def takes(self, panel: ContourPanel, event: QEvent) -> bool:
        answer = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
            QEvent.Type.MouseButtonDblClick: self._double_click,
            QEvent.Type.Wheel: self._wheel,
            QEvent.Type.ContextMenu: self._context_menu,
            QEvent.Type.ToolTip: self._tool_tip,
            QEvent.Type.Leave: self._leave,
            QEvent.Type.ShortcutOverride: self._shortcut,
            QEvent.Type.KeyPress: self._key,
        }.get(event.type())
        return answer is not None and cast("bool", answer(panel, event))  # type: ignore[operator]

    def cursor(self, panel: ContourPanel, position: QPointF) -> Qt.CursorShape | None:
        if self._kind:
            return Qt.CursorShape.CrossCursor
        if self._grip is not None:
            index, name = self._grip.index, self._grip.handle
        else:
            index, name = self._target(panel, position)
        if index >= 0:
            feature = self._scene.features[index]
            return _shape(name, position - panel.pixels_of(feature.x, feature.y))
        return Qt.CursorShape.ArrowCursor if panel.start_distance(position) == math.inf else None

    # Mouse

    def _press(self, panel: ContourPanel, event: QMouseEvent) -> bool:
        position = event.position()
        if event.button() != Qt.MouseButton.LeftButton or not panel.plot_rect.contains(position):
            return False
        if self._wheel_timer.isActive():
            self._let_go()
        x, y = panel.data_at(position)
        if self._kind:
            self._put(x, y, again=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        index, name = self._target(panel, position)
        if index < 0 and panel.start_distance(position) < math.inf:
            return False
        self.select(index)
        if index >= 0:
            side = self._side(panel, position, index)
            self._grip = Grip(index, self._scene.features[index], name or "center", side, (x, y), position)
            self._show(hovered=index, hot=name or "center")
        return True

    def _put(self, x: float, y: float, *, again: bool) -> None:
        kind = self._kind
        if not again:
            self.set_kind("")
            self.armed.emit("")
        self.put_wished.emit(kind, x, y)

    def _move(self, panel: ContourPanel, event: QMouseEvent) -> bool:
        position = event.position()
        if self._grip is not None:
            self._drag(panel, event)
        elif self._kind:
            inside = panel.plot_rect.contains(position)
            here = new_feature(self._kind, *panel.data_at(position), panel.view(), 1.0)
            self._show(ghost=here if inside else None)
        elif not event.buttons():
            index, name = self._target(panel, position)
            self._show(hovered=index, hot=name)
        return False

    def _drag(self, panel: ContourPanel, event: QMouseEvent) -> None:
        grip = self._grip
        assert grip is not None
        snap = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        size = smaller_side(panel.view())
        after = dragged(grip, panel.data_at(event.position()), event.position(), size, snap=snap)
        if grip.handle == "center":
            after = _kept_inside(after, panel)
        if after != self._scene.features[grip.index]:
            self._change(grip.index, after, grip.handle)

    def _change(self, index: int, after: Feature, handle: str) -> None:
        """Show it at once, and say so: the frame that follows has the new place even if the session takes longer."""
        features = (*self._scene.features[:index], after, *self._scene.features[index + 1 :])
        self._show(features=features, note=self._note(after, handle))
        self.changed.emit(index, after, handle)

    def _release(self, _panel: ContourPanel, event: QMouseEvent) -> bool:
        if self._grip is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        self._let_go()
        return False

    def _let_go(self) -> None:
        """End the gesture."""
        self._grip = None
        self._wheel_timer.stop()
        self._show(note="")
        self.dropped.emit()

    def _double_click(self, panel: ContourPanel, event: QMouseEvent) -> bool:
        index, _name = self._target(panel, event.position())
        return index >= 0 or bool(self._kind)

    def _wheel(self, panel: ContourPanel, event: QWheelEvent) -> bool:
        """With Alt the wheel raises and lowers; some systems turn it sideways then."""
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier or self._grip is not None:
            return False
        index, _name = self._target(panel, event.position())
        index = self._scene.selected if index < 0 else index
        if index < 0:
            return False
        turned = event.angleDelta().y() or event.angleDelta().x()
        self.select(index)
        self._change(index, lifted(self._scene.features[index], turned / _NOTCH / NOTCHES_TO_DOUBLE), "height")
        self._wheel_timer.start()
        event.accept()
        return True

    def _leave(self, _panel: ContourPanel, _event: QEvent) -> bool:
        if self._grip is None:
            self._show(hovered=-1, hot="", ghost=None, note="")
        return False

    def _context_menu(self, panel: ContourPanel, event: QContextMenuEvent) -> bool:
        index, _name = self._target(panel, QPointF(event.pos()))
        if index < 0:
            return False
        self.select(index)
        menu = QMenu(panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Duplicate"), QKeySequence("Ctrl+D"), self._duplicate)
        menu.addAction(self.tr("Delete"), QKeySequence("Del"), self._remove)
        menu.popup(event.globalPos())
        return True

    def _tool_tip(self, panel: ContourPanel, event: QHelpEvent) -> bool:
        index, name = self._target(panel, QPointF(event.pos()))
        if index < 0:
            return False
        QToolTip.showText(event.globalPos(), self._hint(index, name), panel)
        return True

    # Keys

    def _shortcut(self, _panel: ContourPanel, event: QKeyEvent) -> bool:
        """Whether a key is ours, that else might be a shortcut of the window."""
        return self._answer(event) is not None

    def _key(self, _panel: ContourPanel, event: QKeyEvent) -> bool:
        answer = self._answer(event)
        if answer is None:
            return False
        answer()
        return True

    def _answer(self, event: QKeyEvent) -> Any:
        key, chosen = event.key(), self._scene.selected >= 0
        if key == Qt.Key.Key_Escape and (self._kind or self._grip):
            return self._cancel
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and chosen and self._grip is None:
            return self._remove
        if key == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier and chosen:
            return self._duplicate
        return None

    def _cancel(self) -> None:
        """Put down what is in the hand: a kind to be put, or a feature, which goes back."""
        if self._kind:
            self.set_kind("")
            self.armed.emit("")
        elif self._grip is not None:
            self._change(self._grip.index, self._grip.feature, self._grip.handle)
            self._let_go()

    def _remove(self) -> None:
        self.remove_wished.emit(self._scene.selected)

    def _duplicate(self) -> None:
        self.duplicate_wished.emit(self._scene.selected)

    # What is there

    def select(self, index: int) -> None:
        """Select a feature as a click does; −1: none."""
        if index != self._scene.selected:
            self._show(selected=index)
            self.selected.emit(index)

    def _target(self, panel: ContourPanel, position: QPointF) -> tuple[int, str]:
        """The feature and handle under the pointer; (−1, "") where the start is nearer, or there is none."""
        found = self._handle(panel, position)
        start = panel.start_distance(position)
        if found is not None:
            index, handle = found
            away = handle.place - position
            return (index, handle.name) if math.hypot(away.x(), away.y()) <= start else (-1, "")
        if start < math.inf or not panel.plot_rect.contains(position):
            return -1, ""
        return under(self._scene.features, *panel.data_at(position), self._scene.selected), ""

    def _handle(self, panel: ContourPanel, position: QPointF) -> tuple[int, Handle] | None:
        return nearest(self._scene.features, position, panel.pixels_of, self._scene.selected)

    def _side(self, panel: ContourPanel, position: QPointF, index: int) -> int:
        found = self._handle(panel, position)
        return found[1].side if found is not None and found[0] == index else 1

    def _show(self, **changes: Any) -> None:
        """Draw another scene."""
        after = replace(self._scene, **changes)
        if changes and after == self._scene:
            return
        self._scene = after
        for layer in self._layers.values():
            layer.update()

    def _note(self, feature: Feature, handle: str) -> str:
        words = {
            "center": "x {x}   y {y}",
            "width": self.tr("width {width}"),
            "length": self.tr("length {length}"),
            "angle": "{angle}°",
            "height": self.tr("height {height}"),
        }
        numbers = {
            name: format_number(getattr(feature, name)) for name in ("x", "y", "width", "length", "height", "angle")
        }
        return words[handle].format(**numbers)

    def _hint(self, index: int, handle: str) -> str:
        kind = FEATURES[self._scene.features[index].kind]
        hints = {
            "": self.tr("drag to move; Alt and the wheel change its height"),
            "center": self.tr("drag to move; Alt and the wheel change its height"),
            "width": self.tr("drag to widen"),
            "length": self.tr("drag to lengthen"),
            "angle": self.tr("drag to rotate, with Shift in steps of 15°"),
            "height": self.tr("drag up to raise the ground, down to lower it"),
        }
        title = data_text(kind.title)
        return self.tr("{feature} {number}: {hint}").format(feature=title, number=index + 1, hint=hints[handle])


def _shape(name: str, arm: QPointF) -> Qt.CursorShape:
    """The cursor over a handle that lies so far from its feature's centre."""
    if name not in ("width", "length"):
        return _CURSORS.get(name, Qt.CursorShape.SizeAllCursor)
    return _RESIZING[round(math.degrees(math.atan2(-arm.y(), arm.x())) / 45.0) % 4]


def _kept_inside(feature: Feature, panel: ContourPanel) -> Feature:
    """A centre dragged out of sight could not be taken hold of again."""
    x0, x1, y0, y1 = panel.view()
    return replace(feature, x=min(max(feature.x, x0), x1), y=min(max(feature.y, y0), y1))
