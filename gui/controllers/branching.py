"""Branching: a run is left where it stands, and the point where a branch leaves its parent is moved about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.clock import ITERATION
from engine.session import SessionError
from gui.branch_rows import origin_text, whole_nudge, with_nudge
from gui.presenting import shown_runs
from gui.shown import placed, shown_place
from gui.translation.sentences import data_text
from gui.views.branch_handles import BranchPoint

if TYPE_CHECKING:
    from engine.session import RunSpec, Session
    from gui.controllers.laboratory import Laboratory
    from gui.desk import Desk

PULL = "pull a branch"
"""The gesture that makes a branch and nudges it."""


class Branching(QObject):
    """Makes branches, shows their points on the maps, and turns what is done to those into edits."""

    def __init__(self, lab: Laboratory, desk: Desk) -> None:
        super().__init__(lab)
        self._lab, self._desk = lab, desk
        self._handles = handles = desk.stage.handles
        self._pulled = 0
        self._points: dict[int, BranchPoint] = {}
        handles.standing = self._standing
        handles.nudged.connect(self._on_nudged)
        handles.pulled.connect(self._on_pulled)
        handles.pressed.connect(self.go_to_point)
        handles.reset_requested.connect(self._on_reset_requested)
        desk.runs.branch_requested.connect(self.branch)
        desk.runs.branching_point_requested.connect(self.go_to_point)
        lab.runs.results_changed.connect(self._show_points)

    @property
    def _session(self) -> Session:
        return self._lab.sessions.session

    # Making branches

    @Slot()
    def branch_here(self) -> None:
        """Branch the run in whose card the keyboard is, else the chosen one."""
        key = self._desk.runs.focused() or self._lab.timekeeper.chosen
        if key:
            self.branch(key)
        else:
            self._desk.say(self.tr("There is no run to branch yet."))

    @Slot(int)
    def branch(self, key: int) -> None:
        """Make a branch of a run where it stands, and go on with that."""
        row = self._row(key)
        made = self._made(key, row)
        if made is None:
            return
        after, new = made
        self._lab.playback.pause()
        self._lab.sessions.edit(after, self.tr("Branch run"))
        self._take_up(new, row)
        text = self.tr(
            "Branched {run} at {iteration}. Until something is changed on the new card, both go the same way."
        )
        self._desk.say(text.format(run=self._session.run(key).label, iteration=row))

    def _row(self, key: int) -> int:
        """Return where a run stands, or is to stand as soon as it has got there."""
        lab, snapshot = self._lab, self._lab.runs.snapshots.get(key)
        row = lab.timekeeper.row(key)
        is_over = lab.runs.finished or (snapshot is not None and snapshot.status.is_final)
        return row if is_over or lab.timekeeper.pace != ITERATION else max(row, lab.playback.tick)

    def _made(self, key: int, row: int) -> tuple[Session, int] | None:
        """Return the session with a branch of a run, and the key of that; None if there cannot be one more."""
        try:
            after = self._session.branching_run(key, row)
        except SessionError as error:
            self._lab.edits.refused.emit(data_text(str(error)))
            return None
        return after, max(run.key for run in after.runs)

    def _take_up(self, key: int, row: int) -> None:
        """Go on with a new branch where it begins: by other clocks than the iteration it stands there already."""
        self._lab.timekeeper.choose(key)
        if self._lab.timekeeper.clock == ITERATION:
            self._lab.playback.go_to(row)
        self._desk.runs.reveal(key)

    @Slot(int)
    def go_to_point(self, key: int) -> None:
        """Go to where a branch leaves its parent."""
        run, snapshot = self._session.run(key), self._lab.runs.snapshots.get(key)
        if run.branch is not None:
            at = run.branch.left_at(snapshot) if snapshot is not None else run.branch.iteration
            self._lab.timekeeper.go_to_row(key, at)

    # Showing their points

    @Slot()
    def _show_points(self) -> None:
        """Show where branches begin; one that is being computed anew stays where it was."""
        session, snapshots = self._session, self._lab.runs.snapshots
        shown = [run for run in session.runs if run.visible and run.branch]
        found = {run.key: self._point(run) if run.key in snapshots else self._points.get(run.key) for run in shown}
        self._points = {key: point for key, point in found.items() if point}
        self._handles.set_points(tuple(self._points.values()))

    def _point(self, run: RunSpec) -> BranchPoint | None:
        """Return where a branch begins; None before it has."""
        session, snapshot = self._session, self._lab.runs.snapshots[run.key]
        parent = session.parent(run)
        if parent is None or run.branch is None or snapshot.before is None or snapshot.first > snapshot.last:
            return None
        place = shown_place(session, tuple(snapshot.params[snapshot.first].tolist()))
        parent_place = shown_place(session, tuple(snapshot.before.params[-1].tolist()))
        hint = self.tr("Drag to nudge it; double click puts it back.")
        words = f"{run.label}: {origin_text(parent.label, run.branch)}\n{hint}"
        return BranchPoint(run.key, run.style, place, parent_place, words)

    def _standing(self) -> dict[int, tuple[float, float]]:
        """Return where the visible runs stand."""
        session, keeper = self._session, self._lab.timekeeper
        shown = shown_runs(session, self._lab.runs.snapshots)
        return {run.key: shown_place(session, tuple(snapshot.params[keeper.row(run.key)])) for run, snapshot in shown}

    # Moving them

    @Slot(int, float, float, bool)
    def _on_nudged(self, key: int, dx: float, dy: float, held: bool) -> None:
        self._nudge(self._session, key, (dx, dy), PULL if key == self._pulled else f"{key} nudge")
        if not held:
            self._pulled = 0
            self._lab.sessions.end_gesture()

    @Slot(int, float, float)
    def _on_pulled(self, key: int, dx: float, dy: float) -> None:
        """Branch a run that is pulled away from where it stands, and keep hold of the branch."""
        row = self._lab.timekeeper.row(key)
        made = self._made(key, row)
        if made is None:
            self._handles.let_go()
            return
        after, self._pulled = made
        self._lab.playback.pause()
        self._nudge(after, self._pulled, (dx, dy), PULL)
        self._handles.hold(self._pulled)
        self._take_up(self._pulled, row)

    def _nudge(self, session: Session, key: int, by: tuple[float, float], gesture: str) -> None:
        """Move a branch's point along the axes shown; along the others it stays."""
        run = session.run(key)
        assert run.branch is not None
        nudge = placed(session, whole_nudge(session, run.branch), *by)
        text = self.tr("Branch run") if gesture == PULL else self.tr("Nudge branch")
        self._lab.sessions.edit(session.with_run(with_nudge(run, nudge)), text, gesture)

    @Slot(int)
    def _on_reset_requested(self, key: int) -> None:
        """Put a branch back to where its parent was."""
        after = self._session.with_run(with_nudge(self._session.run(key), ()))
        self._lab.sessions.edit(after, self.tr("Nudge branch"))
