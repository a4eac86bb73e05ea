"""An animation as GIF: all its pictures share one palette, so nothing flickers, and each has only what has changed."""

from __future__ import annotations

import io
from itertools import chain, pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QImage

    Colours = npt.NDArray[np.uint32]
    """0xRRGGBB."""

UNCHANGED = 255
"""The place in the palette that stands for what a picture has in common with the one before."""
HOLD = 1.5
"""Seconds for which the last picture stays before all begins again."""
FASTEST, SLOWEST, WISHED_SECONDS = 12.0, 3.0, 4.0
"""Pictures in a second, where nobody says how many: so few that even a short animation takes a while."""


def gif_bytes(
    pictures: Iterable[QImage], samples: Iterable[QImage], exact: Sequence[str], delays: Sequence[int]
) -> bytes:
    """Return pictures as a GIF that begins again and again.

    Parameters
    ----------
    pictures
        All of one size, at least one; asked for one after the other.
    samples
        Some of them, which the palette is made of.
    exact
        Colours ("#rrggbb") that have to be in it.
    delays
        For how many hundredths of a second each picture is seen.
    """
    palette = Palette(_palette(samples, [int(colour[1:], 16) for colour in exact]))
    first, *others = map(palette.picture, pictures)
    file = io.BytesIO()
    first.save(
        file,
        "GIF",
        save_all=True,
        append_images=others,
        palette=palette.bytes,
        transparency=UNCHANGED,
        optimize=True,  # what has not changed is not written again
        disposal=1,
        duration=[10 * delay for delay in delays],
        loop=0,
    )
    return file.getvalue()


def delays(count: int, rate: float | None = None) -> list[int]:
    """Return for how many hundredths of a second each of so many pictures is seen, `rate` of them in a second.

    They add up to what the rate says, however it is rounded.
    """
    rate = rate or min(FASTEST, max(SLOWEST, count / WISHED_SECONDS))
    ends = [round(100.0 * index / rate) for index in range(count)]
    return [stop - start for start, stop in pairwise(ends)] + [round(100 * HOLD)]


class Palette:
    """256 colours, and for every other colour the nearest of them: found once, so it is the same in all pictures."""

    def __init__(self, colours: Sequence[int]) -> None:
        self.bytes = b"".join(colour.to_bytes(3, "big") for colour in colours)
        self._channels = _channels(np.array(colours[:UNCHANGED], dtype=np.uint32))
        self._nearest = np.full(1 << 24, UNCHANGED, dtype=np.uint8)

    def picture(self, image: QImage) -> Image.Image:
        """Return an image in these colours."""
        pixels = _pixels(image)
        new = np.unique(pixels[self._nearest[pixels] == UNCHANGED])
        for part in np.array_split(new, len(new) // 1024 + 1):
            away = ((_channels(part)[:, None] - self._channels) ** 2).sum(axis=-1)
            self._nearest[part] = away.argmin(axis=1)
        picture = Image.frombytes("P", (image.width(), image.height()), self._nearest[pixels].tobytes())
        picture.putpalette(self.bytes)
        return picture


def _palette(samples: Iterable[QImage], exact: Iterable[int]) -> list[int]:
    """Return 256 different colours: a colour counts by the root of how often it is seen, or lines would have none."""
    known = list(dict.fromkeys(exact))
    seen, counts = np.unique(np.concatenate([_pixels(sample).ravel() for sample in samples]), return_counts=True)
    weighed = np.repeat(seen, np.rint(np.sqrt(counts)).astype(np.intp))
    raw = _channels(weighed).astype(np.uint8).tobytes()
    found = Image.frombytes("RGB", (len(weighed), 1), raw).quantize(UNCHANGED - len(known)).getpalette() or []
    others = (found[at] << 16 | found[at + 1] << 8 | found[at + 2] for at in range(0, len(found), 3))
    return list(dict.fromkeys(chain(known, others, range(512))))[:256]


def _pixels(image: QImage) -> Colours:
    """Return the colours (height, width) of an image of 32 bits."""
    rows = np.frombuffer(image.constBits(), dtype=np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[:, : image.width()] & np.uint32(0xFFFFFF)


def _channels(colours: Colours) -> npt.NDArray[np.int32]:
    """Return red, green and blue (n, 3) of colours (n,)."""
    return np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=-1).astype(np.int32)
