"""The trial points of a step: where it asked for losses and slopes before it decided where to go.

A line search, a simplex, a population leave no trace in the record but where they ended and what they cost. As a step
is a pure function of its row, it is taken again with an oracle that keeps what is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.branch import began, taker
from engine.explain import Asked
from engine.explain.explanation import recorded_state, step_oracle
from engine.oracle import Oracle

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.run import RunConfig
    from surfaces import Array


class RecordingOracle(Oracle):
    """Answers like another oracle, which counts, and keeps every question with its answer."""

    def __init__(self, oracle: Oracle) -> None:
        self._oracle = oracle
        self.evaluations = oracle.evaluations
        self.asked: list[Asked] = []

    def generator(self, iteration: int) -> np.random.Generator:
        """Return what the oracle would draw from."""
        return self._oracle.generator(iteration)

    def value(self, params: Array) -> Array:
        """Return the loss, shape (...), and keep question and answer."""
        return self._kept("value", params, self._oracle.value(params))

    def gradient(self, params: Array) -> Array:
        """Return the gradient, shape (..., dim), and keep question and answer."""
        return self._kept("gradient", params, self._oracle.gradient(params))

    def hessian(self, params: Array) -> Array:
        """Return the Hessian, shape (..., dim, dim), and keep question and answer."""
        return self._kept("hessian", params, self._oracle.hessian(params))

    def _kept(self, what: str, params: Array, answer: Array) -> Array:
        points = np.reshape(params, (-1, np.shape(params)[-1]))
        answers = np.reshape(answer, (len(points), -1))
        for point, own in zip(points.tolist(), answers.tolist(), strict=True):
            self.asked.append(Asked(what, tuple(point), tuple(own)))
        return answer


@dataclass(frozen=True, eq=False)
class Trials:
    """What a step asked, and where.

    Attributes
    ----------
    asked : tuple of Asked
        Every question with its answer, in order.
    points : array, shape (n, dim)
        The points that were asked about, each once, in the order of the first question; the step's own start is
        among them if it was.
    losses : array, shape (n,)
        The losses there as the step saw them: of its batch, where it saw one. Those it did not ask for are added.
    """

    asked: tuple[Asked, ...]
    points: Array
    losses: Array


def trials(config: RunConfig, snapshot: Snapshot, iteration: int) -> Trials:
    """Take the step that starts at a recorded row once more and return its trial points.

    Parameters
    ----------
    config : RunConfig
        What the record was made from.
    snapshot : Snapshot
        The record.
    iteration : int
        The row, from 0 to ``snapshot.last``; from the last row it is the step that would come next.
    """
    config, snapshot, since = taker(config, snapshot, iteration)
    oracle = step_oracle(config, iteration, since)
    asked = tuple(_asked(config, snapshot, iteration, RecordingOracle(oracle)))
    losses: dict[tuple[float, ...], float | None] = {}
    for question in asked:
        known = losses.get(question.params)
        losses[question.params] = question.answer[0] if question.what == "value" else known
    points = np.array(list(losses)).reshape(-1, snapshot.layout.dim)
    return Trials(asked, points, np.array([_loss(oracle, *pair) for pair in zip(points, losses.values(), strict=True)]))


def _asked(config: RunConfig, snapshot: Snapshot, iteration: int, recording: RecordingOracle) -> list[Asked]:
    optimizer, rate = config.optimizer, float(snapshot.learning_rate[iteration])
    state: Any = recorded_state(optimizer, snapshot, iteration)
    with np.errstate(all="ignore"):
        optimizer.step(snapshot.params[iteration], recording, state, rate, iteration - began(config, snapshot))
    return recording.asked


def _loss(oracle: Oracle, point: Array, known: float | None) -> float:
    return float(oracle.value(point)) if known is None else known
