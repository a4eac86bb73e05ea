"""An animation as GIF: all its pictures share one palette, so nothing flickers, and each has only what has changed."""

from __future__ import annotations

import io
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QImage

COLOURS = 255
"""One of the 256 stands for what has not changed."""
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
    palette = _palette(map(_pixels, samples), exact)
    first, *_ = frames = _frames(pictures, palette)
    file = io.BytesIO()
    first.save(
        file,
        "GIF",
        save_all=True,
        append_images=frames[1:],
        duration=[10 * delay for delay in delays],
        loop=0,
        disposal=1,
    )
    return file.getvalue()


def delays(count: int, rate: float | None = None) -> list[int]:
    """Return for how many hundredths of a second each of so many pictures is seen, `rate` of them in a second.

    They add up to what the rate says, however it is rounded.
    """
    rate = rate or min(FASTEST, max(SLOWEST, count / WISHED_SECONDS))
    ends = [round(100.0 * index / rate) for index in range(count)]
    return [stop - start for start, stop in pairwise(ends)] + [round(100 * HOLD)]


def _frames(pictures: Iterable[QImage], palette: Image.Image) -> list[Image.Image]:
    return [_pixels(each).quantize(palette=palette, dither=Image.Dither.NONE) for each in pictures]


def _pixels(image: QImage) -> Image.Image:
    data, stride = bytes(image.constBits()), image.bytesPerLine()
    return Image.frombytes("RGB", (image.width(), image.height()), data, "raw", "BGRX", stride, 1)


def _palette(samples: Iterator[Image.Image], exact: Sequence[str]) -> Image.Image:
    """Return an image with the palette: a colour counts by the root of how often it is seen, or lines had none."""
    seen: Counter[tuple[int, ...]] = Counter()
    for sample in samples:
        for count, colour in sample.getcolors(sample.width * sample.height) or ():
            seen[tuple(colour)] += count  # type: ignore[arg-type]
    weighed = b"".join(bytes(colour) * round(count**0.5) for colour, count in sorted(seen.items()))
    known = [channel for colour in dict.fromkeys(exact) for channel in bytes.fromhex(colour[1:])]
    others = Image.frombytes("RGB", (len(weighed) // 3, 1), weighed).quantize(COLOURS - len(known) // 3)
    palette = Image.new("P", (1, 1))
    palette.putpalette(known + (others.getpalette() or []))
    return palette
