"""The values of a few contour lines, written where the lines leave room for them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from gui.figure.svg import number
from gui.figure.text import text_width
from gui.views.plot_labels import Letters, labelled_pieces, place_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.figure.clip import Array
    from gui.figure.svg import SvgWriter
    from gui.theme import Theme
    from gui.views.plot_labels import Label, Place
    from gui.views.plot_strokes import Frame
    from surfaces.contours import Contours

SIZE = 11.0
FARTHEST = 4000.0
_SQUARE = 32.0
_LETTERS = Letters(lambda text: text_width(text, SIZE), 1.3 * SIZE)

PlacedLabel = tuple["Label", "Place"]


class Taken(NamedTuple):
    """Points (n, 2) of the plane that labels keep away from: always, or as long as there is other room."""

    marked: Array
    crossed: Array


def placed_labels(contours: Contours, frame: Frame, taken: Taken) -> list[PlacedLabel]:
    """Return labels and their places in pixels, as the window finds them, but clear of the runs."""
    labels, marked = labelled_pieces(contours), frame.to_pixels(taken.marked)
    free = _placed(labels, contours, frame, [marked, _thinned(frame.to_pixels(taken.crossed))])
    known = [label.text for label, _ in free]
    others = tuple(label for label in labels if label.text not in known)
    centers = np.array([place.center for _, place in free]).reshape(-1, 2)
    return free + _placed(others, contours, frame, [marked, centers])


def _placed(labels: tuple[Label, ...], contours: Contours, frame: Frame, avoid: list[Array]) -> list[PlacedLabel]:
    return list(place_labels(labels, contours.lines, frame, _LETTERS, np.concatenate(avoid), corner=(0.0, 0.0)))


def _thinned(pixels: Array) -> Array:
    """One point in every square that has some."""
    with np.errstate(invalid="ignore", over="ignore"):
        near = pixels[(np.abs(pixels) < FARTHEST).all(axis=1)]
    return _SQUARE * np.unique(np.rint(near / _SQUARE), axis=0)


def with_gaps(pixels: Array, labels: Sequence[PlacedLabel]) -> Array:
    """Return points (n, 2) of lines without those that would run through a label: NaN in their place."""
    hidden = np.zeros(len(pixels), dtype=bool)
    for _, place in labels:
        angle = math.radians(place.angle)
        along = np.array([math.cos(angle), math.sin(angle)])
        away = pixels - place.center
        beside, across = np.abs(away @ along), np.abs(away @ (-along[1], along[0]))
        hidden |= (beside < place.rect.width() / 2) & (across < place.rect.height() / 2)
    return np.where(hidden[:, None], np.nan, pixels)


def draw_labels(svg: SvgWriter, theme: Theme, labels: Sequence[PlacedLabel]) -> None:
    """Write the labels along their lines."""
    with svg.inside("g", class_="labels", fill=theme.muted, text_anchor="middle"):
        for label, place in labels:
            x, y = (number(value) for value in place.center)
            turn = f"translate({x} {y}) rotate({number(place.angle)})"
            svg.text(0, 0.36 * SIZE, label.text, SIZE, transform=turn)
