"""What a step's scaling makes of the slope alone: against the rules' own books, written down once more here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from engine.explain import Explanation, explain, step_vectors
from engine.explain.scaled import Scaled, combined
from engine.hyperparameters import hyperparameters
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant, Cosine
from surfaces import CATALOGUE, SurfaceSpec, build_surface

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.history import Snapshot
    from surfaces import Array

ROW = 9
MEMORY = {"momentum": 0.0, "beta1": 0.0, "nu1": 0.0, "weight_decay": 0.0}
"""What is off where a rule has neither memory nor decay: its step is the scaled slope."""


@dataclass(frozen=True)
class Step:
    """A recorded step with the optimizer's settings at hand."""

    found: Explanation
    snapshot: Snapshot
    own: Any
    row: int

    @property
    def g(self) -> Array:
        return np.array(next(term.values for term in self.found.terms if term.role == "gradient"))

    def new(self, field: str) -> Any:
        return self.snapshot.state(field)[self.row + 1]

    def old(self, field: str) -> Any:
        return self.snapshot.state(field)[self.row]

    @property
    def rate(self) -> float:
        return self.found.learning_rate

    def corrected(self, field: str, beta: float) -> Array:
        return np.asarray(self.new(field) / (1.0 - beta ** (self.row + 1)))

    @property
    def hessian(self) -> Array:
        return build_surface(SurfaceSpec("rosenbrock")).hessian(np.array(self.found.before))


def taken(name: str, row: int = ROW, surface: str = "rosenbrock", **values: Any) -> Step:
    optimizer = make_optimizer(name, {"lr": 1e-3, **values})
    config = RunConfig(SurfaceSpec(surface), CATALOGUE[surface].start, optimizer, Cosine(length=40))
    snapshot = run_to(config, row + 3)
    return Step(explain(config, snapshot, row), snapshot, optimizer, row)


def by_root(matrix: Array, vector: Array, power: float) -> Array:
    values, basis = np.linalg.eigh(matrix)
    return np.asarray(basis @ (np.abs(values) ** power * (basis.T @ vector)))


def adam(s: Step) -> Any:
    return -s.rate * s.g / (np.sqrt(s.corrected("second_moment", s.own.beta2)) + s.own.eps)


def book_adam(s: Step) -> Any:
    root = np.sqrt(1.0 - s.own.beta2 ** (s.row + 1))
    return -s.rate * root * s.g / (np.sqrt(s.new("second_moment")) + s.own.eps)


def rmsprop(s: Step) -> Any:
    mean = s.new("gradient_average") if s.own.centered else 0.0
    spread = s.new("square_average") - mean**2
    root = np.sqrt(spread + s.own.eps) if s.own.eps_placement == "inside" else np.sqrt(spread) + s.own.eps
    return -s.rate * s.g / root


def radam(s: Step) -> Any:
    t, beta = s.row + 1, s.own.beta2
    longest = 2.0 / (1.0 - beta) - 1.0
    length = longest - 2.0 * t * beta**t / (1.0 - beta**t)
    r = np.sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length))
    return -s.rate * r * s.g * np.sqrt(1.0 - beta**t) / (np.sqrt(s.new("second_moment")) + s.own.eps)


def qhadam(s: Step) -> Any:
    brake = (1.0 - s.own.nu2) * s.g**2 + s.own.nu2 * s.corrected("second_moment", s.own.beta2)
    return -s.rate * s.g / (np.sqrt(brake) + s.own.eps)


def prodigy(s: Step) -> Any:
    t, own = s.row + 1, s.own
    rate = s.rate * s.old("distance") * np.sqrt(1.0 - own.beta2**t) / (1.0 - own.beta1**t)
    return -rate * s.old("distance") * s.g / (np.sqrt(s.new("second_moment")) + s.new("distance") * own.eps)


def soap(s: Step) -> Any:
    basis = np.linalg.eigh(s.new("statistics").reshape(2, 2))[1]
    root = np.sqrt(s.corrected("second_moment", s.own.beta2)) + s.own.eps
    return -s.rate * basis @ (basis.T @ s.g / root)


