from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from engine.nested_state import nested
from engine.optimizer import NoState


class Pair(NamedTuple):
    left: Any
    right: Any


class Single(NamedTuple):
    only: Any


def test_fields_are_flat_and_dotted_and_the_parts_come_back_in_their_own_types() -> None:
    state = nested(Single(1.0), first=Pair(2.0, 3.0), second=NoState())
    assert state._fields == ("only", "first.left", "first.right")
    assert tuple(state) == (1.0, 2.0, 3.0)
    assert state.own == Single(1.0)
    assert (type(state.own), type(state.part("first")), type(state.part("second"))) == (Single, Pair, NoState)
    assert state.part("first") == Pair(2.0, 3.0)


def test_states_of_states_of_states() -> None:
    inner = nested(first=Pair(1.0, 2.0), second=Single(3.0))
    outer = nested(Single(0.0), inner=inner)
    assert outer._fields == ("only", "inner.first.left", "inner.first.right", "inner.second.only")
    assert outer.part("inner").part("second") == Single(3.0)
    assert outer.part("inner") == inner


def test_a_type_makes_its_states_from_values_one_by_one_as_a_namedtuple_does() -> None:
    state = nested(first=Pair(np.zeros(2), np.ones(2)), second=Single(np.zeros((3, 2, 2))))
    again = type(state)(*state)
    assert again._fields == state._fields
    assert all(one is other for one, other in zip(again, state, strict=True))
    assert again.part("second").only.shape == (3, 2, 2)


def test_equal_parts_have_one_type_and_others_another() -> None:
    one, other = nested(first=Single(1.0)), nested(first=Single(2.0))
    assert type(one) is type(other)
    assert type(one) is not type(nested(second=Single(1.0)))
    assert not nested()
