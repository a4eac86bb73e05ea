"""Branches: the numbers of runs that leave another one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest

from engine.batches import Sampling
from engine.branch import Origin, began, carried, parent_of, stretches, taker
from engine.branch_run import open_run
from engine.explain import explain
from engine.history import RunStatus, Snapshot
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import Run, RunConfig, run_to
from engine.schedules import Constant, Cosine, StepDecay, make_schedule
from surfaces import BagSpec, SurfaceSpec

STEPS = 60
HIMMELBLAU = SurfaceSpec("himmelblau")
BAG = SurfaceSpec("himmelblau", bag=BagSpec(samples=64))


def config(name: str, surface: SurfaceSpec = HIMMELBLAU, **values: Any) -> RunConfig:
    return RunConfig(surface, (0.5, -0.5), make_optimizer(name, values), Cosine(length=100), 3, Sampling(stream=5))


def branch(
    parent: RunConfig, at: int, *, carry: bool = True, nudge: tuple[float, ...] = (), **changes: Any
) -> RunConfig:
    origin = Origin(parent.optimizer, parent.schedule, at, carry, nudge, parent.sampling, parent.origin)
    return replace(parent, origin=origin, **changes)


def same_bytes(one: Snapshot, other: Snapshot) -> bool:
    ends = [(run.status, run.reason, run.totals) for run in (one, other)]
    return one.table.tobytes() == other.table.tobytes() and ends[0] == ends[1]


@dataclass(frozen=True)
class AlsoCosine(Cosine):
    """The same factors from another schedule: a change that changes nothing."""

    name = "also-cosine"


@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("surface", [HIMMELBLAU, BAG], ids=["whole", "batches"])
def test_a_branch_that_changes_nothing_is_its_parent(name: str, surface: SurfaceSpec) -> None:
    parent = replace(config(name, surface), sampling=Sampling(16, stream=5))
    whole = run_to(parent, STEPS)
    for at in (0, 17):
        assert same_bytes(run_to(branch(parent, at), STEPS), whole)
        if at < whole.last:
            assert same_bytes(run_to(branch(parent, at, schedule=AlsoCosine(length=100)), STEPS), whole)
    assert same_bytes(run_to(branch(branch(parent, 7), 17), STEPS), whole)


@pytest.mark.parametrize("name", [name for name, cls in OPTIMIZERS.items() if not cls.draws])
def test_a_fresh_branch_is_a_start_from_there(name: str) -> None:
    """The optimizer counts anew (of those that draw, chance goes by the run's iteration)."""
    parent = replace(config("adam", learning_rate=0.1), schedule=Constant())
    optimizer = make_optimizer(name)
    left = run_to(branch(parent, 9, carry=False, nudge=(0.25, 0.5), optimizer=optimizer), 30)
    start = tuple((run_to(parent, 9).params[9] + (0.25, 0.5)).tolist())
    alone = run_to(replace(parent, start=start, optimizer=optimizer), 21)
    assert left.params[9:].tobytes() == alone.params.tobytes()
    for field, _ in left.layout.state_fields:
        if not field.endswith("_evaluations"):
            assert left.state(field)[9:].tobytes() == alone.state(field).tobytes()
    assert (left.status, left.last - 9) == (alone.status, alone.last)


def test_rows_before_it_are_the_parents_and_row_k_is_moved_and_measured() -> None:
    parent = config("momentum", learning_rate=0.005)
    own = run_to(branch(parent, 9, nudge=(0.25, -0.5), optimizer=make_optimizer("adam")), 20)
    other = run_to(parent, 20)
    columns = slice(0, 7)
    assert own.table[:9, columns].tobytes() == other.table[:9, columns].tobytes()
    assert own.params[9].tolist() == (other.params[9] + (0.25, -0.5)).tolist()
    alone = Run(replace(parent, start=tuple(own.params[9].tolist()))).snapshot()
    assert own.loss[9] == alone.loss[0]
    assert own.gradient[9].tolist() == alone.gradient[0].tolist()
    assert own.learning_rate[9] == 0.001 * parent.schedule.factor(9)
    assert own.evaluations[9] == 9.0
    assert (own.first, own.before.last if own.before else None) == (9, 9)


def test_what_the_parent_alone_remembers_is_not_lost() -> None:
    own = run_to(branch(config("momentum"), 9, optimizer=make_optimizer("adam")), 20)
    assert np.isnan(own.state("first_moment")[:9]).all()
    assert np.isfinite(own.state("first_moment")[9:]).all()
    assert own.before is not None
    assert own.before.state("velocity")[5:].all()


def test_carried_fields_are_those_of_one_name_and_width() -> None:
    parent = config("adam", learning_rate=0.1)
    amsgrad = branch(parent, 9, optimizer=make_optimizer("amsgrad"))
    assert carried(amsgrad, 2) == ("first_moment", "second_moment")
    own, other = run_to(amsgrad, 20), run_to(parent, 20)
    assert own.state("first_moment")[9].tolist() == other.state("first_moment")[9].tolist()
    (fresh,) = {name for name, _ in own.layout.state_fields} - {"first_moment", "second_moment"}
    assert not own.state(fresh)[9].any()
    afresh = branch(parent, 9, carry=False, optimizer=amsgrad.optimizer)
    assert not run_to(afresh, 20).state("first_moment")[9].any()


def test_half_a_memory_is_none_where_a_rule_is_not_elementwise() -> None:
    ten = config("lbfgs")
    same = branch(ten, 9, optimizer=make_optimizer("lbfgs", {"learning_rate": 0.5}))
    assert set(carried(same, 2)) == {
        name for name, _ in run_to(ten, 0).layout.state_fields if "evaluations" not in name
    }
    sizes = [p for p in ten.optimizer.values() if "memory" in p or "history" in p]
    assert sizes
    other = branch(ten, 9, optimizer=make_optimizer("lbfgs", {sizes[0]: 3}))
    assert carried(other, 2) == ()
    assert began(other, run_to(other, 20)) == 9


def test_a_nudge_moves_every_run_also_one_that_stands_in_its_state() -> None:
    parent = replace(config("nelder-mead"), schedule=Constant())
    still, moved = branch(parent, 6), branch(parent, 6, nudge=(1.5, 1.5))
    assert carried(still, 2)
    assert carried(moved, 2) == ()
    own = run_to(moved, 12)
    alone = run_to(replace(parent, start=tuple(own.params[6].tolist())), 6)
    assert own.params[6:].tobytes() == alone.params.tobytes()  # it would go back at once, had it kept its simplex


def test_a_carried_optimizer_counts_on_and_a_fresh_one_anew() -> None:
    """Adam's bias correction: one step after a fresh start is as long as the learning rate, also at iteration 50."""
    parent = config("gradient-descent", learning_rate=0.001)
    constant = replace(parent, schedule=Constant())
    fresh = run_to(branch(constant, 50, optimizer=make_optimizer("adam", {"learning_rate": 0.1})), 52)
    np.testing.assert_allclose(np.abs(fresh.update[50]), 0.1, rtol=1e-6)
    adam = replace(constant, optimizer=make_optimizer("adam", {"learning_rate": 0.1}))
    changed = branch(adam, 50, optimizer=make_optimizer("adam", {"learning_rate": 0.05}))
    ratio = run_to(changed, 52).update[50] / run_to(adam, 52).update[50]
    np.testing.assert_allclose(ratio, 0.5, rtol=1e-12)


def test_schedules_go_on_with_the_iteration() -> None:
    parent = config("gradient-descent", learning_rate=0.001)
    schedule = StepDecay(every=10, gamma=0.5)
    own = run_to(branch(parent, 15, carry=False, schedule=schedule), 40)
    assert own.learning_rate[:15].tolist() == [0.001 * parent.schedule.factor(k) for k in range(15)]
    assert own.learning_rate[15:].tolist() == [0.001 * schedule.factor(k) for k in range(15, 41)]


def test_a_schedules_memory_goes_on_into_one_of_its_kind() -> None:
    plateau = make_schedule("plateau")
    assert plateau.memory_fields
    parent = replace(config("gradient-descent", learning_rate=0.001), schedule=plateau)
    name = f"schedule_{plateau.memory_fields[0]}"
    whole = run_to(parent, 30)
    kept = run_to(branch(parent, 15, carry=False, optimizer=make_optimizer("momentum")), 30)
    assert kept.state(name)[15].tolist() == whole.state(name)[15].tolist()
    first = run_to(branch(replace(parent, schedule=Constant()), 15, schedule=plateau), 30)
    assert (
        first.state(name)[15].tolist()
        == Run(replace(parent, start=tuple(whole.params[15]))).snapshot().state(name)[0].tolist()
    )


@pytest.mark.parametrize("carry", [True, False])
def test_batches_are_those_of_the_iteration(carry: bool) -> None:
    """A branch at another learning rate sees at iteration k what its parent sees there."""
    parent = replace(config("gradient-descent", BAG), sampling=Sampling(8, stream=5), schedule=Constant())
    own = branch(parent, 11, carry=carry, optimizer=make_optimizer("gradient-descent", {"learning_rate": 1e-9}))
    far = run_to(branch(own, 20, carry=carry, optimizer=parent.optimizer), 30)
    config_there, record, since = taker(own, run_to(own, 30), 25)
    assert (since, record.first) == (0 if carry else 11, 11)
    found = explain(config_there, record, 25)
    assert found.batch == explain(parent, run_to(parent, 30), 25).batch
    assert explain(branch(own, 20, carry=carry, optimizer=parent.optimizer), far, 25).batch == found.batch


def test_another_stream_draws_other_batches_from_there_on() -> None:
    parent = replace(config("gradient-descent", BAG, learning_rate=0.001), sampling=Sampling(8, stream=5))
    own, other = run_to(branch(parent, 11, sampling=Sampling(8, stream=6)), 30), run_to(parent, 30)
    assert (own.params[:12] == other.params[:12]).all()
    assert (own.params[12:] != other.params[12:]).all()
    assert own.evaluations.tolist() == other.evaluations.tolist()


def test_chance_is_that_of_the_iteration_also_afresh() -> None:
    parent = replace(config("langevin", cooling_steps=0), schedule=Constant())
    fresh, whole = run_to(branch(parent, 9, carry=False), 30), run_to(parent, 30)
    assert fresh.params.tobytes() == whole.params.tobytes()


def test_evaluations_are_counted_on_through_every_kind() -> None:
    newton = config("newton-line-search")
    counts = run_to(newton, 4)
    adam = branch(newton, 4, optimizer=make_optimizer("adam"))
    again = branch(adam, 8, optimizer=make_optimizer("newton-line-search"))
    own = run_to(again, 9)
    assert own.evaluations[4] == counts.evaluations[4]
    assert own.evaluations[8] == counts.evaluations[4] + 4
    assert run_to(adam, 8).totals.hessians == counts.totals.hessians == 4.0
    assert own.state("hessian_evaluations")[8:, 0].tolist() == [4.0, 5.0]
    assert own.totals.values > counts.totals.values


@pytest.mark.parametrize("optimizer", ["adam", "newton-line-search", "nelder-mead"])
def test_a_branch_is_advanced_in_slices_and_resumed_like_any_run(optimizer: str) -> None:
    wanted = branch(config("momentum", learning_rate=0.003), 17, nudge=(0.1, 0.0), optimizer=make_optimizer(optimizer))
    whole, sliced = run_to(wanted, STEPS), open_run(wanted)
    for steps in (5, 0, 11, 2, 7, 40):
        sliced.advance(min(steps, STEPS - sliced.last))
    assert sliced.snapshot(STEPS).table.tobytes() == whole.table.tobytes()
    resumed = Run.resumed(wanted, whole, 30, began(wanted, whole))
    resumed.advance(STEPS - 30)
    assert resumed.snapshot(STEPS).table.tobytes() == whole.table.tobytes()


def test_a_parent_that_serves_others_is_shared() -> None:
    config_ = config("adam", learning_rate=0.05)
    parent = Run(config_)
    parent.advance(40)
    wanted = branch(config_, 17, nudge=(0.1, 0.0))
    own = open_run(wanted, parent)
    own.advance(STEPS - own.last)
    assert parent.last == 40
    assert own.snapshot(STEPS).table.tobytes() == run_to(wanted, STEPS).table.tobytes()


def test_before_it_has_begun_it_is_its_parent() -> None:
    wanted = branch(config("momentum"), 17, optimizer=make_optimizer("adam"))
    early = run_to(wanted, 10)
    assert (early.last, early.status, early.first) == (10, RunStatus.STEP_LIMIT, 11)
    assert early.table.tobytes() == run_to(config("momentum"), 10).table.tobytes()
    assert taker(wanted, early, 10).config == config("momentum")


def test_a_parent_that_ends_early_is_left_at_its_end() -> None:
    parent = replace(config("gradient-descent", learning_rate=5.0), schedule=Constant())
    end = run_to(parent, 100)
    assert end.status is RunStatus.DIVERGED
    own = run_to(branch(parent, 50, optimizer=make_optimizer("adam", {"learning_rate": 0.1})), 100)
    assert own.first == end.last
    assert (own.status, own.last) == (RunStatus.STEP_LIMIT, 100)
    assert same_bytes(run_to(branch(parent, 50), 100), end)


def test_the_end_of_a_converged_run_is_left_when_it_is_nudged() -> None:
    parent = replace(config("newton"), start=(3.2, 2.1), schedule=Constant())
    end = run_to(parent, 100)
    assert end.status is RunStatus.CONVERGED
    assert same_bytes(run_to(branch(parent, end.last), 100), end)
    own = run_to(branch(parent, end.last, nudge=(0.1, 0.1)), 100)
    assert own.status is RunStatus.CONVERGED
    assert own.last > end.last + 20


def test_a_nudge_to_where_nothing_is_finite_ends_it_there_and_one_away_from_it_goes_on() -> None:
    surface = SurfaceSpec(formula="x^2 + 1/y")
    parent = RunConfig(surface, (1.0, 1.0), make_optimizer("gradient-descent", {"lr": 0.1}), Constant())
    y = float(run_to(parent, 3).params[3, 1])
    lost = run_to(branch(parent, 3, nudge=(0.0, -y)), 10)
    assert (lost.status, lost.last) == (RunStatus.NON_FINITE, 3)
    assert "branches off" in lost.reason
    nowhere = replace(parent, start=(1.0, 0.0))
    assert run_to(nowhere, 10).status is RunStatus.NON_FINITE
    assert run_to(branch(nowhere, 0, nudge=(0.0, 1.0)), 10).last == 10


def test_whoever_leaves_before_its_parent_did_leaves_the_grandparent() -> None:
    first = config("momentum")
    second = branch(first, 20, optimizer=make_optimizer("adam"))
    third = branch(second, 5, optimizer=make_optimizer("rmsprop"))
    assert third.origin is not None
    assert (third.origin.optimizer, third.origin.origin) == (first.optimizer, None)
    assert parent_of(third) == first


def test_who_takes_which_steps() -> None:
    first = config("momentum")
    second = branch(first, 10, optimizer=make_optimizer("adam"))
    third = branch(second, 20, optimizer=make_optimizer("rmsprop"))
    way = stretches(third, run_to(third, 30))
    assert [(part.config, part.first, part.stop) for part in way] == [(first, 0, 10), (second, 10, 20), (third, 20, 31)]


def test_who_is_no_branch_has_no_parent() -> None:
    with pytest.raises(ValueError, match="no branch"):
        parent_of(config("adam"))


@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("carry", [True, False], ids=["carried", "fresh"])
def test_its_steps_are_explained_by_who_took_them(name: str, carry: bool) -> None:
    wanted = branch(config("adam"), 6, carry=carry, nudge=(0.125, 0.0), optimizer=make_optimizer(name))
    whole = run_to(wanted, 10)
    for row in (0, 3, 6, 8):
        if row < whole.last:
            found = explain(wanted, whole, row)
            np.testing.assert_allclose(found.after, whole.params[row + 1], rtol=1e-12, atol=1e-12)
