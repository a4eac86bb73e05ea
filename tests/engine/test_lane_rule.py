"""A rule written out for arrays is the rule: bit for bit, in arrays that are used again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.lane_rule import RATE, LaneRule
from engine.optimizer import ARRAYS, Elementwise
from engine.optimizers import OPTIMIZERS
from engine.tape import NotTapeableError, own_numbers
from tests.engine.test_float_rule import Peculiar, variants

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from surfaces import Array

ELEMENTWISE = {name: cls for name, cls in OPTIMIZERS.items() if issubclass(cls, Elementwise)}
every_rule = pytest.mark.parametrize("name", ELEMENTWISE)
LANES = 9
LEFT_OUT = ("weight_decay", "dampening", "lr_decay", "momentum")
"""Numbers of terms that a rule leaves out while they are plainly zero, which it asks of what could be an array."""


def slope(params: Array) -> Array:
    return np.array(np.sin(3.0 * params) + 0.1 * params)


def assert_bits(optimizer: Elementwise, laned: Mapping[str, Array]) -> None:
    """Walk by the rule as it stands and by what is written out."""
    params = np.random.default_rng(0).normal(size=(2, LANES))
    shadow = optimizer.replaced()
    for name in laned.keys() - {RATE}:
        object.__setattr__(shadow, name, laned[name])
    state = shadow.initial(np.zeros_like(params))
    own: Sequence[Array] = [np.array(np.broadcast_to(field, params.shape)) for field in state]
    written, mine, rate = LaneRule(optimizer, laned), params.copy(), laned.get(RATE, 1e-2)
    for iteration in range(12):
        params, state = shadow.rule(params, slope(params), state, rate, iteration, ARRAYS)
        gradient = written.spare(mine)
        gradient[...] = slope(mine)
        before = mine.copy()
        moved, own = written.step(mine, gradient, own, rate, iteration)
        np.testing.assert_array_equal(mine, before)
        written.give_back(mine)
        mine = moved
        np.testing.assert_array_equal(mine, params)
        for field, kept in zip(state, own, strict=True):
            np.testing.assert_array_equal(np.broadcast_to(field, params.shape), kept)


@every_rule
def test_written_out_it_gives_the_bits_of_the_rule(name: str) -> None:
    with np.errstate(all="ignore"):
        for optimizer in variants(ELEMENTWISE[name]):
            assert_bits(optimizer, {})


@every_rule
def test_every_number_may_be_a_different_one_in_each_lane(name: str) -> None:
    optimizer, share = ELEMENTWISE[name](), np.linspace(0.5, 0.99, LANES)
    for number in own_numbers(optimizer):
        laned = {number: getattr(optimizer, number) * share}
        if number == "learning_rate":
            laned[RATE] = 0.1 * share
        try:
            with np.errstate(all="ignore"):
                assert_bits(optimizer, laned)
        except NotTapeableError:
            assert number in LEFT_OUT


@pytest.mark.parametrize("way", [0, 1])
def test_what_cannot_be_taped_says_so_and_uses_nothing_up(way: int) -> None:
    params, gradient = np.ones((2, 3)), np.full((2, 3), 2.0)
    with pytest.raises(NotTapeableError):
        LaneRule(Peculiar(way=way), {}).step(params, gradient, [], 0.1, 0)
    assert (gradient == 2.0).all()
