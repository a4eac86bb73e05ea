"""Quantities against closed forms: the bowl a x² + b y², its eigenvectors, and what gradient descent makes of them."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pytest

from engine import plots
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.plots import Plot
from engine.quantities import (
    Column,
    EigenFrame,
    Ground,
    goal,
    reader,
    running_mean,
    state_columns,
    velocity_columns,
    velocity_sign,
)
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from engine.session import default_session
from surfaces import CriticalPoint, SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.optimizer import Optimizer

Array = npt.NDArray[np.float64]
RATE = 0.95
BOOK = SurfaceSpec(name="book")  # x²/20 + y²: eigenvalues 0.1 and 2
TURNED = SurfaceSpec(name="rotated-quadratic")
DESCENT = RunConfig(BOOK, (-7.0, 2.0), make_optimizer("gradient-descent", {"learning_rate": RATE}), Constant())


def descent(rate: float) -> Optimizer:
    return make_optimizer("gradient-descent", {"learning_rate": rate})


def ground_of(spec: SurfaceSpec) -> Ground:
    surface = build_surface(spec)
    return Ground.of(surface, surface.minima)


def column(config: RunConfig, plot: Plot, steps: int = 40, sizes: tuple[int, ...] = ()) -> Array:
    snapshot, ground = run_to(config, steps), ground_of(config.surface)
    read = reader(plot.quantity, ground, snapshot, goal(ground, snapshot))
    assert read is not None
    made = Column(plot, read)
    for size in sizes:
        made.grow(replace(snapshot, table=snapshot.table[:size]))
    while not made.grow(snapshot, 7):
        pass
    return made.values


def test_each_error_of_gradient_descent_shrinks_by_its_own_factor() -> None:
    steps = np.arange(41)
    assert column(DESCENT, Plot("error-flat")) == pytest.approx(-7.0 * (1 - 0.1 * RATE) ** steps)
    assert column(DESCENT, Plot("error-steep")) == pytest.approx(2.0 * (1 - 2 * RATE) ** steps)


def test_the_plane_of_errors_is_both_and_on_a_turned_valley_it_turns_the_way() -> None:
    config = replace(DESCENT, surface=TURNED, start=(2.0, 1.0))
    flat, steep = column(config, Plot("error-flat")), column(config, Plot("error-steep"))
    assert column(config, Plot("eigen-plane")) == pytest.approx(np.stack([flat, steep], axis=1))
    surface, snapshot = build_surface(TURNED), run_to(config, 40)
    away = snapshot.params - np.array(surface.minima[0].params)
    assert np.hypot(flat, steep) == pytest.approx(np.hypot(*away.T))
    low, high = np.linalg.eigvalsh(surface.hessian(np.array(surface.minima[0].params)))
    assert 0.5 * (low * flat**2 + high * steep**2) == pytest.approx(snapshot.loss - surface.minima[0].value)


def test_an_eigenframe_has_its_flattest_first_and_one_sign() -> None:
    frame = EigenFrame.at(build_surface(BOOK), np.zeros(2))
    assert frame is not None
    assert frame.curvatures == pytest.approx([0.1, 2.0])
    assert frame.vectors == pytest.approx(np.eye(2))
    assert EigenFrame.at(build_surface(SurfaceSpec(formula="1/(x - 0) + y")), np.zeros(2)) is None


def test_distances_are_to_the_nearest_and_to_the_nearest_of_the_lowest() -> None:
    points = [CriticalPoint(place, loss, "minimum") for place, loss in (((3.0, 0.0), 1.0), ((0.0, 4.0), 0.0))]
    points.append(CriticalPoint((-7.0, 2.0), -9.0, "saddle"))
    ground = Ground.of(build_surface(BOOK), points)
    assert ground.minima.tolist() == [[0.0, 4.0], [3.0, 0.0]]
    assert ground.lowest == 1
    snapshot = run_to(DESCENT, 5)
    for name, places in (("distance", ((3.0, 0.0), (0.0, 4.0))), ("distance-lowest", ((0.0, 4.0),))):
        read = reader(name, ground, snapshot, 0)
        assert read is not None
        expected = [min(math.dist(point, place) for place in places) for point in snapshot.params.tolist()]
        assert read(snapshot, 0, 6) == pytest.approx(expected)


def test_a_run_is_measured_from_the_minimum_it_has_got_to() -> None:
    spec = SurfaceSpec(formula="(x^2 - 1)^2 + y^2")
    points = [CriticalPoint((side, 0.0), 0.0, "minimum") for side in (-1.0, 1.0)]
    ground = Ground.of(build_surface(spec), points)
    assert ground.lowest == 2
    for side in (-1.0, 1.0):
        config = replace(DESCENT, surface=spec, start=(0.3 * side, 0.5), optimizer=descent(0.1))
        snapshot = run_to(config, 60)
        assert ground.minima[goal(ground, snapshot)].tolist() == [side, 0.0]


def test_where_no_minimum_is_known_nothing_is_measured_from_it() -> None:
    ground, snapshot = Ground.of(build_surface(BOOK), ()), run_to(DESCENT, 3)
    assert goal(ground, snapshot) == -1
    needy = (*plots.ERRORS, *plots.WAYS, plots.DISTANCE, plots.DISTANCE_LOWEST)
    assert all(reader(name, ground, snapshot, -1) is None for name in needy)
    assert all(reader(name, ground, snapshot, -1) for name in ("loss", "gradient", "update", "learning-rate"))


@pytest.mark.parametrize("quantity", ["loss", "gradient", "update", "learning-rate"])
def test_plain_quantities_are_those_of_the_record(quantity: str) -> None:
    snapshot = run_to(DESCENT, 40)
    expected = {
        "loss": snapshot.loss,
        "gradient": snapshot.gradient_norm,
        "update": np.hypot(*snapshot.update.T),
        "learning-rate": snapshot.learning_rate,
    }
    assert np.array_equal(column(DESCENT, Plot(quantity)), expected[quantity])


@pytest.mark.parametrize("window", [2, 10, 37, 100])
def test_a_running_mean_is_that_of_as_many_as_there_are(window: int) -> None:
    values = np.random.default_rng(0).normal(size=211)
    expected = [values[max(0, k - window + 1) : k + 1].mean() for k in range(211)]
    assert running_mean(values, window) == pytest.approx(expected)


def test_a_huge_value_leaves_nothing_behind_in_a_running_mean() -> None:
    values = np.array([1e300, *[1e-3] * 50])
    assert running_mean(values, 10)[10:] == pytest.approx([1e-3] * 41, rel=1e-14)
    values[3] = np.nan
    assert np.isfinite(running_mean(values, 10)[13:]).all()


@pytest.mark.parametrize("mean", [0, 10, 100])
@pytest.mark.parametrize("best", [False, True])
def test_a_column_that_grows_is_the_column_of_the_whole(mean: int, best: bool) -> None:
    config = replace(DESCENT, optimizer=make_optimizer("momentum", {"learning_rate": 0.1}))
    plot = Plot("gradient", best=best, mean=mean)
    grown = column(config, plot, 300, sizes=(1, 2, 50, 51, 199))
    whole = Column(plot, reader("gradient", ground_of(BOOK), run_to(config, 300), 0))  # type: ignore[arg-type]
    whole.grow(run_to(config, 300), 1000)
    assert np.array_equal(grown, whole.values)
    values = running_mean(run_to(config, 300).gradient_norm, mean) if mean else run_to(config, 300).gradient_norm
    assert np.array_equal(grown, np.minimum.accumulate(values) if best else values)


def test_the_best_of_what_has_a_sign_is_its_smallest_size() -> None:
    best = column(DESCENT, Plot("error-steep", best=True))
    assert best == pytest.approx(2.0 * np.abs(1 - 2 * RATE) ** np.arange(41))


@pytest.mark.parametrize(
    ("name", "values"),
    [("momentum", {}), ("momentum", {"convention": "classical"}), ("nesterov", {}), ("adam", {}), ("lookahead", {})],
)
def test_a_velocity_points_along_the_steps_whatever_the_convention(name: str, values: dict[str, str]) -> None:
    config = replace(DESCENT, optimizer=make_optimizer(name, {"learning_rate": 0.01, **values} if values else {}))
    phase = column(config, Plot("phase-flat"), 30)
    assert phase[:, 0] == pytest.approx(column(config, Plot("error-flat"), 30))
    assert (phase[1:10, 1] > 0.0).all()  # from −7 to the right
    assert phase[0, 1] == 0.0


def test_without_a_velocity_the_last_step_is_one() -> None:
    phase = column(DESCENT, Plot("phase-steep"))
    assert phase[1:, 1] == pytest.approx(np.diff(phase[:, 0]))
    assert phase[0, 1] == 0.0


def test_a_classical_velocity_is_the_step() -> None:
    optimizer = make_optimizer("momentum", {"convention": "classical", "learning_rate": 0.1})
    phase = column(replace(DESCENT, optimizer=optimizer), Plot("phase-steep"))
    assert phase[1:, 1] == pytest.approx(np.diff(phase[:, 0]))


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_part_of_every_state_can_be_read(name: str) -> None:
    snapshot, ground = run_to(replace(DESCENT, optimizer=make_optimizer(name)), 3), ground_of(BOOK)
    for quantity, columns in state_columns(snapshot.layout).items():
        read = reader(quantity, ground, snapshot, 0)
        assert read is not None
        table = snapshot.table[:, columns]
        expected = table[:, 0] if table.shape[1] == 1 else np.linalg.norm(table, axis=1)
        assert np.allclose(read(snapshot, 0, len(snapshot)), expected, equal_nan=True)
    assert reader("state.nonsense", ground, snapshot, 0) is None
    kept = velocity_columns(snapshot.layout)
    assert kept is None or velocity_sign(snapshot, kept) in (-1.0, 1.0)


def test_parts_of_the_state_are_called_by_axis() -> None:
    snapshot = run_to(replace(DESCENT, optimizer=make_optimizer("adam")), 1)
    names = set(state_columns(snapshot.layout))
    assert {"state.first_moment", "state.first_moment.x", "state.second_moment.y"} <= names


def test_in_more_dimensions_the_steepest_is_the_last() -> None:
    spec = SurfaceSpec(name="rosenbrock", dim=4)
    config = replace(DESCENT, surface=spec, start=(0.9, 0.9, 0.9, 0.9), optimizer=descent(1e-4))
    surface, snapshot = build_surface(spec), run_to(config, 5)
    place = np.array(surface.minima[0].params)
    _, vectors = np.linalg.eigh(surface.hessian(place))
    assert np.abs(column(config, Plot("error-steep"), 5)) == pytest.approx(
        np.abs((snapshot.params - place) @ vectors[:, -1])
    )


def test_a_run_that_is_nowhere_is_measured_without_a_warning() -> None:
    config = replace(DESCENT, surface=SurfaceSpec(formula="x^4 + y^2"), start=(3.0, 3.0), optimizer=descent(50.0))
    snapshot, surface = run_to(config, 60), build_surface(config.surface)
    ground = Ground.of(surface, [CriticalPoint((0.0, 0.0), 0.0, "minimum")])
    assert snapshot.status in ("non-finite", "diverged")
    for name in (*plots.SIZES, *plots.ERRORS, *plots.WAYS):
        read = reader(name, ground, snapshot, goal(ground, snapshot))
        assert read is not None
        assert len(read(snapshot, 0, len(snapshot))) >= snapshot.last
    assert default_session().view.plots == plots.FIRST_PLOTS
