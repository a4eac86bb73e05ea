"""Importing a height map: a dialog in front, the reading and drawing behind, and one edit in the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPixmap

from engine.files import FileError
from engine.height_import import imported, read_grid, suggested_start
from gui import dialogs
from gui.controllers.thumbnails import Pictured, thumbnail
from gui.image_heights import SUFFIXES, read_image
from gui.import_dialog import PREVIEW, ImportDialog
from gui.numbers import format_number
from gui.presenting import natural_spacing
from gui.translation.sentences import data_text
from gui.widgets.task_progress import TaskProgress
from gui.workers.background import Cancelled
from surfaces import SurfaceError, build_surface

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from engine.height_grid import HeightGrid
    from engine.height_import import ImportOptions
    from gui.controllers.laboratory import Laboratory
    from gui.theme import Theme
    from gui.workers.background import Outcome, Task
    from surfaces import Bounds, SurfaceSpec

IMAGE_RANGE = (0.0, 5.0)
IMAGE_SMOOTHING = 2.0
"""A picture has noise and steps of 1/255, which are cliffs to a gradient; a table of numbers is left as it is."""


class _Made(NamedTuple):
    spec: SurfaceSpec
    start: tuple[float, float]
    picture: QImage


class HeightImporter(QObject):
    """Opens the dialog for a file; *Import* puts the runs on the surface."""

    failed = Signal(str)
    """A fault of ours; the text is its trace."""

    def __init__(self, lab: Laboratory, window: QWidget, theme: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._lab, self._window, self._theme = lab, window, theme
        self.dialog: ImportDialog | None = None
        self._path = Path()
        self._grid: HeightGrid | None = None
        self._made: _Made | None = None
        self._reading: Task | None = None

    def open(self, path: Path | None = None) -> None:
        """Open the dialog for a file; without one, ask for it first."""
        path = path or dialogs.ask_height_map(self._window, self._lab.settings.folder())
        if path is None:
            return
        if self.dialog is None:
            self.dialog = self._new_dialog()
        self.dialog.open()
        self._read(path)

    def _new_dialog(self) -> ImportDialog:
        dialog = ImportDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.add_progress(TaskProgress(self._lab.background.asked, dialog))
        dialog.file_wanted.connect(self._on_file_wanted)
        dialog.options_changed.connect(self._draw)
        dialog.accepted.connect(self._on_accepted)
        dialog.finished.connect(self._on_finished)
        return dialog

    def _read(self, path: Path) -> None:
        assert self.dialog is not None
        self._path, self._grid, self._made = path, None, None
        self._lab.settings.remember("folder", str(path.parent))
        self.dialog.set_file(path.name, "")
        self.dialog.set_problem(self.tr("Reading…"))

        def work(task: Task) -> HeightGrid:
            return read_image(path) if path.suffix.lower() in SUFFIXES else read_grid(path, task.progress)

        self._reading = self._lab.background.submit(self.tr("Read height map"), work, self._on_read, asked=True)

    def _on_read(self, outcome: Outcome) -> None:
        if self.dialog is None or outcome.task is not self._reading:
            return
        if outcome.error is not None:
            self._say_error(outcome)
            return
        grid: HeightGrid = outcome.value
        self._grid = grid
        rows, columns = grid.values.shape
        low, high = float(grid.values.min()), float(grid.values.max())
        if self._path.suffix.lower() in SUFFIXES:
            facts = self.tr("{columns} × {rows} pixels").format(columns=columns, rows=rows)
            self.dialog.set_defaults(*IMAGE_RANGE, IMAGE_SMOOTHING)
        else:
            facts = self.tr("{columns} × {rows} heights from {low} to {high}").format(
                columns=columns, rows=rows, low=format_number(low), high=format_number(high)
            )
            self.dialog.set_defaults(low, high, 0.0)
        self.dialog.set_file(self._path.name, facts)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        """Make the surface of the options and draw it; *Import* is for what is drawn."""
        self._made = None
        if self.dialog is None or self._grid is None:
            return
        grid, options, title, theme = self._grid, self.dialog.options(), self._path.stem, self._theme()
        ratio = self.dialog.devicePixelRatioF()

        def work(_task: Task) -> _Made:
            return _made(grid, options, title, theme, ratio)

        self._lab.background.submit("preview of a height map", work, self._on_drawn)

    def _on_drawn(self, outcome: Outcome) -> None:
        if self.dialog is None or self._grid is None:
            return
        if outcome.error is not None:
            self._say_error(outcome)
            return
        self._made = outcome.value
        picture = QPixmap.fromImage(outcome.value.picture)
        picture.setDevicePixelRatio(self.dialog.devicePixelRatioF())
        self.dialog.set_preview(picture)

    def _say_error(self, outcome: Outcome) -> None:
        assert self.dialog is not None
        if isinstance(outcome.error, SurfaceError | FileError):
            self.dialog.set_problem(data_text(str(outcome.error)))
        elif isinstance(outcome.error, Cancelled):
            self.dialog.set_problem(self.tr("Reading was cancelled."))
        else:
            self.dialog.reject()
            self.failed.emit(outcome.trace)

    @Slot()
    def _on_file_wanted(self) -> None:
        path = dialogs.ask_height_map(self._window, self._lab.settings.folder())
        if path is not None:
            self._read(path)

    @Slot()
    def _on_accepted(self) -> None:
        if self._made is not None:
            self._lab.playback.rewind()
            self._lab.edits.change_surface(self._made.spec, self.tr("Import height map"), start=self._made.start)

    @Slot()
    def _on_finished(self) -> None:
        if self._reading is not None:
            self._reading.cancelled = True
        self.dialog = self._grid = self._made = self._reading = None


def _made(grid: HeightGrid, options: ImportOptions, title: str, theme: Theme, ratio: float) -> _Made:
    spec = imported(grid, options, title)
    surface = build_surface(spec)
    picture = thumbnail(Pictured(spec, natural_spacing(spec)), theme, _preview_size(surface.bounds, ratio))
    return _Made(spec, suggested_start(surface), picture)


def _preview_size(bounds: Bounds, ratio: float) -> QSize:
    """The preview's size in pixels with the proportions of the bounds, but never a mere line."""
    width, height = bounds[1] - bounds[0], bounds[3] - bounds[2]
    scale = min(PREVIEW.width() / width, PREVIEW.height() / height) * ratio
    return QSize(max(24, round(scale * width)), max(24, round(scale * height)))
