"""The arrows of a step: what the slope asks for, what memory carries on, and what comes of both."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.branch import taker
from engine.explain.explanation import is_along_slope, recorded_state, step_oracle
from engine.oracle import Oracle
from engine.transformed_oracle import TransformedOracle

if TYPE_CHECKING:
    from engine.explain.explanation import Explanation
    from engine.history import Snapshot
    from engine.optimizer import Optimizer
    from engine.run import RunConfig
    from surfaces import Array


@dataclass(frozen=True)
class StepVectors:
    """Arrows in parameter space, each of dim numbers; `carried` + `pull` = `update`, laid tail to head.

    Attributes
    ----------
    slope : tuple of float
        −η g: where the gradient that the step saw points, as long as a plain descent step of the same learning rate.
        Where η is no length along the gradient (a composite's common factor, Newton's share of a step, a first trial)
        it is as long as the update.
    carried : tuple of float
        Where the step would go if there were no slope here: what its memory alone does. It is found by taking the
        step once more with a gradient of zero; empty for rules that ask for losses or Hessians and carry nothing.
    pull : tuple of float
        What the slope here adds to that; empty where `carried` is.
    adapted : tuple of float
        −P g: what this step's scaling, a divisor of each axis or a matrix, makes of the gradient alone, before memory,
        weight decay, a clip of the step or a limit of its length change it. Empty for rules that scale nothing.
    update : tuple of float
        What the step does.
    divisor : tuple of float
        What each axis is divided by, for rules that brake each axis by itself; else empty.
    rates : tuple of float
        The learning rate of each axis after that, so that −rate · g is `adapted`, or η for all; empty where a matrix
        turns the gradient.
    """

    slope: tuple[float, ...]
    carried: tuple[float, ...]
    pull: tuple[float, ...]
    adapted: tuple[float, ...]
    update: tuple[float, ...]
    divisor: tuple[float, ...]
    rates: tuple[float, ...]


def step_vectors(config: RunConfig, snapshot: Snapshot, found: Explanation) -> StepVectors:
    """Return the arrows of an explained step."""
    config, snapshot, _ = taker(config, snapshot, found.iteration)
    dim, rate = len(found.before), found.learning_rate
    gradient = _gradient(found)
    divisors = [term.values for term in found.terms if term.role == "divisor" and len(term.values) == dim]
    slope = _slope(config.optimizer, rate, gradient, found.update) if gradient else ()
    carried = _carried(config, snapshot, found) if gradient else ()
    pull = tuple(whole - part for whole, part in zip(found.update, carried, strict=True)) if carried else ()
    divisor = divisors[-1] if divisors else ()
    adapted = found.adapted if np.isfinite(found.adapted).all() else ()
    return StepVectors(slope, carried, pull, adapted, found.update, divisor, found.axis_rates)


def _gradient(found: Explanation) -> tuple[float, ...]:
    """The gradient that the step saw, put together where its parts saw the coordinates one after another."""
    seen = [term.values for term in found.terms if term.role == "gradient"]
    whole = [values for values in seen if len(values) == len(found.before)]
    parts = tuple(value for values in seen for value in values)
    return whole[0] if whole else parts if len(parts) == len(found.before) else ()


def _slope(
    optimizer: Optimizer, rate: float, gradient: tuple[float, ...], update: tuple[float, ...]
) -> tuple[float, ...]:
    if not is_along_slope(optimizer):
        length = math.hypot(*gradient)
        rate = math.hypot(*update) / length if length > 0.0 else 0.0
    return tuple(-rate * value for value in gradient)


def _carried(config: RunConfig, snapshot: Snapshot, found: Explanation) -> tuple[float, ...]:
    """What the step does where the slope is zero: nothing, unless one of its terms says what it carries.

    Empty for rules without such terms to which losses and curvature say more.
    """
    optimizer = config.optimizer
    if not any(term.arrow == "memory" for term in found.terms):
        return () if optimizer.uses_values or optimizer.uses_hessian else (0.0,) * len(found.before)
    began = taker(config, snapshot, found.iteration).began
    level = _LevelOracle(step_oracle(config, found.iteration, began))
    state, before = recorded_state(optimizer, snapshot, found.iteration), np.array(found.before)
    with np.errstate(all="ignore"):
        after, _ = optimizer.step(before, level, state, found.learning_rate, found.iteration - began)
    moved = after - before
    return tuple(moved.tolist()) if np.isfinite(moved).all() else ()


class _LevelOracle(TransformedOracle):
    """The same surface with no slope anywhere."""

    def gradient(self, params: Array) -> Array:
        """Return zeros, shape (..., dim)."""
        return np.zeros_like(params)

    def applied(
        self, rule: Any, params: Array, gradient: Array, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Apply the rule plainly: there is nothing to explain."""
        return Oracle.applied(self, rule, params, gradient, state, learning_rate, iteration)
