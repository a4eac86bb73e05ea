"""The simplex of Nelder and Mead."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.hyperparameters import number, switch
from engine.optimizer import LaneByLane

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array

WORST = float(np.finfo(np.float64).max)
"""Stands for a loss that is no number."""


class NelderMeadState(NamedTuple):
    """The simplex, best vertex first."""

    simplex: Array
    """shape (n + 1, n); before the first step all vertices are the start"""
    losses: Array
    """shape (n + 1,)"""
    steps: Array
    """How many steps were taken, shape (1,)."""


class _Vertex(NamedTuple):
    point: Array
    loss: float
    name: str


@dataclass(frozen=True)
class NelderMead(LaneByLane):
    """A simplex of n + 1 points that walks downhill by its losses alone (Nelder & Mead 1965; Lagarias et al. 1998).

    The worst vertex w is thrown through the centre c of the others to c + t (c − w): t = 1 (reflection), χ where
    that is the best of all (expansion), ±ψ where it is no better than the second worst (contraction); where that
    helps nothing either, all vertices are drawn towards the best by a factor σ (shrinking).
    χ, ψ, σ = 2, ½, ½, or 1 + 2/n, ¾ − 1/2n, 1 − 1/n (Gao & Han 2012), which for two parameters is the same.

    The run stands at the best vertex. The first simplex is the start and a step of η along each axis.
    """

    name = "nelder-mead"
    title = "Nelder–Mead"
    family = "derivative-free"
    formula = "worst vertex w → c + t (c − w), t = 1, χ, ψ or −ψ;  or all vertices shrink to the best"
    summary = (
        "A triangle that flips, stretches and shrinks its way downhill by comparing losses: no gradient at all. "
        "Robust in two parameters, lost in many."
    )
    source = "Nelder & Mead 1965; Lagarias et al. 1998; Gao & Han 2012"
    uses_values = True
    stands_in_state = True

    learning_rate: float = number(
        0.5, 1e-3, 10.0, "The size of the first simplex; no schedule changes it.", scale="log"
    )
    adaptive: bool = switch(False, "Coefficients that depend on the number of parameters; for two they are the same.")

    def init_one(self, point: Array) -> NelderMeadState:
        """Return a simplex that has still to unfold."""
        return NelderMeadState(np.tile(point, (len(point) + 1, 1)), np.zeros(len(point) + 1), np.zeros(1))

    def step_one(
        self, point: Array, oracle: Oracle, state: NelderMeadState, learning_rate: float, iteration: int
    ) -> tuple[Array, NelderMeadState]:
        """Return the best vertex after one move of the simplex."""
        simplex, losses = state.simplex, state.losses
        if not state.steps[0]:
            simplex = np.vstack([point, point + learning_rate * np.eye(len(point))])
            simplex, losses, _ = _ordered(simplex, [_loss(oracle, vertex) for vertex in simplex])
        names = _names(len(point))
        for name, vertex in zip(names, simplex, strict=False):
            oracle.note(name, vertex, arrow="trials")
        found = self._moved(oracle, simplex, losses)
        if found is None:
            shrinking = self._coefficients(len(point))[2]
            oracle.note(r"\sigma", shrinking, self._rules()[2], arrow="trials")
            simplex = simplex[0] + shrinking * (simplex - simplex[0])
            losses = np.array([losses[0], *(_loss(oracle, vertex) for vertex in simplex[1:])])
        else:
            simplex, losses = np.vstack([simplex[:-1], found.point]), np.append(losses[:-1], found.loss)
        simplex, losses, first = _ordered(simplex, losses)
        best = (*names, found.name if found else "w")[first]
        is_drawn = found is None and first > 0
        oracle.note(r"\theta", simplex[0], rf"<x_1> + <\sigma> \, (<{best}> - <x_1>)" if is_drawn else f"<{best}>")
        return simplex[0], NelderMeadState(simplex, losses, state.steps + 1.0)

    def _coefficients(self, dim: int) -> tuple[float, float, float]:
        """Return χ, ψ and σ."""
        if self.adaptive and dim > 1:
            return 1.0 + 2.0 / dim, 0.75 - 0.5 / dim, 1.0 - 1.0 / dim
        return 2.0, 0.5, 0.5

    def _rules(self) -> tuple[str, str, str]:
        """Return the formulas of χ, ψ and σ."""
        adapted = r"1 + \frac{2}{n}", r"\frac{3}{4} - \frac{1}{2 n}", r"1 - \frac{1}{n}"
        return adapted if self.adaptive else ("2", "0.5", "0.5")

    def _moved(self, oracle: Oracle, simplex: Array, losses: Array) -> _Vertex | None:
        """Return the vertex in the worst one's place, or None where the simplex has to shrink."""
        worst, centre = simplex[-1], simplex[:-1].mean(axis=0)
        oracle.note("w", worst, arrow="trials")
        oracle.note("c", centre, _mean(len(centre)), arrow="trials")
        expansion, contraction, _ = self._coefficients(len(centre))

        def thrown(share: float, name: str, formula: str) -> _Vertex:
            vertex = centre + share * (centre - worst)
            oracle.note(name, vertex, rf"<c> {formula} (<c> - <w>)", arrow="trials")
            return _Vertex(vertex, _loss(oracle, vertex), name)

        reflected = thrown(1.0, "x_r", "+")
        if reflected.loss < losses[0]:
            oracle.note(r"\chi", expansion, self._rules()[0], arrow="trials")
            expanded = thrown(expansion, "x_e", r"+ <\chi> \,")
            return expanded if expanded.loss < reflected.loss else reflected
        if reflected.loss < losses[-2]:
            return reflected
        oracle.note(r"\psi", contraction, self._rules()[1], arrow="trials")
        if reflected.loss < losses[-1]:
            outside = thrown(contraction, "x_c", r"+ <\psi> \,")
            return outside if outside.loss <= reflected.loss else None
        inside = thrown(-contraction, "x_c", r"- <\psi> \,")
        return inside if inside.loss < losses[-1] else None


@cache
def _names(dim: int) -> tuple[str, ...]:
    """Return what all vertices but the worst are called."""
    return tuple(f"x_{index + 1}" for index in range(dim))


@cache
def _mean(dim: int) -> str:
    """Return the formula of their centre."""
    return rf"\frac{{{' + '.join(f'<{name}>' for name in _names(dim))}}}{{{dim}}}"


def _loss(oracle: Oracle, vertex: Array) -> float:
    loss = float(oracle.value(vertex))
    return loss if loss < WORST else WORST


def _ordered(simplex: Array, losses: Array | list[float]) -> tuple[Array, Array, int]:
    """Return vertices and losses from the best to the worst, and where the best stood; equal ones keep their order."""
    order = np.argsort(losses, kind="stable")
    return simplex[order], np.asarray(losses)[order], int(order[0])
