"""One iteration with its record: ours against torch.optim, every optimizer, and runs made anew under a slider."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from engine.optimizer import Elementwise
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import Run, RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec, surface_row
from tests.benchmarks.measuring import Figure, at_most, figure, interleaved, ratio, seconds, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.optimizer import Optimizer

ROUNDS, TABLE_ROUNDS = 15, 5
OURS, THEIRS = 4000, 500
FEW = 200
"""Iterations of an optimizer that is not elementwise: some take a hundred times as long."""
RATE = 1e-4
AIM = 30.0
RUNS, STEPS, PATIENCE = 8, 1000, 60.0
SLIDERS = ("gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adadelta", "adam", "adamw")


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
PEERS: dict[str, tuple[str, dict[str, float]]] = {
    "adam": ("Adam", {}),
    "momentum": ("SGD", {"momentum": 0.9}),
    "rmsprop": ("RMSprop", {}),
}
"""Ours by name, and torch's class with what makes it the same."""


def measure() -> list[Figure]:
    """Return the figures."""
    figures = [line for surface in LOSSES for line in against_torch(surface, "adam")]
    figures += [line for name in ("momentum", "rmsprop") for line in against_torch("rosenbrock", name)]
    figures.append(under_a_slider())
    samples = interleaved({name: partial(ours, "rosenbrock", name) for name in OPTIMIZERS}, TABLE_ROUNDS)
    return figures + [figure(f"iteration: {name} on rosenbrock", samples[name], "µs") for name in OPTIMIZERS]


def against_torch(surface: str, optimizer: str) -> list[Figure]:
    """Return ours, torch's by autograd and torch's bare step on one surface."""
    start = surface_row(surface).start
    sides = {
        "ours": lambda: ours(surface, optimizer),
        "autograd": lambda: by_autograd(LOSSES[surface], optimizer, start),
        "given": lambda: by_given_gradient(optimizer, start),
    }
    samples = interleaved(sides, ROUNDS)
    title = OPTIMIZERS[optimizer].title
    lines = [figure(f"iteration: {title} on {surface}, recorded", samples["ours"], "µs")]
    theirs = figure("  torch: autograd, step and record (ratio to ours)", samples["autograd"], "µs")
    times = ratio(samples, "autograd", "ours")
    lines.append(Figure(theirs.what, theirs.median, theirs.high, "µs", times, f"ratio ≥ {AIM:g}", times >= AIM))
    bare = ratio(samples, "given", "ours")
    lines.append(figure("  torch: step only, gradient given (ratio to ours)", samples["given"], "µs", ratio=bare))
    return lines


def under_a_slider() -> Figure:
    """Return how long eight runs take to be made anew with a learning rate nobody has seen."""
    moves = iter(range(1, 10_000))
    times = [1000.0 * seconds(lambda: recomputed(1e-4 * (1.0 + 1e-4 * next(moves)))) for _ in range(4 * ROUNDS)]
    return at_most(figure(f"{RUNS} runs × {STEPS} iterations, a hyperparameter changed", times, "ms"), PATIENCE)


def recomputed(rate: float) -> None:
    """Make eight runs, each by another optimizer."""
    for name in SLIDERS:
        changed = make_optimizer(name, {"learning_rate": rate})
        run_to(RunConfig(SurfaceSpec("rosenbrock"), surface_row("rosenbrock").start, changed, Constant()), STEPS)


def ours(surface: str, name: str) -> float:
    """Return the microseconds of an iteration as the app takes it, with its record."""
    optimizer, start = careful(name), surface_row(surface).start
    wanted = OURS if isinstance(optimizer, Elementwise) else FEW
    done, taken = 0, 0.0
    while done < wanted:  # a run that rests early begins anew
        run = Run(RunConfig(SurfaceSpec(name=surface), start, optimizer, Constant()))
        taken += seconds(partial(run.advance, min(wanted - done, 1000)))
        done += max(run.last, 1)
    return 1e6 * taken / done


def careful(name: str) -> Optimizer:
    """Return an optimizer that does not arrive too soon, where its learning rate decides that."""
    if issubclass(OPTIMIZERS[name], Elementwise):
        return make_optimizer(name, {"learning_rate": RATE})
    return make_optimizer(name, {"learning_rate": 0.01} if name == "newton" else {})


def torch_optimizer(name: str, start: tuple[float, ...]) -> Any:
    """Return torch's optimizer of a parameter at the start, and the parameter."""
    import torch

    torch.set_num_threads(1)
    params = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    cls, options = PEERS[name]
    return getattr(torch.optim, cls)([params], lr=RATE, **options), params


def by_autograd(loss: Callable[[Any, Any], Any], name: str, start: tuple[float, ...]) -> float:
    """Return the microseconds of the usual loop with a record in lists."""
    optimizer, params = torch_optimizer(name, start)
    xs, ys, losses, slopes = [], [], [], []

    def work() -> None:
        for _ in range(THEIRS):
            optimizer.zero_grad()
            value = loss(*params.unbind())
            value.backward()
            x, y = params.tolist()
            xs.append(x)
            ys.append(y)
            losses.append(value.item())
            slopes.append(params.grad.tolist())
            optimizer.step()

    return 1e6 * seconds(work) / THEIRS


def by_given_gradient(name: str, start: tuple[float, ...]) -> float:
    """Return the microseconds of torch's step alone: no loss, no backward pass, no record."""
    import torch

    optimizer, params = torch_optimizer(name, start)
    params.grad = torch.tensor((0.3, -0.2), dtype=torch.float64)

    def work() -> None:
        for _ in range(THEIRS):
            optimizer.step()

    return 1e6 * seconds(work) / THEIRS


if __name__ == "__main__":
    show(measure)
