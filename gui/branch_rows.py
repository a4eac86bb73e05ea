"""From branches to what their cards show, and back from a row of a card to the branch: no widgets."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from engine.branch import carried, state_fields
from engine.session import MOST_STEPS
from gui.shown import shown_axes, shown_names, shown_surface
from gui.translation.sentences import field_text
from gui.views.branch_line import BranchModel
from gui.widgets.parameter_spec import ParameterSpec, Value

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.session import Branch, RunSpec, Session
    from gui.views.run_card import RunModel

BRANCH = "branch."
"""Beginning of the names of a branch's rows."""
_NUDGE = f"{BRANCH}nudge."
_PART = 0.25
"""A nudge's slider reaches so far, as a part of the bounds, until it is asked for more."""
_STEPS = 200
translate = QCoreApplication.translate


def with_branch(session: Session, run: RunSpec, model: RunModel) -> RunModel:
    """Return a card's model with what makes the run a branch, if it is one."""
    parent, branch = session.parent(run), run.branch
    if parent is None or branch is None:
        return model
    place = len(list(takewhile(lambda spec: spec.front and spec.offer is None, model.specs)))
    specs = (*model.specs[:place], *_specs(session), *model.specs[place:])
    values = {**model.values, **_values(session, branch)}
    line = BranchModel(
        origin_text(parent.label, branch),
        state_text(session, run),
        session.depth(run),
        origin_help(parent.label, branch),
    )
    return replace(model, specs=specs, values=values, branch=line)


def rows_differ(before: Session, after: Session) -> bool:
    """Whether the rows of branches are others on another surface, or along other axes."""
    if before.surface == after.surface and before.view.axes == after.view.axes:
        return False
    return any(run.branch for run in after.runs) and _specs(before) != _specs(after)


def origin_text(label: str, branch: Branch) -> str:
    """Say which run a branch leaves, and when."""
    text = translate("branches", "from {run} at {iteration}")
    if branch.kept is not None:
        text = translate("branches", "from {run} (removed) at {iteration}")
    return text.format(run=label, iteration=branch.iteration)


def origin_help(label: str, branch: Branch) -> str:
    """Say what ties a branch to the run it leaves."""
    if branch.kept is not None:
        text = translate("branches", "Until there it goes the way of {run} as that was when it was removed.")
    else:
        text = translate("branches", "Until there it goes the way of {run}, and follows what is changed on it.")
    return text.format(run=label)


def state_text(session: Session, run: RunSpec) -> str:
    """Say what becomes of the parent's memory."""
    config, dim = session.config(run), len(session.start)
    own, kept = state_fields(config.optimizer, dim), carried(config, dim)
    if not own:
        return translate("branches", "no memory to carry")
    if not kept:
        origin = config.origin
        if origin is None or not origin.carry:
            return translate("branches", "begins with no memory")
        if origin.nudge and config.optimizer.stands_in_state:
            return translate("branches", "begins with no memory where it is nudged to")
        if not state_fields(origin.optimizer, dim):
            return translate("branches", "begins with no memory: its parent has none")
        return translate("branches", "begins with no memory: what its parent has does not fit")
    text = translate("branches", "carries {kept}")
    if len(kept) < len(own):
        text = translate("branches", "carries {kept}; {others} afresh")
    others = [name for name in own if name not in kept]
    return text.format(kept=_listed(kept), others=_listed(others))


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(map(field_text, names))


def left_early(run: RunSpec, snapshot: Snapshot) -> str:
    """Say that a branch's parent ended before it was to be left; nothing if it did not."""
    branch = run.branch
    if branch is None or branch.left_at(snapshot) >= branch.iteration:
        return ""
    text = translate("branches", "The run it leaves ends at iteration {end}: it goes on from there.")
    return text.format(end=snapshot.first)


def changed_branch(session: Session, key: int, name: str, value: Any) -> RunSpec:
    """Return a branch with one row of its card changed."""
    run = session.run(key)
    assert run.branch is not None
    if name.startswith(_NUDGE):
        axis = int(name.removeprefix(_NUDGE))
        nudge = [float(value) if index == axis else old for index, old in enumerate(whole_nudge(session, run.branch))]
        return with_nudge(run, tuple(nudge))
    return replace(run, branch=replace(run.branch, **{name.removeprefix(BRANCH): value}))


def with_nudge(run: RunSpec, nudge: tuple[float, ...]) -> RunSpec:
    """Return a branch that moves its position so; by nothing is not at all."""
    assert run.branch is not None
    return replace(run, branch=replace(run.branch, nudge=nudge if any(nudge) else ()))


def whole_nudge(session: Session, branch: Branch) -> tuple[float, ...]:
    """Return by how much a branch moves each parameter."""
    dim = len(session.start)
    return (*branch.nudge, *[0.0] * dim)[:dim]


def _values(session: Session, branch: Branch) -> dict[str, Value]:
    nudge = whole_nudge(session, branch)
    moved: dict[str, Value] = {f"{_NUDGE}{axis}": nudge[axis] for axis in shown_axes(session)}
    return {f"{BRANCH}carry": branch.carry, f"{BRANCH}iteration": branch.iteration, **moved}


def _specs(session: Session) -> tuple[ParameterSpec, ...]:
    """Return the rows of a branch: whether it carries the state, when it leaves, and its nudge along the axes shown."""
    helps = (
        translate(
            "branches",
            "Take over what the parent's optimizer remembers, field by field where name and size agree; without, the "
            "optimizer begins as at a start. Schedules and batches go on in any case.",
        ),
        translate("branches", "The iteration at which it leaves its parent; until then both are one."),
        translate("branches", "Moves the position where it leaves its parent. Or drag its point on the map."),
    )
    carry = ParameterSpec(f"{BRANCH}carry", translate("branches", "carry state"), True, help=helps[0], front=True)
    at = ParameterSpec(
        f"{BRANCH}iteration",
        translate("branches", "leaves at"),
        0,
        0,
        _STEPS,
        help=helps[1],
        minimum=0,
        maximum=MOST_STEPS,
        grows=True,
    )
    x0, x1, y0, y1 = shown_surface(session).bounds
    nudges = []
    for axis, name, room in zip(shown_axes(session), shown_names(session), (x1 - x0, y1 - y0), strict=True):
        reach = _PART * room
        label = translate("branches", "nudge {name}").format(name=name)
        nudges.append(ParameterSpec(f"{_NUDGE}{axis}", label, 0.0, -reach, reach, help=helps[2], grows=True))
    return carry, at, *nudges
