"""Trajectories whose course is known without the detector: closed forms, paths drawn by hand, runs of the engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from engine.batches import Sampling
from engine.history import Layout, RunStatus, Snapshot
from engine.optimizers import make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import Array, BagSpec, CriticalPoint, SurfaceSpec, build_surface
from surfaces.critical_points import find_critical_points

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Span = tuple[int, int]
WHENEVER: Span = (0, 10**9)


@dataclass(frozen=True)
class Labelled:
    """A trajectory with what a person sees in it: the kinds of its events, when the first of each is, and why."""

    name: str
    surface: SurfaceSpec
    course: Callable[[], Snapshot]
    why: str
    labels: dict[str, Span] = field(default_factory=dict)
    """The iterations among which the first event of a kind is; all other kinds are absent."""
    random: bool = False
    open: frozenset[str] = frozenset()
    """Kinds on which two people could disagree: not counted."""
    points: Callable[[], tuple[CriticalPoint, ...]] | None = None


def drawn(
    spec: SurfaceSpec, points: Sequence[Sequence[float]] | Array, status: RunStatus = RunStatus.STEP_LIMIT
) -> Snapshot:
    """Return a history that passes through the given points of a surface."""
    surface, params = build_surface(spec), np.array(points, dtype=np.float64)
    spent = np.arange(len(params))[:, None]
    columns = (params, surface.value(params)[:, None], surface.gradient(params), np.full(spent.shape, 0.1), spent)
    return Snapshot(np.concatenate(columns, axis=1), Layout(surface.dim), status)


def ran(
    spec: SurfaceSpec,
    start: Sequence[float],
    optimizer: str,
    steps: int,
    batch: int = 0,
    seed: int = 0,
    **values: float,
) -> Snapshot:
    """Return the history of a run of the engine."""
    sampling = Sampling(batch, replacement=True)
    rule = make_optimizer(optimizer, values)
    return run_to(RunConfig(spec, tuple(start), rule, Constant(), seed, sampling), steps)


def bag(name: str, tilt: float) -> SurfaceSpec:
    """Return a surface of the catalogue with 256 tilted samples."""
    return SurfaceSpec(name, bag=BagSpec(256, tilt, 0))


def along(*corners: Sequence[float], step: float) -> list[tuple[float, ...]]:
    """Return points at even distances along straight lines between corners."""
    path = [tuple(map(float, corners[0]))]
    for one, other in pairwise(corners):
        first, last = np.array(one, dtype=np.float64), np.array(other, dtype=np.float64)
        count = max(1, round(float(np.linalg.norm(last - first)) / step))
        path += [tuple((first + (last - first) * k / count).tolist()) for k in range(1, count + 1)]
    return path


def descent(rate: float, curvatures: Sequence[float], start: Sequence[float], steps: int) -> Array:
    """Gradient descent on a quadratic, solved: θᵢ(k) = θᵢ(0) (1 − ηλᵢ)ᵏ."""
    k = np.arange(steps + 1)[:, None]
    return np.asarray(np.array(start) * (1.0 - rate * np.array(curvatures)) ** k)


def heavy_ball(rate: float, beta: float, curvatures: Sequence[float], start: Sequence[float], steps: int) -> Array:
    """The heavy ball from rest on a quadratic, solved: θᵢ(k) = A z₁ᵏ + B z₂ᵏ with z² − (1 + β − ηλᵢ) z + β = 0."""
    k, paths = np.arange(steps + 1), []
    for curvature, first in zip(curvatures, start, strict=True):
        half = (1.0 + beta - rate * curvature) / 2.0
        root = np.sqrt(complex(half**2 - beta))
        one, other = half + root, half - root
        share = (first * (1.0 - rate * curvature) - first * other) / (one - other)
        paths.append((share * one**k + (first - share) * other**k).real)
    return np.stack(paths, axis=-1)


def noisy_descent(rate: float, curvatures: Sequence[float], noise: float, start: Sequence[float], steps: int) -> Array:
    """Gradient descent on a quadratic under normal noise: an autoregressive process in each coordinate."""
    draws = np.random.default_rng(5).normal(0.0, rate * noise, (steps, len(start)))
    point, path = np.array(start, dtype=np.float64), [np.array(start, dtype=np.float64)]
    for draw in draws:
        point = point * (1.0 - rate * np.array(curvatures)) + draw
        path.append(point)
    return np.array(path)


def polygon(corners: int, turns: int, radius: float, rows: int, centre: Sequence[float] = (0.0, 0.0)) -> Array:
    """Go round the corners of a regular polygon, or star, for ever."""
    angle = 2.0 * np.pi * turns * (np.arange(rows) % corners) / corners
    return np.array(centre) + radius * np.stack([np.cos(angle), np.sin(angle)], axis=-1)


def found(spec: SurfaceSpec) -> tuple[CriticalPoint, ...]:
    """Return what the search finds on a surface that declares nothing."""
    surface = build_surface(spec)
    return find_critical_points(surface, surface.bounds)