BOOKS: list[tuple[str, dict[str, Any], Callable[[Step], Any]]] = [
    ("adagrad", {"lr_decay": 0.1}, lambda s: -s.rate / 1.9 * s.g / (np.sqrt(s.new("sum_of_squares")) + s.own.eps)),
    ("adagrad", {"eps_placement": "inside"}, lambda s: -s.rate * s.g / np.sqrt(s.new("sum_of_squares") + s.own.eps)),
    ("rmsprop", {}, rmsprop),
    ("rmsprop", {"momentum": 0.9, "centered": True, "rho": 0.9}, rmsprop),
    ("rmsprop", {"momentum": 0.9, "rate_placement": "inside", "eps_placement": "inside"}, rmsprop),
    (
        "adadelta",
        {"weight_decay": 0.0},
        lambda s: (
            -s.rate * s.g * np.sqrt((s.old("update_average") + s.own.eps) / (s.new("square_average") + s.own.eps))
        ),
    ),
    ("adam", {}, adam),
    ("adam", {"weight_decay": 0.1}, adam),
    ("adam", {"form": "book"}, book_adam),
    ("adamw", {"weight_decay": 0.2}, adam),
    ("nadam", {}, adam),
    ("nadam", {"convention": "constant", "weight_decay": 0.1, "decoupled_weight_decay": True}, adam),
    ("yogi", {}, adam),
    ("radam", {}, radam),
    ("qhadam", {"nu2": 0.6}, qhadam),
    (
        "amsgrad",
        {},
        lambda s: -s.rate * s.g / (np.sqrt(s.corrected("largest_second_moment", s.own.beta2)) + s.own.eps),
    ),
    ("amsgrad", {"convention": "paper"}, lambda s: -s.rate * s.g / np.sqrt(s.new("largest_second_moment"))),
    ("adamax", {}, lambda s: -s.rate * s.g / s.new("largest_gradient")),
    ("adan", {}, lambda s: -s.rate * s.g / np.sqrt(s.corrected("second_moment", s.own.beta3))),
    ("adan", {"convention": "optax"}, lambda s: -s.rate * s.g / np.sqrt(s.corrected("second_moment", s.own.beta3))),
    ("adabelief", {}, lambda s: -s.rate * s.g / np.sqrt(s.corrected("surprise", s.own.beta2))),
    ("lion", {}, lambda s: -s.rate * np.sign(s.g)),
    ("sign-descent", {"momentum": 0.9}, lambda s: -s.rate * np.sign(s.g)),
    ("rprop", {}, lambda s: -s.new("step_size") * np.sign(s.new("last_gradient"))),
    ("prodigy", {"lr": 1.0}, prodigy),
    (
        "schedule-free-adamw",
        {"weight_decay": 0.1},
        lambda s: -s.rate * s.g / (np.sqrt(s.corrected("second_moment", s.own.beta2)) + s.own.eps),
    ),
    ("sophia", {}, lambda s: -s.rate * s.g / np.maximum(s.own.gamma * s.new("curvature"), s.own.eps)),
    ("muon", {"orthogonalization": "exact"}, lambda s: -s.rate * s.g / np.linalg.norm(s.g)),
    (
        "shampoo",
        {},
        lambda s: -s.rate * by_root(s.new("statistics").reshape(2, 2) + s.own.eps * np.eye(2), s.g, -0.5),
    ),
    ("soap", {}, soap),
    ("newton", {}, lambda s: -s.rate * np.linalg.inv(s.hessian) @ s.g),
    ("saddle-free-newton", {"max_step": 1e-2}, lambda s: -s.rate * by_root(s.hessian, s.g, -1.0)),
    ("newton-line-search", {}, lambda s: -s.rate * by_root(s.hessian, s.g, -1.0)),
    ("trust-region", {}, lambda s: -np.linalg.inv(s.hessian) @ s.g),
    ("bfgs", {}, lambda s: -s.rate * s.new("inverse_hessian").reshape(2, 2) @ s.g),
    ("lookahead", {"inner": "adagrad"}, lambda s: -0.01 * s.rate * s.g / np.sqrt(s.new("inner.sum_of_squares"))),
    ("clipped", {"inner": "rmsprop"}, lambda s: -0.01 * s.rate * s.g / np.sqrt(s.new("square_average"))),
]


