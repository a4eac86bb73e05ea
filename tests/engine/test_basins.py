"""Basin maps against what is known of the surfaces."""

from __future__ import annotations

import numpy as np
import pytest

from engine.basins import BasinMap, BasinSurvey, basin_map
from engine.crew import Crew
from engine.lane_ends import Outcome
from engine.optimizers import make_optimizer
from engine.places import NOWHERE
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from engine.survey import COARSEST, levels_of_grid
from surfaces import SurfaceSpec


def config(surface: str | SurfaceSpec, optimizer: str, **values: float) -> RunConfig:
    spec = SurfaceSpec(surface) if isinstance(surface, str) else surface
    return RunConfig(spec, (0.0, 0.0), make_optimizer(optimizer, values), Constant())


def at(basins: BasinMap, x: float, y: float) -> tuple[int, int]:
    return int(np.abs(basins.y - y).argmin()), int(np.abs(basins.x - x).argmin())


def test_each_start_is_given_to_the_minimum_its_run_ends_at() -> None:
    wanted = config("himmelblau", "adam", learning_rate=0.1)
    basins = basin_map(wanted, 24, 400, Crew())
    for row, column in np.random.default_rng(0).integers(0, 24, (12, 2)).tolist():
        start = (float(basins.x[column]), float(basins.y[row]))
        run = run_to(RunConfig(wanted.surface, start, wanted.optimizer, wanted.schedule), 400)
        point = basins.points[basins.place[row, column]]
        assert np.linalg.norm(np.array(point.params) - run.params[-1]) < 1e-3
        assert basins.iterations[row, column] == run.last
        assert basins.evaluations[row, column] == run.last
        assert abs(basins.loss[row, column] - run.loss[-1]) < 1e-9
    assert basins.known.all()


def test_newton_ends_at_everything_that_is_critical() -> None:
    basins = basin_map(config("himmelblau", "newton"), 81, 100, Crew())
    shares = np.bincount(basins.outcome.ravel(), minlength=len(Outcome)) / basins.outcome.size
    # The science notes count 64.7, 31.2 and 4.2 % without an end for those that jump away.
    assert shares[Outcome.MINIMUM] == pytest.approx(0.635, abs=0.02)
    assert shares[Outcome.SADDLE] == pytest.approx(0.312, abs=0.01)
    assert shares[Outcome.MAXIMUM] == pytest.approx(0.042, abs=0.005)
    assert sorted({basins.points[index].kind for index in np.unique(basins.place[basins.place >= 0])}) == [
        "maximum",
        "minimum",
        "saddle",
    ]


def test_minima_that_nobody_declared_are_found() -> None:
    spec = SurfaceSpec(formula="(x^2 - 1)^2 + y^2", bounds=(-2.0, 2.0, -2.0, 2.0))
    basins = basin_map(config(spec, "gd", learning_rate=0.05), 20, 400, Crew())
    assert [point.kind for point in basins.points] == ["minimum", "minimum"]
    left, right = sorted(basins.points, key=lambda point: point.params)
    np.testing.assert_allclose([left.params, right.params], [(-1.0, 0.0), (1.0, 0.0)], atol=1e-12)
    side = np.where(basins.x < 0.0, basins.points.index(left), basins.points.index(right))
    np.testing.assert_array_equal(basins.place, np.tile(side, (20, 1)))


def test_of_two_declared_minima_the_lower_one_comes_first() -> None:
    basins = basin_map(config("double-well", "momentum", learning_rate=0.02), 30, 500, Crew())
    assert basins.points[0].value < basins.points[1].value
    assert {basins.place[at(basins, -1.5, 0.0)], basins.place[at(basins, 1.8, 0.1)]} <= {0, 1}


def test_what_ends_nowhere_has_no_place() -> None:
    basins = basin_map(config("plane", "gd", learning_rate=0.01), 10, 50, Crew())
    assert (basins.place == NOWHERE).all()
    assert (basins.outcome == Outcome.ON_THE_WAY).all()


def test_who_is_on_the_way_is_given_to_the_basin_where_it_is() -> None:
    basins = basin_map(config("double-well", "gd", learning_rate=1e-4), 21, 10, Crew())
    assert (basins.outcome == Outcome.ON_THE_WAY).sum() > 400
    left = min(range(2), key=lambda index: basins.points[index].params)
    ridge = 0.0754
    for column, x in enumerate(basins.x.tolist()):
        if abs(x - ridge) > 0.1:
            assert ((basins.place[:, column] == left) == (x < ridge)).all()


def test_more_parameters_are_held_where_the_run_starts() -> None:
    spec = SurfaceSpec("rosenbrock", dim=3)
    wanted = RunConfig(spec, (0.0, 0.0, 0.7), make_optimizer("adam", {"lr": 0.1}), Constant())
    basins = basin_map(wanted, 6, 60, Crew())
    start = (float(basins.x[2]), float(basins.y[4]), 0.7)
    run = run_to(RunConfig(spec, start, wanted.optimizer, wanted.schedule), 60)
    assert basins.loss[4, 2] == pytest.approx(run.loss[-1], rel=1e-9)


def test_it_comes_coarse_to_fine_and_each_start_once() -> None:
    survey, seen = BasinSurvey(config("book", "gd", learning_rate=0.1), 40, 20), np.zeros(1600, dtype=int)
    coarse = (np.arange(40) % COARSEST == 0)[:, None] & (np.arange(40) % COARSEST == 0)
    for count, new in enumerate(survey.run(Crew())):
        seen[new] += 1
        if count == 0:
            np.testing.assert_array_equal(survey.picture().known, coarse)
            np.testing.assert_array_equal(seen.reshape(40, 40) == 1, coarse)
    assert (seen == 1).all()
    assert survey.done == 1.0


def test_what_is_known_early_stays() -> None:
    survey = BasinSurvey(config("himmelblau", "adam", learning_rate=0.1), 40, 300)
    pictures = [survey.picture() for _ in survey.run(Crew())]
    for early in pictures:
        for name in ("outcome", "place", "iterations", "evaluations", "loss"):
            now, then = getattr(pictures[-1], name), getattr(early, name)
            np.testing.assert_array_equal(now[early.known], then[early.known])


def test_levels_halve_the_distance() -> None:
    levels = levels_of_grid((33, 20)).reshape(33, 20)
    for level, stride in enumerate((16, 8, 4, 2, 1)):
        np.testing.assert_array_equal(levels[::stride, ::stride] <= level, True)
    assert (levels == 0).sum() == 3 * 2


def test_arrays_are_plain() -> None:
    arrays = basin_map(config("himmelblau", "adam", learning_rate=0.1), 5, 20, Crew()).arrays()
    assert arrays["points"].shape == (len(arrays["point_kinds"]), 2)
    assert not [name for name, array in arrays.items() if array.dtype == object]
