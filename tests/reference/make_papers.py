"""Follows papers where no library has the rule, in 40 digits, and PyTorch's Muon; writes `papers.npz`.

`python tests/reference/make_papers.py` needs an environment of its own with torch 2.13.0, mpmath and NumPy. The rules
are written here once more, line by line as the papers have them and without a look at ours; the tests need only the
table.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.optimizers.adan import Adan
from engine.optimizers.muon import Muon
from engine.optimizers.prodigy import Prodigy
from engine.optimizers.shampoo import Shampoo
from engine.optimizers.sign_descent import SignDescent
from engine.optimizers.soap import SOAP
from engine.optimizers.sophia import Sophia
from engine.optimizers.yogi import Yogi
from tests.reference.driven import Case, write

if TYPE_CHECKING:
    from surfaces import Array
    from tests.reference.driven import Ask, Walk

Vector = Any
"""A column of mpmath."""


def each(mp: Any, function: Any, *columns: Vector) -> Vector:
    """Return a column of `function` of the entries of columns; a number stands for a column of it."""
    length = max(len(column) for column in columns if isinstance(column, mp.matrix))
    full = [column if isinstance(column, mp.matrix) else [column] * length for column in columns]
    return mp.matrix([function(*entries) for entries in zip(*full, strict=True)])


def norm(mp: Any, column: Vector) -> Any:
    """Return the Euclidean norm."""
    return mp.sqrt(sum(entry**2 for entry in column))


# Each rule below is a generator: it is sent (gradient, diagonal, rate) and yields the params, the start first.


def adan(mp: Any, x: Vector) -> Any:
    """Xie et al. 2022, algorithm 1, with the paper's betas 0.1, 0.2, 0.05 (the share of what is new) and λ 0.1.

    Each average is divided by the sum of its weights, as in the authors' code; the listing leaves that out.
    """
    b1, b2, b3, decay, eps = (mp.mpf(text) for text in ("0.1", "0.2", "0.05", "0.1", "1e-6"))
    m, v, n, previous, t = 0 * x, 0 * x, 0 * x, None, 0
    while True:
        g, _, rate = yield x
        t += 1
        change = g - previous if previous is not None else 0 * g
        m = (1 - b1) * m + b1 * g
        v = (1 - b2) * v + b2 * change
        n = (1 - b3) * n + b3 * each(mp, lambda a: a**2, g + (1 - b2) * change)
        brake = each(mp, lambda a: mp.sqrt(a) + eps, n / (1 - (1 - b3) ** t))
        ahead = m / (1 - (1 - b1) ** t) + (1 - b2) * v / (1 - (1 - b2) ** t)
        x = (x - rate * each(mp, mp.fdiv, ahead, brake)) / (1 + decay * rate)
        previous = g


def yogi(mp: Any, x: Vector) -> Any:
    """Zaheer et al. 2018, algorithm 2, with β2 0.99: no correction, v from 0.01."""
    m, v = 0 * x, 0 * x + mp.mpf("0.01")
    while True:
        g, _, rate = yield x
        m = mp.mpf("0.9") * m + mp.mpf("0.1") * g
        v = each(mp, lambda a, b: a - mp.mpf("0.01") * mp.sign(a - b**2) * b**2, v, g)
        x = x - rate * each(mp, lambda a, b: a / (mp.sqrt(b) + mp.mpf("0.001")), m, v)


def signum(mp: Any, x: Vector) -> Any:
    """Bernstein et al. 2018, algorithm 2, with β 0.9."""
    m = 0 * x
    while True:
        g, _, rate = yield x
        m = mp.mpf("0.1") * g + mp.mpf("0.9") * m
        x = x - rate * each(mp, mp.sign, m)


def prodigy(mp: Any, x: Vector) -> Any:
    """Mishchenko & Defazio 2023, algorithm 4 (the Adam version): no bias correction, d₀ 1e-6.

    Its first steps are so short against where they start that the rounding of x shows in x₀ − x: x is rounded here too.
    """
    b1, b2, d, eps = (mp.mpf(text) for text in ("0.9", "0.999", "1e-6", "1e-8"))
    x0, m, v, s, r = x, 0 * x, 0 * x, 0 * x, mp.mpf(0)
    while True:
        g, _, gamma = yield x
        m = b1 * m + (1 - b1) * d * g
        v = b2 * v + (1 - b2) * d**2 * each(mp, lambda a: a**2, g)
        r = mp.sqrt(b2) * r + gamma * d**2 * (g.T * (x0 - x))[0]
        s = mp.sqrt(b2) * s + gamma * d**2 * g
        following = max(d, r / sum(abs(entry) for entry in s))
        x = x - gamma * d * each(mp, lambda a, b, e: a / (mp.sqrt(b) + e), m, v, following * eps)
        x, d = each(mp, float, x), following


def sophia(mp: Any, x: Vector) -> Any:
    """Liu et al. 2023, algorithm 3: a fresh diagonal at t = 1, 6, 11, … before the step, m as it is, λ 0.1."""
    b1, b2, gamma, decay, eps = (mp.mpf(text) for text in ("0.965", "0.99", "0.05", "0.1", "1e-8"))
    m, h, t = 0 * x, 0 * x, 0
    while True:
        g, diagonal, rate = yield x
        t += 1
        m = b1 * m + (1 - b1) * g
        if t % 5 == 1:
            h = b2 * h + (1 - b2) * diagonal
        x = x - rate * decay * x
        x = x - rate * each(mp, lambda a, b: max(min(a / max(gamma * b, eps), 1), -1), m, h)


def shampoo(mp: Any, x: Vector, eps: str) -> Any:
    """Gupta, Koren & Singer 2018, algorithm 2, order 1: H = εI + Σ g gᵀ, x ← x − η H^(−1/2) g."""
    h = mp.mpf(eps) * mp.eye(len(x))
    while True:
        g, _, rate = yield x
        h = h + g * g.T
        values, q = mp.eigsy(h)
        x = x - rate * (q * mp.diag([value ** mp.mpf("-0.5") for value in values]) * q.T * g)


def soap(mp: Any, x: Vector, known: bool) -> Any:
    """Vyas et al. 2024, algorithm 3, one side, an exact basis at every step; `known`: it knows the step's gradient."""
    beta, eps = mp.mpf("0.95"), mp.mpf("1e-8")
    m, v, h, t = 0 * x, 0 * x, mp.zeros(len(x)), 0
    while True:
        g, _, rate = yield x
        former, h = h, beta * h + (1 - beta) * g * g.T
        if not known and former == mp.zeros(len(x)):
            continue  # the first gradient makes a basis and no step
        t += 1
        _, q = mp.eigsy(h if known else former)
        m = beta * m + (1 - beta) * g
        v = beta * v + (1 - beta) * each(mp, lambda a: a**2, q.T * g)
        corrected, brake = q.T * m / (1 - beta**t), v / (1 - beta**t)
        x = x - rate * (q * each(mp, lambda a, b: a / (mp.sqrt(b) + eps), corrected, brake))


