from __future__ import annotations

import numpy as np
import pytest

from engine.oracle import Chance, Oracle
from engine.transformed_oracle import CoordinatesOracle, LaterOracle, SharedOracle, TransformedOracle
from surfaces import SurfaceSpec, build_surface


@pytest.fixture
def plain() -> Oracle:
    return Oracle(build_surface(SurfaceSpec("himmelblau")), Chance(4, 2))


def test_questions_are_passed_on_and_counted_once(plain: Oracle) -> None:
    oracle = TransformedOracle(TransformedOracle(plain))
    params = np.array([0.5, -1.5])
    assert oracle.value(params) == plain.value(params)
    np.testing.assert_array_equal(oracle.gradient(params), plain.gradient(params))
    np.testing.assert_array_equal(oracle.hessian(params), plain.hessian(params))
    assert vars(oracle.evaluations) == {"values": 2, "gradients": 2, "hessians": 2}


def test_notes_and_rules_reach_the_one_who_listens(plain: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(plain, "note", lambda symbol, value, formula="", arrow="": heard.append(symbol))
    monkeypatch.setattr(plain, "applied", lambda *given: heard.append("rule"))
    oracle = LaterOracle(SharedOracle(plain, np.zeros(2)), 3)
    oracle.note("g", 1.0)
    oracle.applied(None, np.zeros(2), np.zeros(2), (), 0.1, 0)  # type: ignore[arg-type]
    assert heard == ["g", "rule"]


def test_a_part_that_began_late_draws_the_numbers_of_the_runs_iteration(plain: Oracle) -> None:
    late, whole = LaterOracle(plain, 30).generator(4), plain.generator(34)
    np.testing.assert_array_equal(late.standard_normal(3), whole.standard_normal(3))


def test_the_gradient_where_a_step_begins_is_asked_for_once(plain: Oracle) -> None:
    params = np.array([[0.5, -1.5], [1.0, 2.0]])
    oracle = SharedOracle(plain, params)
    for _ in range(3):
        np.testing.assert_array_equal(oracle.gradient(params.copy()), plain._surface.gradient(params))
    np.testing.assert_array_equal(oracle.lane(1).gradient(params[1]), plain._surface.gradient(params[1]))
    assert plain.evaluations.gradients == 1
    oracle.gradient(params + 1.0)
    assert plain.evaluations.gradients == 2


def test_along_some_coordinates_the_others_are_held(plain: Oracle) -> None:
    params, inner = np.array([0.5, -1.5]), np.array([2.0])
    surface, whole = plain._surface, np.array([0.5, 2.0])
    oracle = CoordinatesOracle(plain, params, 1, 2)
    assert oracle.value(inner) == surface.value(whole)
    np.testing.assert_array_equal(oracle.gradient(inner), surface.gradient(whole)[1:])
    np.testing.assert_array_equal(oracle.hessian(inner), surface.hessian(whole)[1:, 1:])


def test_lanes_hold_what_is_theirs_and_may_look_around(plain: Oracle) -> None:
    params = np.array([[0.5, -1.5], [1.0, 2.0], [3.0, 0.0]])
    oracle, surface = CoordinatesOracle(plain, params, 0, 1), plain._surface
    inner = np.array([[0.1], [0.2], [0.3]])
    np.testing.assert_array_equal(oracle.value(inner), surface.value(np.column_stack([inner, params[:, 1]])))
    trials = np.array([[7.0], [8.0]])  # a simplex, a population: more points than the lane has
    np.testing.assert_array_equal(oracle.lane(1).value(trials), surface.value(np.array([[7.0, 2.0], [8.0, 2.0]])))


def test_two_parts_draw_apart(plain: Oracle) -> None:
    one, other = (CoordinatesOracle(plain, np.zeros(2), first, first + 1) for first in (0, 1))
    assert one.generator(5).standard_normal() != other.generator(5).standard_normal()
    assert other.generator(5).standard_normal() == other.generator(5).standard_normal()