@pytest.mark.parametrize(("name", "values", "book"), BOOKS, ids=lambda value: value if isinstance(value, str) else "")
def test_the_adapted_step_is_what_the_book_says(name: str, values: dict[str, Any], book: Callable[[Step], Any]) -> None:
    step = taken(name, **values)
    np.testing.assert_allclose(step.found.adapted, book(step), rtol=2e-6, atol=1e-300)
    if step.found.rates:
        np.testing.assert_allclose(-np.array(step.found.rates) * step.g, step.found.adapted, rtol=1e-12)


SCALING = {
    *("sign-descent", "muon", "adagrad", "rmsprop", "adadelta", "adam", "adamw", "amsgrad", "adamax", "nadam", "radam"),
    *("qhadam", "lion", "rprop", "adan", "adabelief", "yogi", "prodigy", "schedule-free-adamw", "sophia", "shampoo"),
    *("soap", "newton", "damped-newton", "newton-line-search", "saddle-free-newton", "trust-region", "bfgs", "lbfgs"),
    *("switch", "per-parameter", "lookahead"),  # Adam is in them
}
CHANGED = {
    "adabelief",
    "adan",
    "schedule-free-adamw",
    "sophia",
    "newton-line-search",
    "trust-region",
    "bfgs",
    "lbfgs",
    "lookahead",
}
"""Without memory these are others (nothing surprises AdaBelief), or something else still changes the step: a difference
of gradients, an average of points, a clip, a line search, a radius."""


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_rules_that_scale_are_told_from_those_that_do_not(name: str) -> None:
    assert bool(taken(name).found.adapted) == (name in SCALING)


@pytest.mark.parametrize("name", [name for name in OPTIMIZERS if name in SCALING - CHANGED])
def test_without_memory_and_decay_the_step_is_the_adapted_one(name: str) -> None:
    own = {parameter.name for parameter in hyperparameters(OPTIMIZERS[name])}
    parts = {f"{part}.{key}" for part in ("first", "others", "inner") for key in MEMORY}
    values: dict[str, Any] = {key: MEMORY[key.split(".")[-1]] for key in (*MEMORY, *parts) if key in own}
    found = taken(name, **values).found
    np.testing.assert_allclose(found.adapted, found.update, rtol=1e-9, atol=1e-15)


def test_a_scale_that_is_not_used_yet_is_none() -> None:
    assert taken("radam", row=2).found.adapted == ()
    assert taken("radam", row=2).found.rates == (taken("radam", row=2).rate,) * 2


def test_memory_turns_it_away_and_decay_too() -> None:
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer("adam", {"lr": 0.3}), Constant())
    snapshot = run_to(config, 12)
    early, late = (explain(config, snapshot, row) for row in (0, 10))
    np.testing.assert_allclose(early.adapted, early.update, rtol=1e-12)
    assert abs(late.adapted[1] - late.update[1]) > 0.1 * abs(late.update[1])
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer("adamw", {"lr": 0.3}), Constant())
    found = explain(config, run_to(config, 2), 0)
    np.testing.assert_allclose(np.subtract(found.update, found.adapted), [0.3 * 0.01 * 7.0, -0.3 * 0.01 * 2.0])


def test_where_a_matrix_has_no_inverse_nothing_is_drawn() -> None:
    config = RunConfig(SurfaceSpec(formula="x^2 + 0 y"), (1.0, 2.0), make_optimizer("newton"), Constant())
    snapshot = run_to(config, 1)
    assert step_vectors(config, snapshot, explain(config, snapshot, 0)).adapted == ()


def test_parts_stand_one_behind_another_or_add_up() -> None:
    half = Scaled(np.array([1.0]), np.array([0.1]), is_scaling=True)
    other = Scaled(np.array([2.0]), np.array([0.2]), is_scaling=False)
    both = Scaled(np.array([10.0, 20.0]), np.array([1.0, 2.0]), is_scaling=False)
    assert combined([half, other], 2) == ((1.0, 2.0), (0.1, 0.2))
    assert combined([half, other, both], 2) == ((11.0, 22.0), (1.1, 2.2))
    assert combined([both], 2) == ((), (1.0, 2.0))
    assert combined([half], 2) == ((), ())
    assert combined([Scaled(both.step, None, is_scaling=True)], 2) == ((10.0, 20.0), ())
    assert combined([], 2) == ((), ())