def polar(mp: Any, x: Vector, nesterov: bool) -> Any:
    """Jordan et al. 2024 with the polar factor U Vᵀ of the 1×n update in place of its approximation."""
    b = 0 * x
    while True:
        g, _, rate = yield x
        b = mp.mpf("0.95") * b + mp.mpf("0.05") * g
        u = mp.mpf("0.95") * b + mp.mpf("0.05") * g if nesterov else b
        x = x - rate * u / norm(mp, u)


CASES: dict[str, Case] = {
    "adan, proximal decay": Case(Adan(0.05, 0.9, 0.8, 0.95, 1e-6, weight_decay=0.1), adan),
    "yogi": Case(Yogi(0.05, 0.9, 0.99, 1e-3, 0.01, False), yogi),
    "sign-descent, momentum": Case(SignDescent(0.02, 0.9), signum),
    "prodigy": Case(Prodigy(bias_correction=False), prodigy),
    "sophia": Case(Sophia(0.05, gamma=0.05, update_interval=5, weight_decay=0.1, bias_correction=False), sophia),
    "shampoo": Case(Shampoo(0.5), partial(shampoo, eps="1e-10"), tolerance=1e-11),
    "shampoo, large ε": Case(Shampoo(0.5, 1e-2), partial(shampoo, eps="1e-2"), tolerance=1e-11),
    "soap": Case(SOAP(0.05), partial(soap, known=True)),
    "soap, previous basis": Case(SOAP(0.05, basis="previous"), partial(soap, known=False)),
    "muon, exact": Case(Muon(0.05, orthogonalization="exact", nesterov=False), partial(polar, nesterov=False)),
    "muon, exact, nesterov": Case(Muon(0.05, orthogonalization="exact"), partial(polar, nesterov=True)),
    "muon, torch": Case(Muon(0.05, weight_decay=0.1), {"weight_decay": 0.1}),
    "muon, torch, no nesterov": Case(
        Muon(0.05, 0.9, False, ns_steps=3), {"weight_decay": 0.0, "momentum": 0.9, "nesterov": False, "ns_steps": 3}
    ),
}
"""By name: our optimizer, and either a generator above or the arguments of torch.optim.Muon.

Shampoo's sum of two gradients that are nearly parallel is nearly singular: its rounding shows in the second step.
"""


def walk(case: Case, rates: list[float]) -> Walk:
    """Return the reference's path as a function of where it starts and what it is told."""
    return torch_walk(case.make, rates) if isinstance(case.make, dict) else paper_walk(case.make, rates)


def paper_walk(rule: Any, rates: list[float]) -> Walk:
    """Return the path of a generator."""
    from mpmath import mp

    mp.dps = 40

    def path(start: Array, slope: Ask, diagonal: Ask) -> Array:
        steps = rule(mp, mp.matrix(start.tolist()))
        reported = [np.array(list(next(steps)), dtype=float)]
        for iteration, rate in enumerate(rates):
            told = (mp.matrix(ask(iteration, reported[-1]).tolist()) for ask in (slope, diagonal))
            reported.append(np.array(list(steps.send((*told, mp.mpf(rate)))), dtype=float))
        return np.array(reported)

    return path


def torch_walk(options: dict[str, Any], rates: list[float]) -> Walk:
    """Return the path of torch.optim.Muon, whose iteration is kept in float64 by leaving out its cast to bfloat16."""
    import torch

    torch.Tensor.bfloat16 = lambda tensor: tensor.double().clone()

    def path(start: Array, slope: Ask, diagonal: Ask) -> Array:
        row = torch.tensor(np.array([start]), requires_grad=True)
        rule, reported = torch.optim.Muon([row], lr=rates[0], **options), [start]
        for iteration, rate in enumerate(rates):
            rule.param_groups[0]["lr"] = rate
            row.grad = torch.tensor(np.array([slope(iteration, reported[-1])]))
            rule.step()
            reported.append(row.detach().numpy()[0].copy())
        return np.array(reported)

    return path


if __name__ == "__main__":
    write("papers", CASES, walk)
