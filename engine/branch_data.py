"""Branches as plain data: where a run leaves which other one, that one by its label, or whole if it was removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from engine.reading import Fields, ReadingError
from engine.session import MOST_BRANCHINGS, MOST_STEPS, Branch, RunSpec, Session

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Read = Callable[[Fields], RunSpec]
    """Reads a run without its branch."""


def branch_to_data(session: Session, run: RunSpec, plain: Callable[[RunSpec], dict[str, Any]]) -> dict[str, Any]:
    """Return a run's branch as a table `branch`; none if it has none. `plain` gives the rest of a run."""
    branch = run.branch
    if branch is None:
        return {}
    if branch.kept is None:
        whose: dict[str, Any] = {"of": session.run(branch.parent).label}
    else:
        whose = {"parent": {**plain(branch.kept), **branch_to_data(session, branch.kept, plain)}}
    nudge = {"nudge": list(branch.nudge)} if branch.nudge else {}
    return {"branch": {**whose, "at": branch.iteration, "carry": branch.carry, **nudge}}


def with_branches(items: Sequence[Fields], runs: Sequence[RunSpec], dim: int, read: Read) -> tuple[RunSpec, ...]:
    """Return the runs with what their tables say of branches.

    Raises
    ------
    ReadingError
        Naming the field that is missing, unknown or out of range, or that makes a run its own ancestor.
    """
    reader = _Reader({run.label: run.key for run in runs}, dim, read)
    branched = [replace(run, branch=reader.branch(item)) for item, run in zip(items, runs, strict=True)]
    for item, run in zip(items, branched, strict=True):
        _check_ancestors(run, {run.key: run for run in branched}, item.where("branch"))
    return tuple(branched)


class _Reader:
    def __init__(self, keys: Mapping[str, int], dim: int, read: Read) -> None:
        self._keys, self._dim, self._read = keys, dim, read

    def branch(self, run: Fields, depth: int = 0) -> Branch | None:
        """Return the branch in the table of a run."""
        if "branch" not in run:
            return None
        if depth == MOST_BRANCHINGS:
            raise _too_deep(run.where("branch"))
        fields = run.table("branch")
        kept = self._kept(fields.table("parent"), depth + 1) if "parent" in fields else None
        branch = Branch(
            parent=0 if kept else self._keys[fields.text("of", allowed=tuple(self._keys))],
            iteration=fields.whole("at", high=MOST_STEPS),
            carry=fields.truth("carry", True),
            nudge=fields.numbers("nudge", self._dim) if "nudge" in fields else (),
            kept=kept,
        )
        fields.raw("parent")
        for name in fields.rest():
            raise ReadingError(f"{fields.where(name)} is not known here.")
        return branch

    def _kept(self, fields: Fields, depth: int) -> RunSpec:
        return replace(self._read(fields), key=0, branch=self.branch(fields, depth))


def _check_ancestors(run: RunSpec, runs: Mapping[int, RunSpec], place: str) -> None:
    """Refuse runs that branch off themselves, and branches of branches beyond reason."""
    seen: set[int] = set()
    depth = 0
    while run.branch is not None:
        if run.key in seen:
            raise ReadingError(f"{place}.of: a run cannot branch off itself, nor off its own branches.")
        seen |= {run.key} - {0}
        depth += 1
        if depth > MOST_BRANCHINGS:
            raise _too_deep(place)
        run = run.branch.kept or runs[run.branch.parent]


def _too_deep(place: str) -> ReadingError:
    return ReadingError(f"{place}: a branch of a branch goes {MOST_BRANCHINGS} levels deep at most.")
