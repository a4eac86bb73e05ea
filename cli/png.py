"""A picture as PNG bytes, by the standard library alone: RGB, eight bits, no filter."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUE_COLOUR = 2


def png_bytes(pixels: npt.NDArray[np.uint8]) -> bytes:
    """Return the file of a picture of shape (rows, columns, 3), the top row first (ISO/IEC 15948)."""
    rows, columns, _ = pixels.shape
    header = struct.pack(">IIBBBBB", columns, rows, 8, _TRUE_COLOUR, 0, 0, 0)
    lines = np.zeros((rows, 1 + 3 * columns), dtype=np.uint8)  # a row begins with the number of its filter
    lines[:, 1:] = pixels.reshape(rows, -1)
    data = zlib.compress(lines.tobytes(), 9)
    return SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
