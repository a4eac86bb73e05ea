"""What of each run is told, when runs have rows in common: no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from engine.branch import stretches

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.branch import Stretch
    from engine.events import Event
    from engine.history import Snapshot
    from engine.session import RunSpec, Session


class Told(NamedTuple):
    """From where on a run is told: what happened before is told of the run that it is a part of."""

    first: int = 0
    moved: bool = False
    """Whether the run itself was moved away from there."""
    parent: str = ""
    """The label of the run that it branches off …"""
    at: int = 0
    """… and where."""

    def tells(self, event: Event) -> bool:
        """Whether an event is the run's own: it goes on in rows that are."""
        end = event.iteration if event.last is None else event.last
        return end > self.first or (end == self.first and (self.moved or not self.first))


def told(session: Session, snapshots: Mapping[int, Snapshot]) -> dict[int, Told]:
    """Return of each visible run what of it is told.

    Rows that several runs have in common are told of one: of the run that was there first, or, where nobody sees it, of
    the uppermost of its branches.
    """
    runs = [(run, snapshots[run.key]) for run in session.runs if run.visible and run.key in snapshots]
    if not any(run.branch for run, _ in runs):
        return {run.key: Told() for run, _ in runs}
    lines = {run.key: stretches(session.config(run), snapshot) for run, snapshot in runs}
    found: dict[int, Told] = {}
    for run, snapshot in sorted(runs, key=lambda pair: len(lines[pair[0].key])):
        common = max((_in_common(lines[key], lines[run.key]) for key in found), default=0)
        found[run.key] = _told(session, run, snapshot, min(common, snapshot.first))
    return found


def _told(session: Session, run: RunSpec, snapshot: Snapshot, first: int) -> Told:
    parent = session.parent(run)
    if parent is None or snapshot.first > snapshot.last:
        return Told(first)
    return Told(first, first == snapshot.first and snapshot.left is not None, parent.label, snapshot.first)


def _in_common(one: list[Stretch], other: list[Stretch]) -> int:
    """How many rows two runs have in common: as long as the same runs take their steps."""
    rows = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine.config != theirs.config:
            break
        rows = min(mine.stop, theirs.stop)
        if mine.stop != theirs.stop:
            break
    return rows
