"""A basin map of Himmelblau by Adam, 256 × 256 starts and up to 500 iterations: ours, jitted JAX and batched torch.

Ours also says where each start ends, and drops it when it has; the peers take all 500 steps of all starts. First calls
are made in fresh processes, once what works there has been started: XLA's threads, our processes. Both compile, JAX its
loop and we a rule and a formula. What starting our processes adds is told apart.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.basins import basin_map
from engine.crew import Crew, Processes
from engine.optimizers import make_optimizer
from engine.run import RunConfig
from engine.schedules import Constant
from surfaces import SurfaceSpec
from tests.benchmarks.measuring import ROOT, Figure, figure, interleaved, ratio, seconds, show

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS, FIRST_ROUNDS = 9, 5
SIZE, STEPS, RATE = 256, 500, 0.05
REACH = 6.0
BEFORE_JAX, BEFORE_TORCH, BEHIND_JAX = 1.0, 2.0, 2.0


def config() -> RunConfig:
    """Return what is mapped."""
    adam = make_optimizer("adam", {"learning_rate": RATE})
    return RunConfig(SurfaceSpec("himmelblau"), (0.0, 0.0), adam, Constant())


def measure() -> list[Figure]:
    """Return the figures."""
    torch_step = torch_side()
    jax_call = jax_side()
    jax_call()
    with Processes() as crew:
        ours(crew)
        sides: dict[str, Callable[[], float]] = {
            "ours": partial(ours, crew),
            "alone": partial(ours, Crew()),
            "jax": lambda: seconds(jax_call),
            "torch": lambda: seconds(torch_step),
        }
        samples = interleaved(sides, ROUNDS)
    first = interleaved({side: partial(first_call, side) for side in ("ours", "cold", "jax")}, FIRST_ROUNDS)
    sooner, faster = ratio(first, "jax", "ours"), ratio(samples, "torch", "ours")
    behind = ratio(samples, "ours", "jax")
    lines = [
        in_milliseconds("basin map, first call", first["ours"]),
        in_milliseconds("  with the starting of processes", first["cold"]),
        against(
            "  jitted JAX, first call (ratio to ours)", first["jax"], sooner, f"ratio ≥ {BEFORE_JAX:g}", BEFORE_JAX
        ),
        in_milliseconds("basin map, once warm", samples["ours"]),
        in_milliseconds("  in one process (ratio to all cores)", samples["alone"], ratio(samples, "alone", "ours")),
        against("  torch, one batched tensor (ratio to ours)", samples["torch"], faster, "ratio ≥ 2", BEFORE_TORCH),
    ]
    warm = in_milliseconds("  jitted JAX, once warm (ours takes so many times as long)", samples["jax"], behind)
    return [*lines, Figure(warm.what, warm.median, warm.high, "ms", behind, "ratio ≤ 2", behind <= BEHIND_JAX)]


def in_milliseconds(what: str, samples: list[float], times: float | None = None) -> Figure:
    """Return a line of seconds in milliseconds."""
    return figure(what, [1000.0 * sample for sample in samples], "ms", ratio=times)


def against(what: str, samples: list[float], times: float, target: str, least: float) -> Figure:
    """Return the line of a peer that should take longer."""
    line = in_milliseconds(what, samples, times)
    return Figure(line.what, line.median, line.high, "ms", times, target, times >= least)


def ours(crew: Crew) -> float:
    """Return the seconds of our map."""
    return seconds(lambda: basin_map(config(), SIZE, STEPS, crew))


def starts() -> np.ndarray:
    """Return all starts, shape (n, 2)."""
    axis = np.linspace(-REACH, REACH, SIZE)
    return np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)


def himmelblau(points: Any) -> Any:
    """The catalogue's formula, for arrays and tensors of shape (n, 2)."""
    x, y = points[..., 0], points[..., 1]
    return (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2


def torch_side() -> Callable[[], Any]:
    """Return torch's map: one tensor, all of its threads."""
    import torch

    begin = torch.tensor(starts())

    def work() -> Any:
        params = begin.clone().requires_grad_()
        optimizer = torch.optim.Adam([params], lr=RATE)
        for _ in range(STEPS):
            optimizer.zero_grad()
            himmelblau(params).sum().backward()
            optimizer.step()
        return params

    return work


def jax_side() -> Callable[[], Any]:
    """Return JAX's map: Optax's Adam in a compiled loop, float64, all of XLA's threads."""
    import jax
    import optax

    jax.config.update("jax_enable_x64", True)
    slope = jax.grad(lambda points: himmelblau(points).sum())
    adam, begin = optax.adam(RATE), jax.numpy.asarray(starts())

    def body(_: Any, carried: Any) -> Any:
        points, state = carried
        updates, state = adam.update(slope(points), state)
        return optax.apply_updates(points, updates), state

    run = jax.jit(lambda points: jax.lax.fori_loop(0, STEPS, body, (points, adam.init(points)))[0])
    begin.block_until_ready()
    return lambda: run(begin).block_until_ready()


def first_call(side: str) -> float:
    """Return the seconds of a first map in a fresh process."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_lanes", "--first", side]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout))


def first_here(side: str) -> float:
    """Return the seconds of a first map in this process."""
    if side == "jax":
        return seconds(jax_side())
    begin = time.perf_counter()
    with Processes() as crew:
        if side == "ours":
            crew.wait()
            begin = time.perf_counter()
        basin_map(config(), SIZE, STEPS, crew)
        return time.perf_counter() - begin


if __name__ == "__main__":
    if sys.argv[1:2] == ["--first"]:
        sys.stdout.write(json.dumps(first_here(sys.argv[2])))
    else:
        show(measure)
