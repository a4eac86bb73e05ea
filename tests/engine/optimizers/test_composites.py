"""What holds for optimizers made of optimizers, whatever the parts are."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from engine.batches import Sampling
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.optimizers.composite import Composite
from engine.oracle import Chance, Oracle
from engine.run import Run, RunConfig, run_to
from engine.schedules import Constant
from surfaces import Array, SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.optimizer import Optimizer

HIMMELBLAU = SurfaceSpec("himmelblau")
STEPS = 12
MADE_OF_ONE: dict[str, tuple[str, dict[str, Any]]] = {
    "clipped": ("clipped", {}),
    "lookahead": ("lookahead", {"k": 4, "reset_state": True}),
    "averaged": ("averaged", {"records": "average"}),
    "noisy": ("noisy", {}),
    "second": ("switch", {"when": "stall", "patience": 3, "threshold": 0.4, "first": "gd", "first.lr": 1e-4}),
    "others": ("per-parameter", {}),
}
"""A composite and its settings, by the name of the part under test or of the composite, whose part is `inner`."""
each_place = pytest.mark.parametrize("place", MADE_OF_ONE)
each_part = pytest.mark.parametrize("part", OPTIMIZERS)


def composite(place: str, part: str) -> Optimizer:
    name, values = MADE_OF_ONE[place]
    rate = 0.5 if OPTIMIZERS[part].uses_hessian else 1e-3
    where = place if place in ("second", "others") else "inner"
    return make_optimizer(name, {**values, where: part, f"{where}.learning_rate": rate})


def stepped(optimizer: Optimizer, params: Array) -> tuple[Array, Any]:
    oracle, state = Oracle(build_surface(HIMMELBLAU)), optimizer.init(params)
    for iteration in range(STEPS):
        params, state = optimizer.step(params, oracle, state, optimizer.learning_rate, iteration)
    return params, state


@each_place
@each_part
def test_resumed_from_any_row_it_is_the_rest_bit_for_bit(place: str, part: str) -> None:
    config = RunConfig(HIMMELBLAU, (-1.0, 1.0), composite(place, part), Constant(), 3, Sampling(stream=2))
    whole = run_to(config, STEPS)
    for row in range(0, len(whole), 3):
        run = Run.resumed(config, whole, row)
        run.advance(STEPS - row)
        assert run.snapshot(STEPS).table.tobytes() == whole.table.tobytes()
        assert run.snapshot().totals == whole.totals


@each_place
@each_part
def test_a_lane_alone_equals_that_lane_among_many(place: str, part: str) -> None:
    optimizer = composite(place, part)
    starts = np.random.default_rng(5).uniform(-2.0, 2.0, (2, 3, 2))
    many, states = stepped(optimizer, starts)
    alone, state = stepped(optimizer, starts[1, 2])
    np.testing.assert_allclose(many[1, 2], alone, rtol=1e-11, atol=1e-11)
    assert [np.shape(value) for value in states] == [(2, 3, *np.shape(value)) for value in state]


@each_place
@each_part
def test_a_step_changes_none_of_its_inputs(place: str, part: str) -> None:
    optimizer, oracle = composite(place, part), Oracle(build_surface(HIMMELBLAU))
    params = np.array([[0.5, -1.0], [2.0, 3.0]])
    state = optimizer.init(params)
    for iteration in range(6):
        for array in (params, *state):
            array.flags.writeable = False
        before = [np.array(array) for array in (params, *state)]
        moved, after = optimizer.step(params, oracle, state, 1.0, iteration)
        assert all(np.array_equal(*pair, equal_nan=True) for pair in zip((params, *state), before, strict=True))
        params, state = moved, after


@each_part
def test_it_asks_for_what_its_parts_ask_for(part: str) -> None:
    inner = OPTIMIZERS[part]()
    made = make_optimizer("clipped", {"inner": part})
    assert (made.uses_values, made.uses_hessian) == (inner.uses_values, inner.uses_hessian)
    assert made.draws == inner.draws
    assert make_optimizer("per-parameter", {"x": part}).draws == inner.draws
    assert make_optimizer("noisy", {"inner": part}).draws


def test_equal_ones_are_equal_hash_alike_and_can_be_copied() -> None:
    for name, cls in OPTIMIZERS.items():
        if issubclass(cls, Composite):
            made = make_optimizer(name)
            assert made.family == "composite"
            for other in (make_optimizer(name, made.values()), pickle.loads(pickle.dumps(made)), copy.copy(made)):
                assert other == made
                assert hash(other) == hash(made)
                assert (other.uses_values, other.uses_hessian, other.draws) == (
                    made.uses_values,
                    made.uses_hessian,
                    made.draws,
                )


def test_the_learning_rate_is_a_common_factor() -> None:
    values = {"inner": "adam", "inner.lr": 0.3}
    one = run_to(RunConfig(HIMMELBLAU, (1.0, 1.0), make_optimizer("clipped", {**values, "lr": 0.5}), Constant()), 30)
    other = run_to(
        RunConfig(HIMMELBLAU, (1.0, 1.0), make_optimizer("clipped", {**values, "inner.lr": 0.15}), Constant()), 30
    )
    assert one.params.tobytes() == other.params.tobytes()


def test_composites_of_composites() -> None:
    made = make_optimizer(
        "switch",
        {
            "at": 5,
            "first": "lookahead",
            "first.inner": "clipped",
            "first.inner.inner": "momentum",
            "second": "per-parameter",
            "second.others": "newton",
        },
    )
    assert made.uses_hessian
    config = RunConfig(HIMMELBLAU, (1.0, 1.0), made, Constant())
    run = run_to(config, STEPS)
    assert [name for name, _ in run.layout.state_fields] == [
        "first.slow",
        "first.inner.velocity",
        "hessian_evaluations",
    ]
    halfway = Run.resumed(config, run, 7)
    halfway.advance(STEPS - 7)
    assert halfway.snapshot(STEPS).table.tobytes() == run.table.tobytes()


def test_parts_that_draw_draw_apart() -> None:
    """The noise of a composite, of its part and of its other part are three different numbers, the same every time."""
    drawn: list[Array] = []
    oracle = Oracle(build_surface(SurfaceSpec("bowl")), Chance(1, 2))
    made = make_optimizer("per-parameter", {"x": "noisy", "others": "noisy", "x.inner.lr": 1.0, "others.inner.lr": 1.0})
    for _ in range(2):
        moved, _ = made.step(np.zeros(2), oracle, made.init(np.zeros(2)), 1.0, 4)
        drawn.append(moved)
    assert drawn[0].tobytes() == drawn[1].tobytes()
    assert abs(drawn[0][0] - drawn[0][1]) > 1e-6
