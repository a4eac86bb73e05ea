from __future__ import annotations

from dataclasses import replace

import pytest

from engine.hyperparameters import HyperparameterError, hyperparameters
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.schedules import SCHEDULES, make_schedule
from engine.session import RunSpec, default_session
from gui.card_rows import changed_run, run_model
from gui.offers import OPTIMIZER_OFFER, SCHEDULE_OFFER

WARMED = make_schedule("warm-up", {"then": "cosine", "then.length": 50})


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_row_of_a_card_leads_back_to_the_run(optimizer: str) -> None:
    assert_leads_back(RunSpec(1, "Run", make_optimizer(optimizer), WARMED))


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_every_row_of_a_schedule_leads_back_to_it(schedule: str) -> None:
    assert_leads_back(RunSpec(1, "Run", make_optimizer("adam"), make_schedule(schedule)))


def assert_leads_back(run: RunSpec) -> None:
    model = run_model(run)
    assert sorted(spec.name for spec in model.specs) == sorted(model.values)
    assert model.specs[0].name == "learning_rate"
    for spec in model.specs:
        changed = changed_run(run, spec.name, model.values[spec.name])
        expected = run if spec.name != "schedule" else replace(run, schedule=make_schedule(run.schedule.name))
        assert changed == expected
        assert "." not in spec.label
        assert "_" not in spec.full_label
    for spec, declared in zip(model.specs, hyperparameters(run.optimizer), strict=False):
        assert (spec.default, spec.low, spec.high) == (declared.default, declared.low, declared.high)


@pytest.mark.parametrize(("name", "value"), [("learning_rate", -1.0), ("nothing", 1.0), ("schedule.nothing", 1.0)])
def test_a_change_that_cannot_be_raises(name: str, value: object) -> None:
    with pytest.raises(HyperparameterError):
        changed_run(default_session().runs[0], name, value)


def test_parts_are_chosen_from_the_same_list_and_their_rows_stand_below_and_inside() -> None:
    run = RunSpec(1, "Run", make_optimizer("lookahead", {"inner": "switch", "inner.first": "momentum"}))
    specs = {spec.name: spec for spec in run_model(run).specs}
    assert specs["inner"].offer is specs["inner.first"].offer is OPTIMIZER_OFFER
    assert specs["learning_rate"].label == "rate factor"
    rate = specs["inner.first.learning_rate"]
    assert (rate.label, rate.depth, rate.inside) == ("learning rate", 2, "inner, first")
    assert rate.full_label == "inner, first: learning rate"
    names = list(specs)
    assert names.index("inner") < names.index("inner.first") < names.index("inner.first.learning_rate")


def test_in_front_are_rates_parts_and_a_schedule_that_was_chosen() -> None:
    run = RunSpec(1, "Run", make_optimizer("switch"))
    front = [spec.name for spec in run_model(run).specs if spec.front]
    assert front == ["learning_rate", "first", "first.learning_rate", "second", "second.learning_rate"]
    run = RunSpec(1, "Run", make_optimizer("adam"), WARMED)
    assert [spec.name for spec in run_model(run, samples=8).specs if spec.front] == [
        "learning_rate",
        "sampling.batch_size",
        "schedule",
    ]


def test_another_part_keeps_everything_else() -> None:
    run = RunSpec(1, "Run", make_optimizer("switch", {"at": 7, "first": "momentum", "second.learning_rate": 0.3}))
    changed = changed_run(run, "first", "nesterov").optimizer.values()
    assert (changed["first"], changed["at"], changed["second.learning_rate"]) == ("nesterov", 7, 0.3)


def test_a_schedule_in_a_schedule_is_chosen_from_the_same_list() -> None:
    specs = {spec.name: spec for spec in run_model(RunSpec(1, "Run", make_optimizer("adam"), WARMED)).specs}
    assert specs["schedule"].offer is specs["schedule.then"].offer is SCHEDULE_OFFER
    assert specs["schedule.then.length"].full_label == "schedule, then: length"
    run = changed_run(RunSpec(1, "Run", make_optimizer("adam"), WARMED), "schedule.then.length", 20)
    assert run.schedule.values()["then.length"] == 20


@pytest.mark.parametrize("optimizer", ["spsa", "langevin", "noisy", "cma-es", "perturbed-gradient-descent"])
def test_whoever_draws_has_a_stream_also_without_samples(optimizer: str) -> None:
    run = RunSpec(3, "Run", make_optimizer(optimizer))
    for samples in (0, 1, 8):
        model = run_model(run, samples)
        assert [spec.name for spec in model.specs if "stream" in spec.name] == ["sampling.stream"]
        assert model.values["sampling.stream"] == run.sampling.stream
    assert changed_run(run, "sampling.stream", 5).sampling.stream == 5


def test_whoever_draws_nothing_has_none() -> None:
    assert "sampling.stream" not in run_model(default_session().runs[0]).values


def test_a_part_that_draws_brings_the_stream_along() -> None:
    run = RunSpec(1, "Run", make_optimizer("clipped", {"inner": "langevin"}))
    assert "sampling.stream" in run_model(run).values
