"""One iteration with its record: ours on three surfaces against torch.optim.Adam, and every other optimizer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import Run, RunConfig
from engine.schedules import Constant
from surfaces import SurfaceSpec, surface_row
from tests.benchmarks.measuring import Figure, figure, interleaved, ratio, seconds, show

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 15
OURS, THEIRS = 4000, 500
RATE = 1e-4
AIM = 8.0


def rosenbrock(x: Any, y: Any) -> Any:
    """The catalogue's formula, for tensors."""
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def himmelblau(x: Any, y: Any) -> Any:
    """The catalogue's formula, for tensors."""
    return (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2


def beale(x: Any, y: Any) -> Any:
    """The catalogue's formula, for tensors."""
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


LOSSES: dict[str, Callable[[Any, Any], Any]] = {"rosenbrock": rosenbrock, "himmelblau": himmelblau, "beale": beale}


def measure() -> list[Figure]:
    """Return the figures."""
    figures = []
    for surface, loss in LOSSES.items():
        figures += against_torch(surface, loss)
    sides = {name: partial(ours, "rosenbrock", name) for name in OPTIMIZERS}
    samples = interleaved(sides, ROUNDS)
    return figures + [figure(f"iteration: {name} on rosenbrock", samples[name], "µs") for name in OPTIMIZERS]


def against_torch(surface: str, loss: Callable[[Any, Any], Any]) -> list[Figure]:
    """Return ours, torch's by autograd and torch's bare step on one surface."""
    start = surface_row(surface).start
    sides = {
        "ours": lambda: ours(surface, "adam"),
        "autograd": lambda: by_autograd(loss, start),
        "given": lambda: by_given_gradient(start),
    }
    samples = interleaved(sides, ROUNDS)
    lines = [figure(f"iteration: Adam on {surface}, recorded", samples["ours"], "µs")]
    theirs = figure("  torch: autograd, step and record (ratio to ours)", samples["autograd"], "µs")
    times = ratio(samples, "autograd", "ours")
    lines.append(Figure(theirs.what, theirs.median, theirs.high, "µs", times, f"ratio ≥ {AIM:g}", times >= AIM))
    bare = ratio(samples, "given", "ours")
    lines.append(figure("  torch: step only, gradient given (ratio to ours)", samples["given"], "µs", ratio=bare))
    return lines


def ours(surface: str, optimizer: str) -> float:
    """Return the microseconds of an iteration as the app takes it, with its record."""
    slow = make_optimizer(optimizer, {"learning_rate": RATE if optimizer != "newton" else 0.01})
    start = surface_row(surface).start
    done, taken = 0, 0.0
    while done < OURS:  # Newton rests early, so it begins anew
        run = Run(RunConfig(SurfaceSpec(name=surface), start, slow, Constant()))
        taken += seconds(partial(run.advance, min(OURS - done, 1000)))
        done += run.last
    return 1e6 * taken / done


def by_autograd(loss: Callable[[Any, Any], Any], start: tuple[float, float]) -> float:
    """Return the microseconds of the usual loop with a record in lists."""
    import torch

    torch.set_num_threads(1)
    params = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([params], lr=RATE)
    xs, ys, losses, slopes = [], [], [], []

    def work() -> None:
        for _ in range(THEIRS):
            optimizer.zero_grad()
            value = loss(*params.unbind())
            value.backward()
            x, y = params.tolist()
            assert params.grad is not None
            xs.append(x)
            ys.append(y)
            losses.append(value.item())
            slopes.append(params.grad.tolist())
            optimizer.step()

    return 1e6 * seconds(work) / THEIRS


def by_given_gradient(start: tuple[float, float]) -> float:
    """Return the microseconds of torch's step alone: no loss, no backward pass, no record."""
    import torch

    torch.set_num_threads(1)
    params = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    params.grad = torch.tensor((0.3, -0.2), dtype=torch.float64)
    optimizer = torch.optim.Adam([params], lr=RATE)

    def work() -> None:
        for _ in range(THEIRS):
            optimizer.step()

    return 1e6 * seconds(work) / THEIRS


if __name__ == "__main__":
    show(measure)
