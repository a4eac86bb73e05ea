"""Samples from a file: it is read behind, its columns are chosen in a dialog, mistakes are said there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine.data_import import DataImportError, Table, read_table, samples_from
from engine.files import FileError
from gui import dialogs
from gui.columns_dialog import ColumnsDialog
from gui.translation.sentences import data_text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from gui.controllers.laboratory import Laboratory
    from gui.workers.background import Outcome, Task


class SampleImporter(QObject):
    """Opens the dialog for a file; *OK* hands the samples over."""

    points_read = Signal(tuple, str)

    def __init__(self, lab: Laboratory, window: QWidget) -> None:
        super().__init__(lab)
        self._lab, self._window = lab, window
        self._wanted: tuple[str, ...] = ()
        self._table: Table | None = None
        self._title = ""
        self.dialog: ColumnsDialog | None = None

    def open(self, wanted: tuple[str, ...]) -> None:
        """Ask for a file that has columns for `wanted`."""
        path = dialogs.ask_samples(self._window, self._lab.settings.folder())
        if path is not None:
            self.read(path, wanted)

    def read(self, path: Path, wanted: tuple[str, ...]) -> None:
        """Read a file and let its columns be chosen."""
        self._wanted, self._title = wanted, path.name
        self._lab.settings.remember("folder", str(path.parent))

        def work(_task: Task) -> Table:
            return read_table(path)

        self._lab.background.submit(self.tr("Read samples"), work, self._on_read, asked=True)

    def _on_read(self, outcome: Outcome) -> None:
        if isinstance(outcome.error, FileError | DataImportError):
            self._lab.edits.refused.emit(data_text(str(outcome.error)))
            return
        if outcome.error is not None:
            raise outcome.error
        self._table = outcome.value
        self._show(outcome.value)

    def _show(self, table: Table) -> None:
        dialog = ColumnsDialog(table.names, self._wanted, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        numeric = [index for index, good in enumerate(table.numeric) if good]
        if len(numeric) >= len(dialog.boxes):  # else one column would stand for two
            for box, index in zip(dialog.boxes, numeric, strict=False):
                box.setCurrentIndex(index)
        facts = self.tr("{file}: {rows} rows, {columns} columns.")
        facts = facts.format(file=self._title, rows=table.rows, columns=len(table.names))
        dialog.set_facts(" ".join([facts, *map(data_text, table.problems)]))
        dialog.set_rows(table.names, table.columns, table.places)
        dialog.chosen.connect(self._check)
        dialog.accepted.connect(self._on_accepted)
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        self._check()
        dialog.open()

    def _samples(self) -> tuple[tuple[float, ...], ...]:
        assert self.dialog is not None
        assert self._table is not None
        return samples_from(self._table, [str(index + 1) for index in self.dialog.columns()])

    @Slot()
    def _check(self) -> None:
        assert self.dialog is not None
        try:
            self._samples()
        except DataImportError as error:
            self.dialog.set_problem(data_text(str(error)))
        else:
            self.dialog.set_problem("")

    @Slot()
    def _on_accepted(self) -> None:
        self.points_read.emit(self._samples(), self._title)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
