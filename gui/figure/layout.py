"""Where everything goes: boxes of the contour panels, the legend and the loss."""

from __future__ import annotations

import math
from typing import NamedTuple

from gui.figure.clip import Box

MARGIN = 32.0
TITLE_HEIGHT = 96.0
SIDE_WIDTH, SLIM_SIDE_WIDTH = 372.0, 320.0
"""Width of the column beside the maps that holds legend and loss, or the loss alone."""
FOOT_SHARE = 0.34
"""Height of the row that holds legend and loss where it lies below the maps."""
LEFT_AXIS, BOTTOM_AXIS = 50.0, 42.0
LOSS_LEFT, LOSS_TOP = 58.0, 26.0
GAP = 28.0
PANEL_GAP, SMALL_PANEL_GAP = (34.0, 20.0), (20.0, 12.0)
HEADER = 46.0
SMALL_HEADER = 24.0
MOST_STRETCH = 1.4
"""A unit of y is drawn at most so many times longer or shorter than one of x …"""
MOST_RATIO = 3.0
"""… unless the bounds themselves are longer than this, when the panel is."""
LESS_TIDY = 0.8
"""A grid with a gap, or with the loss among the panels, must make them larger by more than this."""
LEAST_LOSS = (260.0, 130.0)
"""The loss is no smaller than this among the panels."""
MOST_DETAILED = 9
"""With more panels than this a header is one line."""


class Layout(NamedTuple):
    """Boxes in pixels; a box of a panel is its frame, without axis texts and header."""

    panels: tuple[Box, ...]
    columns: int
    header: float
    legend: Box | None
    loss: Box | None


class _Grid(NamedTuple):
    """A way to divide a region into equal cells, and the room that is left for legend and loss."""

    region: Box
    rest: Box | None
    """None: the loss takes the last cells of the grid."""
    columns: int
    width: float
    height: float
    header: float
    gap: tuple[float, float]
    preference: float

    def cell(self, index: int, size: tuple[float, float]) -> Box:
        """Return the frame of a panel of this size."""
        row, column = divmod(index, self.columns)
        left = self.region.left + LEFT_AXIS + column * (size[0] + self.gap[0])
        top = self.region.top + self.header + row * (size[1] + self.header + self.gap[1])
        return Box(left, top, left + size[0], top + size[1])


def arrange(canvas: tuple[float, float], count: int, ratio: float, *, together: bool, with_loss: bool) -> Layout:
    """Lay out `count` panels of maps that are `ratio` times wider than high.

    Of the ways to divide the canvas the one is taken that shows the maps largest at their true shape.
    """
    ratio = min(max(ratio, 1.0 / MOST_RATIO), MOST_RATIO)
    content = Box(MARGIN, TITLE_HEIGHT, canvas[0] - MARGIN, canvas[1] - MARGIN + 8.0)
    if not with_loss:
        grid = max(_grids(content, None, count, 0.0), key=lambda grid: _shown_area(grid, ratio))
        return Layout(_panels(grid, count, ratio), grid.columns, 0.0, None, None)
    header = 0.0 if together else HEADER if count <= MOST_DETAILED else SMALL_HEADER
    ways = _beside(content, SIDE_WIDTH) if together else (*_beside(content, SLIM_SIDE_WIDTH), (content, None))
    grids = [grid for region, rest in ways for grid in _grids(region, rest, count, header)]
    grid = max(grids, key=lambda grid: _shown_area(grid, ratio))
    panels = _panels(grid, count, ratio)
    legend, loss = _legend_and_loss(grid, panels, together=together)
    return Layout(panels, grid.columns, header, legend, loss)


def _beside(content: Box, width: float) -> tuple[tuple[Box, Box], ...]:
    """Ways to divide the canvas between the maps and the rest: side by side, or one above the other."""
    right = content.right - width
    bottom = content.bottom - FOOT_SHARE * content.height
    return (
        (content._replace(right=right - GAP), content._replace(left=right)),
        (content._replace(bottom=bottom - GAP / 2), content._replace(top=bottom)),
    )


def _grids(region: Box, rest: Box | None, count: int, header: float) -> list[_Grid]:
    cells = count + 1 if rest is None and header else count
    gap = PANEL_GAP if count <= MOST_DETAILED else SMALL_PANEL_GAP
    grids = []
    for columns in range(1, cells + 1):
        rows = math.ceil(cells / columns)
        width = (region.width - LEFT_AXIS - (columns - 1) * gap[0]) / columns
        height = (region.height - BOTTOM_AXIS - (rows - 1) * gap[1]) / rows - header
        spare = (columns - count % columns) * width
        if cells > count and (spare < LEAST_LOSS[0] or height < LEAST_LOSS[1]):
            continue
        is_tidy = cells == count == columns * rows
        preference = 1.0 if is_tidy else LESS_TIDY
        grids.append(_Grid(region, rest, columns, max(width, 1.0), max(height, 1.0), header, gap, preference))
    return grids


def _shown_area(grid: _Grid, ratio: float) -> float:
    area = min(grid.width, grid.height * ratio) * min(grid.height, grid.width / ratio)
    return area * grid.preference


def _panels(grid: _Grid, count: int, ratio: float) -> tuple[Box, ...]:
    """Frames of whole pixels, so that all are alike and share their field."""
    width = math.floor(min(grid.width, grid.height * ratio * MOST_STRETCH))
    height = math.floor(min(grid.height, grid.width / ratio * MOST_STRETCH))
    return tuple(grid.cell(index, (max(width, 1), max(height, 1))) for index in range(count))


def _legend_and_loss(grid: _Grid, panels: tuple[Box, ...], *, together: bool) -> tuple[Box | None, Box]:
    """Legend (where panels have no headers) and the frame of the loss."""
    if grid.rest is None:
        cell = grid.cell(len(panels), (panels[0].width, panels[0].height))
        return None, Box(cell.left + LOSS_LEFT - grid.gap[0] / 2, cell.top, grid.region.right, cell.bottom)
    rest = grid.rest
    is_column = rest.top == grid.region.top
    if is_column:
        rest = rest._replace(left=max(panel.right for panel in panels) + GAP + 8.0)
    loss = Box(rest.left + LOSS_LEFT, rest.top + LOSS_TOP, rest.right, rest.bottom - BOTTOM_AXIS)
    if not together:
        return None, loss._replace(bottom=panels[-1].bottom) if is_column else loss
    if is_column:
        return rest, loss._replace(bottom=panels[-1].bottom)  # the legend says how much of it it takes
    middle = rest.left + 0.42 * rest.width
    legend = Box(rest.left + LEFT_AXIS, rest.top + 10.0, middle - GAP, rest.bottom)
    return legend, loss._replace(left=middle + LOSS_LEFT)
