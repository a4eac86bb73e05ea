"""How the rules of `make_optax.py` and `make_papers.py` and ours are driven: one table of cases for each.

Beside gradients these rules may ask for the diagonal of the Hessian; in an open loop that is made up.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from surfaces import SurfaceSpec, build_surface
from tests.reference.recorded import (
    ROWS,
    STARTS,
    STEPS,
    SURFACES,
    Playback,
    falling_rates,
    gradient_at,
    gradients,
    save,
    trusted,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from engine.optimizer import Optimizer
    from surfaces import Array

    Ask = Callable[[int, Array], Array]
    """What a rule asks for at (iteration, params)."""
    Walk = Callable[[Array, Ask, Ask], Array]
    """The reference's path, shape (STEPS + 1, 2), from (start, gradient, diagonal of the Hessian)."""


@dataclass(frozen=True)
class Case:
    """One of our optimizers and the rule that it is to equal: `make` is whatever the script understands."""

    optimizer: Optimizer
    make: Any
    rates: Callable[[float], list[float]] = falling_rates
    tolerance: float = 1e-12
    """How far params may be apart in the open loop."""

    def open_rates(self) -> list[float]:
        """Return the learning rate of every step of the open loop."""
        return self.rates(self.optimizer.learning_rate)

    def closed_rates(self) -> list[float]:
        """Return the one rate of a closed loop, for every step."""
        return [self.optimizer.learning_rate] * STEPS


def warming_rates(learning_rate: float) -> list[float]:
    """Return rates that rise for 50 steps and stay: what weights the average of a schedule-free rule unevenly."""
    return [learning_rate * min(1.0, (iteration + 1) / 50) for iteration in range(STEPS)]


def curvatures() -> Array:
    """Return diagonals of Hessians for the open loop, shape (STEPS, surfaces, 2): of either sign, small and large."""
    rng = np.random.default_rng(5)
    walk = 1.0 + 0.3 * rng.normal(size=(STEPS, len(SURFACES), 2)).cumsum(axis=0)
    return np.asarray(np.geomspace(1.0, 1000.0, 2 * len(SURFACES)).reshape(-1, 2) * walk)


def diagonal_at(surface_name: str, point: Sequence[float] | Array) -> Array:
    """Return the diagonal of the exact Hessian of one of the surfaces."""
    return np.diagonal(build_surface(SurfaceSpec(surface_name)).hessian(np.array(point, dtype=float)))


class CurvedPlayback(Playback):
    """Plays back gradients and, when a Hessian is asked for after one, the diagonal that belongs to it."""

    def hessian(self, params: Array) -> Array:
        """Return diagonal Hessians, shape (surfaces, 2, 2)."""
        self.evaluations.hessians += 1
        diagonal = curvatures()[int(self.evaluations.gradients) - 1]
        return np.asarray(diagonal[..., None] * np.eye(diagonal.shape[-1]))


def our_open_path(case: Case) -> Array:
    """Return our params at `ROWS` for recorded gradients, shape (rows, surfaces, 2): all surfaces are lanes."""
    oracle, params = CurvedPlayback(gradients()), STARTS.copy()
    state, path = case.optimizer.init(params), [params]
    for iteration, rate in enumerate(case.open_rates()):
        params, state = case.optimizer.step(params, oracle, state, rate, iteration)
        path.append(params)
    return np.array(path)[list(ROWS)]


def open_path(walk: Walk) -> Array:
    """Return the reference's params at `ROWS` for recorded gradients, shape (rows, surfaces, 2)."""
    slopes, diagonals = gradients(), curvatures()

    def path(lane: int) -> Array:
        return walk(STARTS[lane], lambda k, _: slopes[k, lane], lambda k, _: diagonals[k, lane])

    return np.stack([path(lane) for lane in range(len(SURFACES))], axis=1)[list(ROWS)]


def closed_path(walk: Walk) -> Array:
    """Return the reference's params at `ROWS` by gradients where it asks, NaN from where rounding is amplified."""
    return trusted(
        lambda name, start: walk(
            start, lambda _, here: np.array(gradient_at(name, here)), lambda _, here: diagonal_at(name, here)
        )
    )


def write(name: str, cases: Mapping[str, Case], walks: Callable[[Case, list[float]], Walk]) -> None:
    """Write the reference's paths of all cases to one file."""
    data: dict[str, Array] = {}
    for title, case in cases.items():
        data[f"{title}: open"] = open_path(walks(case, case.open_rates()))
        data[f"{title}: closed"] = closed_path(walks(case, case.closed_rates()))
        kept = np.isfinite(data[f"{title}: closed"]).all(axis=-1).sum(axis=0)
        sys.stdout.write(f"{title}: {kept.tolist()} of {len(ROWS)} rows of the closed loops are compared\n")
    save(name, data)
