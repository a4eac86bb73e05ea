from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from engine.export import run_session
from engine.files import FileError
from engine.session import default_session
from gui.figure import build_figure, export_figure, svg_to_png
from gui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

SESSION = default_session()
SNAPSHOTS = run_session(SESSION)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_png_has_its_size_and_the_drawing(qapp: QApplication, scale: float) -> None:
    png = svg_to_png(build_figure(SESSION, SNAPSHOTS, DARK, size=(1000, 700)), scale)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    image = QImage.fromData(png)
    assert (image.width(), image.height()) == (1000 * scale, 700 * scale)
    assert image.pixelColor(2, 2) == QColor(DARK.background)
    colors = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert set(DARK.run_colors[:4]) <= colors


def test_svg_file_holds_the_figure(tmp_path: Path) -> None:
    path = tmp_path / "picture.SVG"
    export_figure(path, SESSION, SNAPSHOTS, LIGHT, iteration=7)
    assert path.read_text(encoding="utf-8") == build_figure(SESSION, SNAPSHOTS, LIGHT, iteration=7)


def test_png_file_is_sharp(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    export_figure(path, SESSION, SNAPSHOTS, LIGHT)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (2400, 1600)


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"
    path.write_bytes(b"old")
    with pytest.raises(FileError, match=r"\.png or \.svg"):
        export_figure(path, SESSION, SNAPSHOTS, LIGHT)
    assert path.read_bytes() == b"old"


def test_a_path_that_cannot_be_written_is_a_file_error(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        export_figure(tmp_path / "missing" / "picture.svg", SESSION, SNAPSHOTS, LIGHT)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "picture.svg"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("engine.files.os.fsync", full)
    with pytest.raises(FileError, match="no space left"):
        export_figure(path, SESSION, SNAPSHOTS, LIGHT)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["picture.svg"]
