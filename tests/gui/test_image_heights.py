from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from gui.image_heights import read_image
from surfaces import SurfaceError

if TYPE_CHECKING:
    from pathlib import Path


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width: int, height: int) -> bytes:
    """A file of a few bytes that claims to be a picture of any size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 10)) + chunk(b"IEND", b"")
    )


def saved(path: Path, rows: list[list[str]]) -> Path:
    image = QImage(len(rows[0]), len(rows), QImage.Format.Format_ARGB32)
    for y, row in enumerate(rows):
        for x, color in enumerate(row):
            image.setPixelColor(x, y, QColor(color))
    assert image.save(str(path))
    return path


@pytest.mark.parametrize("suffix", ["png", "bmp"])
def test_light_is_high_and_the_bottom_row_comes_first(tmp_path: Path, suffix: str) -> None:
    path = saved(tmp_path / f"a.{suffix}", [["#ffffff", "#000000", "#ffffff"], ["#808080", "#000000", "#404040"]])
    grid = read_image(path)
    assert grid.values == pytest.approx(np.array([[128 / 255, 0, 64 / 255], [1, 0, 1]]), abs=2e-4)
    assert grid.extent is None


def test_green_is_lighter_than_blue(tmp_path: Path) -> None:
    values = read_image(saved(tmp_path / "a.png", [["#0000ff", "#00ff00"], ["#ff0000", "#ffffff"]])).values
    assert values[1, 0] < values[0, 0] < values[1, 1] < values[0, 1] == 1.0


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    values = read_image(saved(tmp_path / "a.png", [["#00000000", "#ff000000"], ["#80000000", "#ffffffff"]])).values
    assert values == pytest.approx(np.array([[0.5, 1.0], [1.0, 0.0]]), abs=0.01)


def test_sixteen_bits_are_kept(tmp_path: Path) -> None:
    words = np.array([[0, 1, 2], [40000, 40001, 65535]], dtype=np.uint16)
    padded = np.zeros((2, 4), dtype=np.uint16)
    padded[:, :3] = words
    image = QImage(padded.tobytes(), 3, 2, 8, QImage.Format.Format_Grayscale16)
    assert image.save(str(tmp_path / "a.png"))
    assert np.array_equal(np.round(read_image(tmp_path / "a.png").values[::-1] * 65535), words)


def test_a_jpeg_is_read_whatever_its_name(tmp_path: Path) -> None:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    assert image.save(str(tmp_path / "a.jpg"))
    (tmp_path / "a.jpg").rename(tmp_path / "a.png")
    assert read_image(tmp_path / "a.png").values.shape == (20, 40)


def test_a_large_picture_is_decoded_smaller(tmp_path: Path) -> None:
    image = QImage(2048, 3, QImage.Format.Format_Grayscale8)
    image.fill(QColor("#ffffff"))
    assert image.save(str(tmp_path / "a.png"))
    assert read_image(tmp_path / "a.png").values.shape == (2, 1024)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not a picture"),
        (b"hello", "not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "not a picture"),
        (png_of(60_000, 60_000), "60000 × 60000 pixels; 30 million at most"),
        (png_of(2**31 - 1, 2**31 - 1), "."),
        (png_of(1, 5), "too small"),
    ],
)
def test_what_is_no_picture_is_one_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(SurfaceError, match=says) as caught:
        read_image(tmp_path / "a.png")
    assert "a.png" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SurfaceError, match=r"a\.png"):
        read_image(tmp_path / "a.png")


def test_half_a_picture_is_a_sentence_or_a_grid(tmp_path: Path) -> None:
    saved(tmp_path / "a.png", [["#123456"] * 50] * 50)
    whole = (tmp_path / "a.png").read_bytes()
    (tmp_path / "a.png").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SurfaceError, match="cannot be read"):
        read_image(tmp_path / "a.png")
