from __future__ import annotations

import pytest

from engine.optimizers import OPTIMIZERS
from engine.remarks import hessian_remark
from surfaces import SurfaceSpec, build_surface

SADDLE, HIMMELBLAU, MONKEY = (SurfaceSpec(name) for name in ("saddle", "himmelblau", "monkey-saddle"))
Place = tuple[float, float]


@pytest.mark.parametrize(
    ("spec", "point", "words"),
    [
        (SADDLE, (1.5, 0.001), "indefinite here (λ −2, 2): the step aims at a saddle."),
        (SADDLE, (1.5, 1.4), ""),
        (HIMMELBLAU, (-0.27, -0.92), "negative definite here"),
        (HIMMELBLAU, (3.0, 2.0), ""),
        (MONKEY, (0.0, 0.0), "singular here"),
        (SurfaceSpec("plane"), (1.0, 2.0), "singular here"),
        (SurfaceSpec(formula="x^2"), (1.0, 2.0), "singular here"),
        (SurfaceSpec(formula="-x^2 + 1e-15*y^2"), (1.0, 2.0), "singular here"),
        (SurfaceSpec(formula="sqrt(x) + y^2"), (-1.0, 0.0), "not finite here"),
    ],
)
def test_newton_is_warned_where_its_step_does_not_lead_downhill(spec: SurfaceSpec, point: Place, words: str) -> None:
    remark = hessian_remark(OPTIMIZERS["newton"](), build_surface(spec), point)
    assert words in remark
    assert bool(remark) == bool(words)


@pytest.mark.parametrize("name", [name for name in OPTIMIZERS if name != "newton"])
def test_nobody_else_is(name: str) -> None:
    assert hessian_remark(OPTIMIZERS[name](), build_surface(SADDLE), (1.5, 0.001)) == ""
