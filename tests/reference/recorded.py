"""What the rules of other libraries are compared on: surfaces, starts, recorded gradients, and how a rule is driven.

`python tests/reference/recorded.py` records the gradients anew (and with them all reference data must be made anew).
The scripts `make_*.py` run the other library, in an environment of their own; the tests run only ours.

Open loop: every rule is fed the same recorded gradients, whatever it does; rates fall, so that conventions that differ
only while the rate changes are told apart. Closed loop: the rule sees the gradient where it stands, at a constant rate.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

FOLDER = Path(__file__).resolve().parent
if __name__ == "__main__":
    sys.path.insert(0, str(FOLDER.parent.parent))

from engine.optimizers import make_optimizer  # noqa: E402
from engine.oracle import Oracle  # noqa: E402
from engine.steppers import make_stepper  # noqa: E402
from surfaces import CATALOGUE, SurfaceSpec, build_surface  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.optimizer import Optimizer
    from surfaces import Array

SURFACES = ("book", "six-hump-camel", "rosenbrock", "beale", "himmelblau", "rastrigin")
STARTS = np.array([CATALOGUE[name].start for name in SURFACES])
STEPS = 200
ROWS = (*range(21), *range(25, STEPS + 1, 5))
"""The iterations whose params are kept. Params add up all updates, so a wrong update shows in every later row."""
SHAKE, AMPLIFIED = 1e-14, 1e-10
"""A closed loop is compared as long as a path whose gradients are taken up to `SHAKE` beside it stays this close."""
_shaking: list[np.random.Generator] = []
_GRADIENTS = FOLDER / "gradients.npy"


def gradients() -> Array:
    """Return the recorded gradients, shape (STEPS, surfaces, 2)."""
    recorded: Array = np.load(_GRADIENTS)
    return recorded


def falling_rates(learning_rate: float) -> list[float]:
    """Return the learning rate of every step of an open loop."""
    return [learning_rate * 0.995**iteration for iteration in range(STEPS)]


def gradient_at(surface_name: str, point: Sequence[float] | Array) -> tuple[float, ...]:
    """Return the exact gradient of one of the surfaces; for the shaken path of `trusted`, of a point close by."""
    here = np.array(point, dtype=float)
    if _shaking:
        here += SHAKE * _shaking[-1].uniform(-1.0, 1.0, here.shape)
    return build_surface(SurfaceSpec(surface_name)).value_and_gradient_at(tuple(here.tolist()))[1]


class Playback(Oracle):
    """An oracle whose gradients were recorded."""

    def __init__(self, recorded: Array) -> None:
        super().__init__(build_surface(SurfaceSpec("plane")))
        self._recorded = recorded

    def gradient(self, params: Array) -> Array:
        """Return the recorded gradients, one after another."""
        gradient: Array = self._recorded[int(self.evaluations.gradients)]
        self.evaluations.gradients += 1
        return gradient


def open_loop(optimizer: Optimizer, rates: Sequence[float]) -> Array:
    """Return our params at `ROWS`, shape (rows, surfaces, 2): all surfaces are lanes of one call."""
    oracle, params = Playback(gradients()), STARTS.copy()
    state, path = optimizer.init(params), [params]
    for iteration, rate in enumerate(rates):
        params, state = optimizer.step(params, oracle, state, rate, iteration)
        path.append(params)
    return np.array(path)[list(ROWS)]


def closed_loop(optimizer: Optimizer, surface_name: str) -> Array:
    """Return our params at `ROWS` on one surface, shape (rows, 2), by the stepper that runs use."""
    return _walk(optimizer, surface_name)[0][list(ROWS)]


def _walk(optimizer: Optimizer, surface_name: str) -> tuple[Array, Array]:
    """Return all STEPS + 1 params at a constant rate, and the gradients there."""
    stepper = make_stepper(optimizer, build_surface(SurfaceSpec(surface_name)))
    point: tuple[float, ...] = CATALOGUE[surface_name].start
    state, path, slopes = stepper.init(point), [point], [stepper.measure(point)[1]]
    for iteration in range(STEPS):
        point, state = stepper.step(point, state, optimizer.learning_rate, iteration)
        path.append(point)
        slopes.append(stepper.measure(point)[1])
    return np.array(path), np.array(slopes)


def trusted(follow: Callable[[str, Array], Array]) -> Array:
    """Return the reference's closed loops, shape (rows, surfaces, 2), NaN from where rounding is amplified.

    `follow(surface_name, start)` returns the library's params after 0 … STEPS steps, shape (STEPS + 1, 2), with
    gradients from `gradient_at`. A start that is moved once does not tell: a path may forget it and begin to amplify
    later, as normalised steps do around a minimum when their brake fades.
    """
    paths = []
    for name, start in zip(SURFACES, STARTS, strict=True):
        path = follow(name, start)
        _shaking.append(np.random.default_rng(1))
        with np.errstate(invalid="ignore"):
            close = np.abs(path - follow(name, start)).max(axis=1) < AMPLIFIED
        _shaking.clear()
        kept = np.logical_and.accumulate(close)
        paths.append(np.where(kept[:, None], path, np.nan)[list(ROWS)])
    return np.stack(paths, axis=1)


def save(name: str, cases: dict[str, Any]) -> None:
    """Write arrays by name into one file."""
    np.savez_compressed(FOLDER / f"{name}.npz", **cases)


def load(name: str) -> dict[str, Any]:
    """Return the arrays of a file."""
    with np.load(FOLDER / f"{name}.npz") as data:
        return dict(data)


def _record() -> Array:
    """Return the gradients that our Adam meets on its way: they turn, alternate, grow and fade."""
    optimizer = make_optimizer("adam", {"learning_rate": 0.05})
    return np.stack([_walk(optimizer, name)[1][:STEPS] for name in SURFACES], axis=1)


if __name__ == "__main__":
    np.save(_GRADIENTS, _record())
