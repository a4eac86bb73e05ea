from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from gui import dialogs
from gui.controllers import height_importer as module
from surfaces.heights import heights_of
from tests.gui.hands import click, pick, type_into

if TYPE_CHECKING:
    from pathlib import Path

    from gui.import_dialog import ImportDialog
    from tests.gui.hands import Hands


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Sixty by forty pixels, light in the middle."""
    x, y = np.meshgrid(np.linspace(-3, 3, 60), np.linspace(-2, 2, 40))
    gray = np.round(255 * np.exp(-(x**2 + y**2))).astype(np.uint8)
    path = tmp_path / "Mount 산.png"
    assert QImage(gray.tobytes(), 60, 40, 60, QImage.Format.Format_Grayscale8).save(str(path))
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(",0,1,2,3\n0,4,5,6,7\n2,1,2,3,4\n4,0,1,1,1\n")
    return path


def opened(hands: Hands, monkeypatch: pytest.MonkeyPatch, path: Path) -> ImportDialog:
    """The dialog as the File menu opens it, with the file read and drawn."""
    monkeypatch.setattr(dialogs, "ask_height_map", lambda _parent, _folder: path)
    pick(hands.window.menus.file, "import-heights")
    hands.rest()
    dialog = hands.window.surfaces.importer.dialog
    assert dialog is not None
    return dialog


def heights(hands: Hands) -> Any:
    made = hands.session.surface.heights
    assert made is not None
    return heights_of(made)


def test_a_picture_becomes_the_surface_as_one_edit(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, picture: Path
) -> None:
    before, edits = hands.session, hands.edits
    dialog = opened(hands, monkeypatch, picture)
    assert dialog.has_preview()
    assert hands.session is before
    click(dialog.ok)
    assert hands.edits == edits + 1
    surface = hands.session.surface
    assert surface.heights is not None
    assert (surface.heights.title, surface.heights.columns, surface.heights.rows) == ("Mount 산", 60, 40)
    assert (heights(hands).min(), heights(hands).max()) == (0.0, 5.0)
    hands.rest()
    assert hands.panel._start.coordinates == hands.session.start
    assert all(snapshot.loss[0] > 1.0 for snapshot in hands.snapshots.values())
    hands.undo()
    assert hands.session == before


def test_a_table_keeps_its_heights_and_places(hands: Hands, monkeypatch: pytest.MonkeyPatch, table: Path) -> None:
    dialog = opened(hands, monkeypatch, table)
    assert (dialog.low.value(), dialog.high.value(), dialog.smoothing.value()) == (0.0, 7.0, 0.0)
    click(dialog.ok)
    assert heights(hands).tolist() == [[4.0, 5.0, 6.0, 7.0], [1.0, 2.0, 3.0, 4.0], [0.0, 1.0, 1.0, 1.0]]
    assert hands.session.surface.heights is not None
    assert hands.session.surface.heights.extent == (0.0, 3.0, 0.0, 4.0)


def test_every_option_is_drawn_before_it_can_be_imported(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, picture: Path
) -> None:
    dialog = opened(hands, monkeypatch, picture)
    type_into(dialog.low, "-1")
    assert not dialog.ok.isEnabled()
    hands.rest()
    assert dialog.ok.isEnabled()
    type_into(dialog.high, "2.5")
    type_into(dialog.smoothing, "0")
    dialog.side.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(dialog.side, key)
    dialog.invert.setFocus()
    QTest.keyClick(dialog.invert, Qt.Key.Key_Space)
    hands.rest()
    click(dialog.ok)
    assert heights(hands).shape == (21, 32)
    assert (heights(hands).min(), heights(hands).max()) == (-1.0, 2.5)
    assert heights(hands)[10, 16] < 0.0 < heights(hands)[0, 0]


def test_a_range_that_is_none_is_said_where_the_picture_was(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, picture: Path
) -> None:
    dialog = opened(hands, monkeypatch, picture)
    type_into(dialog.low, "7")
    hands.rest()
    assert dialog.problem() == "The lowest height must be below the highest."
    assert not dialog.ok.isEnabled()
    type_into(dialog.low, "1")
    hands.rest()
    assert dialog.has_preview()
    assert dialog.ok.isEnabled()
    click(dialog.cancel)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.csv", b"1,2\n3,x\n", "Row 2, column 2 is “x”, which is not a finite number."),
        ("a.csv", b"1,2,3\n", "needs at least 2 of each"),
        ("a.csv", b"1,1\n1,1\n", "flat"),
        ("a.csv", b"\xff\xfe", "not a text file"),
        ("a.png", b"1,2\n3,4\n", "not a picture"),
    ],
)
def test_what_cannot_be_imported_is_said_and_another_file_can_be_chosen(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, table: Path, name: str, data: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(data)
    before = hands.session
    dialog = opened(hands, monkeypatch, tmp_path / name)
    assert says in dialog.problem()
    assert not dialog.ok.isEnabled()
    monkeypatch.setattr(dialogs, "ask_height_map", lambda _parent, _folder: table)
    click(dialog.choose)
    hands.rest()
    assert dialog.has_preview()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert hands.session is before


def test_closing_while_a_file_is_read_leaves_everything_alone(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, table: Path
) -> None:
    go = threading.Event()
    monkeypatch.setattr(module, "read_grid", lambda _path, progress: (go.wait(10), progress(1, 2)))
    monkeypatch.setattr(dialogs, "ask_height_map", lambda _parent, _folder: table)
    before = hands.session
    pick(hands.window.menus.file, "import-heights")
    dialog = hands.window.surfaces.importer.dialog
    assert dialog is not None
    assert not dialog.ok.isEnabled()
    click(dialog.cancel)
    go.set()
    hands.rest()
    assert hands.session is before
    assert hands.window.surfaces.importer.dialog is None


def test_a_fault_is_reported(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, table: Path, faults: list[tuple[str, str]]
) -> None:
    monkeypatch.setattr(module, "read_grid", lambda _path, _progress: 1 / 0)
    monkeypatch.setattr(dialogs, "ask_height_map", lambda _parent, _folder: table)
    pick(hands.window.menus.file, "import-heights")
    hands.rest()
    assert "ZeroDivisionError" in faults.pop()[0]
    assert hands.window.surfaces.importer.dialog is None


def test_nothing_opens_when_no_file_is_chosen(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "ask_height_map", lambda _parent, _folder: None)
    pick(hands.window.menus.file, "import-heights")
    assert hands.window.surfaces.importer.dialog is None


def drop(hands: Hands, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    hands.window.dropEvent(QDropEvent(QPointF(10, 10), copy, data, left, none))


def test_a_file_dropped_on_the_window_opens_the_dialog(hands: Hands, table: Path, picture: Path) -> None:
    for path in (table, picture):
        drop(hands, path)
        hands.rest()
        dialog = hands.window.surfaces.importer.dialog
        assert dialog is not None
        assert dialog.has_preview()
        click(dialog.cancel)


def test_the_sculpt_page_offers_it_too(hands: Hands, monkeypatch: pytest.MonkeyPatch, table: Path) -> None:
    monkeypatch.setattr(dialogs, "ask_height_map", lambda _parent, _folder: table)
    for page in ("sculpt", "catalogue", "sculpt"):
        hands.desk.surface.show_page(page)
        hands.rest()
    action = hands.window.actions_by_name["import-heights"]
    (button,) = (b for b in hands.desk.surface.findChildren(QToolButton) if b.defaultAction() is action)
    click(button)
    hands.rest()
    dialog = hands.window.surfaces.importer.dialog
    assert dialog is not None
    click(dialog.cancel)
