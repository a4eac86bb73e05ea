"""Contour levels, lines and shades."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces import CATALOGUE, SurfaceError, SurfaceSpec, build_surface
from surfaces.contours import SPACINGS, contours, grid_values, shade

every_spacing = pytest.mark.parametrize("spacing", SPACINGS)


@pytest.mark.parametrize("name", CATALOGUE)
@every_spacing
def test_levels_rise_and_lines_stay_within_bounds(name: str, spacing: str) -> None:
    surface = build_surface(SurfaceSpec(name))
    drawn = contours(surface, surface.bounds, (60, 50), 12, spacing)
    x0, x1, y0, y1 = surface.bounds
    assert drawn.values.shape == (50, 60)
    assert len(drawn.levels) == 12 or (spacing == "quantile" and 5 < len(drawn.levels) < 12)  # where much is level
    assert np.all(np.diff(drawn.levels) > 0)
    points = drawn.lines[~np.isnan(drawn.lines).any(axis=1)]
    assert len(points) > 50
    rounding = 1e-12
    assert np.all((points >= (x0 - rounding, y0 - rounding)) & (points <= (x1 + rounding, y1 + rounding)))


@every_spacing
def test_lines_lie_on_their_levels(spacing: str) -> None:
    surface = build_surface(SurfaceSpec("bowl"))
    drawn = contours(surface, surface.bounds, (300, 300), 5, spacing)
    points = drawn.lines[~np.isnan(drawn.lines).any(axis=1)]
    gaps = np.abs(surface.value(points)[:, None] - np.array(drawn.levels)).min(axis=1)
    assert gaps.max() < 0.01


@every_spacing
def test_regions_without_value_are_left_empty(spacing: str) -> None:
    surface = build_surface(SurfaceSpec(formula="log(x) + y^2 + 1/(y - 1)"))
    drawn = contours(surface, (-2.0, 2.0, -1.0, 3.0), (41, 41), 10, spacing)
    points = drawn.lines[~np.isnan(drawn.lines).any(axis=1)]
    assert len(points) > 10
    assert points[:, 0].min() > 0
    assert np.all(shade(drawn.values, spacing)[:, :20] == 255)


@pytest.mark.parametrize("formula", ["0*x + 3", "sqrt(-1 - x^2)", "x*1e308*1e308"])
@every_spacing
def test_nothing_to_draw_gives_no_lines(formula: str, spacing: str) -> None:
    surface = build_surface(SurfaceSpec(formula=formula))
    drawn = contours(surface, (1.0, 2.0, 1.0, 2.0), (10, 10), 8, spacing)
    assert drawn.levels == ()
    assert drawn.lines.shape == (0, 2)
    assert shade(drawn.values, spacing).shape == (10, 10)


def test_log_levels_resolve_the_bottom() -> None:
    surface = build_surface(SurfaceSpec("rosenbrock"))
    lowest, second, *_, highest = contours(surface, surface.bounds, (200, 200), 20, "log").levels
    assert lowest < 0.5
    assert second < 1.0
    assert highest > 500


def test_linear_levels_are_evenly_spaced() -> None:
    surface = build_surface(SurfaceSpec("plane"))
    levels = contours(surface, surface.bounds, (50, 50), 9, "linear").levels
    np.testing.assert_allclose(np.diff(levels), np.diff(levels)[0])


@every_spacing
def test_shade_orders_losses(spacing: str) -> None:
    values = np.geomspace(1e-3, 1e3, 200).reshape(10, 20)
    shades = shade(values, spacing).ravel()
    assert shades.dtype == np.uint8
    assert np.all(np.diff(shades.astype(int)) >= 0)
    assert (shades[0], shades[-1]) == (0, 254)


def test_shade_marks_what_is_not_finite() -> None:
    assert shade(np.array([0.0, 1.0, np.nan, np.inf, -np.inf]), "linear").tolist() == [0, 254, 255, 255, 255]


def test_contours_are_remembered_and_cannot_be_written() -> None:
    surface = build_surface(SurfaceSpec("bowl"))
    drawn = contours(surface, surface.bounds, (20, 20))
    assert contours(surface, surface.bounds, (20, 20)) is drawn
    with pytest.raises(ValueError, match="read-only"):
        drawn.values[0, 0] = 1.0


def test_rows_go_up_with_y() -> None:
    surface = build_surface(SurfaceSpec(formula="x + 10*y"))
    values = grid_values(surface, np.array([0.0, 1.0]), np.array([0.0, 1.0, 2.0]))
    np.testing.assert_array_equal(values, [[0, 1], [10, 11], [20, 21]])


def test_unknown_spacing_lists_the_known() -> None:
    with pytest.raises(SurfaceError, match="log, linear, quantile"):
        shade(np.zeros(3), "cubic")
