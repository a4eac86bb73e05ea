from __future__ import annotations

from typing import Any

import pytest

from engine.plots import (
    ACROSS,
    ERRORS,
    FIRST_PLOTS,
    MEANS,
    PLOTS,
    QUANTITIES,
    SCALES,
    WAYS,
    Plot,
    plots_from_data,
    plots_to_data,
)
from engine.reading import Fields, ReadingError


def read(items: list[Any]) -> tuple[Plot, ...]:
    return plots_from_data([Fields(item, f"view.plots[{index}]") for index, item in enumerate(items)])


@pytest.mark.parametrize(
    "quantity", [*QUANTITIES, "learning-rate.x", "state.velocity", "state.inner.first_moment.x", "state.moves.12"]
)
def test_plots_come_back_from_their_data(quantity: str) -> None:
    for across, scale, mean in zip(ACROSS, (*SCALES, "log", "auto"), (*MEANS, 0), strict=True):
        plots = (Plot(quantity, across, scale, True, True, mean), Plot("gradient"))
        assert read(plots_to_data(plots)) == plots


def test_files_without_plots_or_with_one_show_what_was_shown_before() -> None:
    assert read([]) == FIRST_PLOTS
    assert read([{"quantity": "distance"}]) == (Plot("distance"), FIRST_PLOTS[1])
    assert read([{}, {}]) == FIRST_PLOTS
    assert len(FIRST_PLOTS) == PLOTS


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ({"quantity": "joy"}, "view.plots[0].quantity is 'joy'"),
        ({"quantity": "state"}, "quantity"),
        ({"quantity": "state.<b>"}, "quantity"),
        ({"quantity": "state." + "a" * 200}, "quantity"),
        ({"quantity": 3}, "quantity"),
        ({"across": "moon"}, "across"),
        ({"scale": "cubic"}, "scale"),
        ({"best": 1}, "best"),
        ({"log_across": "yes"}, "log_across"),
        ({"mean": 7}, "mean is 7; it can be 0, 10, 100, 1000"),
        ({"mean": -10}, "mean"),
        ({"colour": "red"}, "colour is not known"),
    ],
)
def test_what_cannot_be_is_named(item: Any, told: str) -> None:
    with pytest.raises(ReadingError, match=r"\.$") as caught:
        read([item])
    assert told in str(caught.value)


def test_more_plots_than_there_are_places_are_refused() -> None:
    with pytest.raises(ReadingError, match="this one has 3"):
        read([{}, {}, {}])


def test_an_automatic_axis_is_linear_for_what_has_a_sign_and_follows_the_loss_else() -> None:
    for name in (*ERRORS, *WAYS, "state.velocity.x"):
        assert not Plot(name).is_log("log")
    for name in ("loss", "distance", "state.velocity", "state.radius"):
        assert Plot(name).is_log("log")
        assert not Plot(name).is_log("linear")
    assert Plot("error-flat", scale="log").is_log("linear")
    assert not Plot("loss", scale="linear").is_log("log")
    assert not any(Plot(name, scale="log").is_log("log") for name in WAYS)


def test_the_best_is_of_what_should_fall_and_ways_are_not_averaged() -> None:
    assert Plot("loss", best=True).shows_best
    assert Plot("error-flat", best=True).shows_best
    assert not Plot("learning-rate", best=True).shows_best
    assert Plot("eigen-plane", mean=100).averages == 0
    assert Plot("loss", mean=100).averages == 100
