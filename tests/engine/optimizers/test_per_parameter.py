from __future__ import annotations

import numpy as np

from engine.optimizers import make_optimizer
from engine.oracle import Oracle
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import Array, SurfaceSpec, build_surface

PRETRAINED = SurfaceSpec(formula="0.5*(x*y - 3)^2", bounds=(-0.5, 3.5, -0.5, 4.0))
SPLIT = {"x": "gd", "x.lr": 0.001, "others": "adam", "others.lr": 0.1}


def test_one_step_by_hand_with_one_gradient() -> None:
    run = run_to(RunConfig(PRETRAINED, (1.0, 2.0), make_optimizer("per-parameter", SPLIT), Constant()), 1)
    np.testing.assert_allclose(run.params[1], [1.0 + 0.001 * 2.0, 2.0 + 0.1], rtol=1e-6)  # ∇f = (−2, −1)
    assert run.totals.gradients == 1.0
    assert run.layout.state_fields == (("others.first_moment", 1), ("others.second_moment", 1))


def test_newton_on_one_parameter_sees_its_own_curvature_and_the_other_held() -> None:
    """f = (xy − 3)² / 2 has ∂f/∂x = (xy − 3) y and ∂²f/∂x² = y²: Newton's x solves x y = 3 at the old y."""
    made = make_optimizer("per-parameter", {"x": "newton", "others": "gd", "others.lr": 0.1})
    run = run_to(RunConfig(PRETRAINED, (1.0, 2.0), made, Constant()), 1)
    np.testing.assert_allclose(run.params[1], [1.5, 2.1], rtol=1e-14)
    assert (run.totals.gradients, run.totals.hessians) == (1.0, 1.0)


def test_a_line_search_on_one_parameter_leaves_the_other_alone() -> None:
    made = make_optimizer("per-parameter", {"x": "gradient-descent-line-search", "others": "gd", "others.lr": 0.0})
    run = run_to(RunConfig(PRETRAINED, (1.0, 2.0), made, Constant()), 20)
    np.testing.assert_array_equal(run.params[:, 1], 2.0)
    assert abs(run.params[-1, 0] - 1.5) < 1e-6
    assert run.totals.values > 0


def test_with_many_parameters_the_first_is_apart() -> None:
    rosenbrock = SurfaceSpec("rosenbrock", dim=4)
    made = make_optimizer("per-parameter", {"x": "gd", "x.lr": 0.0, "others": "gd", "others.lr": 1e-3})
    params, oracle = np.array([0.5, 0.1, -0.3, 0.7]), Oracle(build_surface(rosenbrock))
    moved, _ = made.step(params, oracle, made.init(params), 1.0, 0)
    gradient = build_surface(rosenbrock).gradient(params)
    np.testing.assert_allclose(moved, params - 1e-3 * gradient * [0.0, 1.0, 1.0, 1.0], rtol=1e-14)


def followed(name: str, values: dict[str, object], params: Array, steps: int = 600) -> Array:
    made, oracle = make_optimizer(name, values), Oracle(build_surface(PRETRAINED))
    state = made.init(params)
    for iteration in range(steps):
        params, state = made.step(params, oracle, state, made.learning_rate, iteration)
    return params


def test_s19_the_pretrained_weight_stays_where_it_was() -> None:
    """science.md, S19: from (1, .05) Adam on both moves w_p by 1.09, split by .037, in 13 and 35 steps."""
    split = run_to(RunConfig(PRETRAINED, (1.0, 0.05), make_optimizer("per-parameter", SPLIT), Constant()), 600)
    both = run_to(RunConfig(PRETRAINED, (1.0, 0.05), make_optimizer("adam", {"lr": 0.1}), Constant()), 600)
    np.testing.assert_allclose(split.params[-1], [1.037, 2.892], atol=2e-3)
    np.testing.assert_allclose(both.params[-1], [2.09, 1.43], atol=1e-2)
    assert [int(np.argmax(run.loss < 1e-3)) for run in (both, split)] == [13, 35]
    box = np.random.default_rng(0)
    starts = np.stack([1.0 + box.uniform(-0.1, 0.1, 200), box.uniform(-0.3, 0.3, 200)], 1)
    for name, values, drift in (("adam", {"lr": 0.1}, 1.01), ("per-parameter", SPLIT, 0.036)):
        ends = followed(name, dict(values), starts)
        assert float(np.median(np.abs(ends[:, 0] - starts[:, 0]))) < 1.05 * drift
        assert (build_surface(PRETRAINED).value(ends) < 1e-3).all()
