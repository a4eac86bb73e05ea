"""What is drawn of contours, whatever the theme and the frame: their path, labels and shades, made once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import pyqtgraph as pg

from gui.views.plot_labels import Label, labelled_pieces
from surfaces.contours import shade

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from PySide6.QtGui import QPainterPath

    from surfaces.contours import Contours


class ContourArt(NamedTuple):
    """Lines as one path, pieces of them worth a label, and the index of each point's colour."""

    path: QPainterPath
    labels: tuple[Label, ...]
    shades: npt.NDArray[np.uint8]


@lru_cache(maxsize=8)
def contour_art(contours: Contours) -> ContourArt:
    """The art of contours; remembered, so that whoever computes them can have it made off the window's thread."""
    lines = contours.lines
    path = pg.arrayToQPath(lines[:, 0], lines[:, 1], connect="finite")
    return ContourArt(path, labelled_pieces(contours), shade(contours.values, contours.spacing))
