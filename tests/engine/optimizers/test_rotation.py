"""Turning the axes under a valley (science.md, S31): who cares, and who does not."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.adagrad import AdaGrad
from engine.optimizers.adam import Adam
from engine.optimizers.adan import Adan
from engine.optimizers.muon import Muon
from engine.optimizers.shampoo import Shampoo
from engine.optimizers.soap import SOAP
from engine.oracle import Oracle
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.optimizer import Optimizer
    from surfaces import Array

ANGLES = (0, 15, 45)


def turned(degrees: float) -> tuple[SurfaceSpec, tuple[float, float], Array]:
    """Return the valley (u² + 100 v²) / 20 turned by an angle, its start (u, v) = (−8, 2), and the rotation."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    valley = SurfaceSpec(
        formula="(0.1*(c*x + s*y)^2 + 10*(c*y - s*x)^2)/2",
        parameters=(("c", c), ("s", s)),
        bounds=(-10.0, 10.0, -10.0, 10.0),
    )
    rotation = np.array([[c, -s], [s, c]])
    start = rotation @ np.array([-8.0, 2.0])
    return valley, (float(start[0]), float(start[1])), rotation


def path(optimizer: Optimizer, degrees: float, steps: int = 1000) -> Array:
    """Return the path in the valley's own axes (u, v)."""
    valley, start, rotation = turned(degrees)
    return run_to(RunConfig(valley, start, optimizer, Constant()), steps).params @ rotation


def arrival(points: Array) -> int:
    """Return the first step after which a path stays within 0.1 of the minimum."""
    return int(np.flatnonzero(np.linalg.norm(points, axis=1) >= 0.1)[-1]) + 1


@pytest.mark.parametrize(
    ("optimizer", "steps"),
    [(Shampoo(1.0), (61, 61, 61)), (SOAP(0.1), (244, 244, 244)), (Adam(0.1), (156, 465, 720))],
    ids=lambda value: getattr(value, "name", None),
)
def test_how_many_steps_it_takes(optimizer: Optimizer, steps: tuple[int, int, int]) -> None:
    assert tuple(arrival(path(optimizer, angle)) for angle in ANGLES) == steps


def test_soap_from_the_experiments_beginning() -> None:
    """Science's 234: there the average of g gᵀ begins as the first one, here at zero as for the authors."""
    valley, start, _ = turned(0)
    surface, optimizer, point = build_surface(valley), SOAP(0.1), np.array(start)
    slope, points = surface.gradient(point), [point]
    state, oracle = optimizer.init(point)._replace(statistics=np.outer(slope, slope)), Oracle(surface)
    for iteration in range(400):
        point, state = optimizer.step(point, oracle, state, 0.1, iteration)
        points.append(point)
    assert arrival(np.array(points)) == 234


@pytest.mark.parametrize("optimizer", [Shampoo(1.0), SOAP(0.1), Muon(0.1)], ids=lambda rule: rule.name)
def test_the_whole_path_turns_with_the_axes(optimizer: Optimizer) -> None:
    straight = path(optimizer, 0, 60)
    for angle in (15, 45, 70):
        np.testing.assert_allclose(path(optimizer, angle, 60), straight, atol=1e-8)


@pytest.mark.parametrize("optimizer", [AdaGrad(1.0), Adam(0.1), Adan(0.1)], ids=lambda rule: rule.name)
def test_rules_that_see_axes_take_another_path(optimizer: Optimizer) -> None:
    assert np.abs(path(optimizer, 45, 60) - path(optimizer, 0, 60)).max() > 0.5
