from __future__ import annotations

import numpy as np
import pytest

from surfaces import SurfaceSpec, build_surface
from surfaces.overlays import CONCAVE, CONVEX, GRID, INDEFINITE, UNKNOWN, overlays

ALL = ("gradient", "newton", "sign", "condition")
BOUNDS = (-2.0, 2.0, -1.0, 1.0)


def formula(text: str) -> SurfaceSpec:
    return SurfaceSpec(formula=text, bounds=BOUNDS)


@pytest.mark.parametrize("name", ALL)
def test_only_what_is_asked_for_is_there(name: str) -> None:
    made = overlays(build_surface(formula("x^2/20 + y^2")), BOUNDS, (name, "curvature"))
    filled = {other for other in ALL if getattr(made, other).size}
    assert filled == {name}


def test_arrows_point_downhill_and_newtons_at_the_minimum() -> None:
    surface = build_surface(formula("x^2/20 + y^2"))
    made = overlays(surface, BOUNDS, ALL)
    slopes = surface.gradient(made.gradient[:, :2])
    cosine = -(slopes * made.gradient[:, 2:4]).sum(axis=1) / np.hypot(*slopes.T)
    np.testing.assert_allclose(cosine, 1.0, rtol=1e-12)
    home = -made.newton[:, :2] / np.hypot(*made.newton[:, :2].T)[:, None]
    np.testing.assert_allclose(made.newton[:, 2:4], home, atol=1e-9)


def test_longer_arrows_are_steeper() -> None:
    made = overlays(build_surface(formula("x^4 + y^2")), BOUNDS, ("gradient",))
    steepness = np.hypot(*build_surface(formula("x^4 + y^2")).gradient(made.gradient[:, :2]).T)
    order = np.argsort(steepness)
    assert (np.diff(made.gradient[order, 4]) >= -1e-12).all()
    assert made.gradient[:, 4].max() == 1.0


def test_arrows_stand_evenly_on_the_screen() -> None:
    places = overlays(build_surface(formula("x^2 + y^2")), BOUNDS, ("gradient",), aspect=2.0).gradient[:, :2]
    columns, rows = len(np.unique(places[:, 0])), len(np.unique(places[:, 1]))
    assert columns == 2 * rows


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("x^2 + y^2", CONVEX),
        ("x^2 - y^2", INDEFINITE),
        ("-x^2 - y^2", CONCAVE),
        ("x^2", CONVEX),
        ("sqrt(-1-x^2)", UNKNOWN),
    ],
)
def test_the_sign_of_the_curvature(text: str, kind: int) -> None:
    made = overlays(build_surface(formula(text)), BOUNDS, ("sign",))
    assert made.sign.shape == GRID[::-1]
    assert (made.sign == kind).all()


def test_the_condition_number_is_that_of_the_hessian() -> None:
    made = overlays(build_surface(formula("x^2/20 + y^2")), BOUNDS, ("condition",))
    np.testing.assert_allclose(made.condition, np.log10(20.0), rtol=1e-12)
    flat = overlays(build_surface(formula("x^2")), BOUNDS, ("condition",))
    assert np.isnan(flat.condition).all()


def test_a_plane_has_no_newton_arrows_and_a_hole_no_arrows() -> None:
    assert not len(overlays(build_surface(formula("x + y")), BOUNDS, ("newton",)).newton)
    arrows = overlays(build_surface(formula("log(x) + y^2")), BOUNDS, ("gradient",)).gradient
    assert len(arrows)
    assert np.isfinite(arrows).all()
    assert (arrows[:, 0] > 0.0).all()
