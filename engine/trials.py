"""The trial points of a step: where it asked for losses and slopes before it decided where to go.

A line search, a simplex, a population leave no trace in the record but where they ended and what they cost. As a step
is a pure function of its row, it is taken again with an oracle that keeps what is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.branch import began, taker
from engine.explain.explanation import recorded_state, step_oracle
from engine.recording_oracle import Asked, RecordingOracle

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.oracle import Oracle
    from engine.run import RunConfig
    from surfaces import Array


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
