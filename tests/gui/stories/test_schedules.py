"""Stories about schedules on cards, and about streams of chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from engine.schedules import SCHEDULES
from tests.gui.hands import box_of, choose, click, number_of, type_into

if TYPE_CHECKING:
    from tests.gui.hands import Hands


@pytest.mark.parametrize("name", SCHEDULES)
def test_a_schedule_appears_with_its_parameters(hands: Hands, name: str) -> None:
    if name != "constant":
        choose(box_of(hands.row(1, "schedule")), name)
    hands.settle()
    run = hands.session.run(1)
    assert run.schedule.name == name
    hands.row(1, "schedule")
    rows = {row for row in hands.card(1).rows.by_name if row.startswith("schedule.")}
    assert rows == {f"schedule.{parameter}" for parameter in run.schedule.values()}
    for row in rows:
        assert hands.row(1, row).isVisible()
    expected = [run.optimizer.learning_rate * run.schedule.factor(k) for k in range(31)]
    assert hands.snapshots[1].learning_rate.tolist() == expected


def test_a_schedule_is_drawn_on_its_card_with_a_mark_where_time_is(hands: Hands) -> None:
    assert hands.card(1)._preview is None
    choose(box_of(hands.row(1, "schedule")), "warm-up")
    choose(box_of(hands.row(1, "schedule.then")), "cosine")
    hands.settle()
    preview = hands.card(1)._preview
    assert preview is not None
    assert preview.isVisible()
    assert preview._rates is not None
    assert preview._rates.values.tolist() == hands.snapshots[1].learning_rate.tolist()
    hands.key(Qt.Key.Key_Right)
    assert preview._iteration == 1
    click(hands.card(1).more)
    assert hands.card(1).rows.by_name["schedule"].isVisible()
    assert preview.isVisible()
    hands.menu(1, "reset")
    assert not preview.isVisible()


def test_one_that_looks_at_the_loss_is_drawn_when_its_run_is_there(hands: Hands) -> None:
    choose(box_of(hands.row(1, "schedule")), "plateau")
    type_into(number_of(hands.row(1, "schedule.patience")), "0")
    hands.settle()
    preview = hands.card(1)._preview
    assert preview is not None
    assert preview._rates is not None
    assert preview._rates.values.tolist() == hands.snapshots[1].learning_rate.tolist()


def test_another_stream_is_another_run_of_one_that_draws(hands: Hands) -> None:
    choose(hands.card(1).optimizer, "langevin")
    hands.settle()
    before = hands.snapshots[1].params.copy()
    type_into(number_of(hands.row(1, "sampling.stream")), "42")
    hands.settle()
    assert (hands.snapshots[1].params != before).any()
    hands.undo()
    hands.settle()
    assert (hands.snapshots[1].params == before).all()


def test_a_parameter_of_a_schedule_is_typed(hands: Hands) -> None:
    choose(box_of(hands.row(1, "schedule")), "step")
    name = next(row for row in hands.card(1).rows.by_name if row.startswith("schedule."))
    hands.settle()
    before = hands.snapshots[1].learning_rate.copy()
    type_into(number_of(hands.row(1, name)), "3")
    hands.settle()
    assert hands.session.run(1).schedule.values()[name.removeprefix("schedule.")] == 3
    assert (hands.snapshots[1].learning_rate != before).any()
