from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from gui.figure.layout import arrange

if TYPE_CHECKING:
    from gui.figure.clip import Box

CANVAS = (1200.0, 800.0)


def overlap(one: Box, other: Box) -> bool:
    return min(one.right, other.right) > max(one.left, other.left) and min(one.bottom, other.bottom) > max(
        one.top, other.top
    )


@pytest.mark.parametrize("ratio", [0.05, 0.5, 1.0, 2.0, 40.0])
@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 16, 64])
def test_panels_and_loss_share_the_canvas(count: int, ratio: float) -> None:
    layout = arrange(CANVAS, count, ratio, together=False, with_loss=True)
    assert layout.loss is not None
    boxes = [*layout.panels, layout.loss]
    assert len(layout.panels) == count
    assert all(box.width > 20 and box.height > 20 for box in boxes)
    assert all(box.left >= 0 and box.right <= CANVAS[0] and box.top >= 0 and box.bottom <= CANVAS[1] for box in boxes)
    assert not any(overlap(*pair) for pair in combinations(boxes, 2))


@pytest.mark.parametrize("ratio", [0.5, 1.0, 1.4, 2.0, 3.0])
def test_a_map_keeps_about_its_shape(ratio: float) -> None:
    panel = arrange(CANVAS, 1, ratio, together=True, with_loss=True).panels[0]
    assert 1 / 1.41 < panel.width / panel.height / ratio < 1.41


def test_wide_maps_have_the_rest_below_and_others_beside() -> None:
    wide = arrange(CANVAS, 1, 2.5, together=True, with_loss=True)
    square = arrange(CANVAS, 1, 1.0, together=True, with_loss=True)
    assert wide.loss is not None
    assert square.loss is not None
    assert wide.loss.top > wide.panels[0].bottom
    assert square.loss.left > square.panels[0].right


def test_without_runs_the_map_has_it_all() -> None:
    layout = arrange(CANVAS, 1, 1.5, together=True, with_loss=False)
    assert (layout.legend, layout.loss) == (None, None)
    assert layout.panels[0].width > 900
