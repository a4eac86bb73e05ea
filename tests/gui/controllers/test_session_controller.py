from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.optimizers import make_optimizer
from engine.session import Session, View, default_session
from gui.controllers.session_controller import SessionController


@pytest.fixture
def sessions(qapp: object) -> SessionController:
    return SessionController(default_session())


def at(session: Session, x: float) -> Session:
    return replace(session, start=(x, 0.0))


def test_an_edit_is_announced_once_and_undone(sessions: SessionController) -> None:
    first, heard = sessions.session, list[tuple[Session, Session]]()
    sessions.session_changed.connect(lambda before, after: heard.append((before, after)))
    second = at(first, 1.0)
    sessions.edit(second, "Move")
    sessions.undo_stack.undo()
    sessions.undo_stack.redo()
    assert heard == [(first, second), (second, first), (first, second)]


def test_no_change_is_no_edit(sessions: SessionController) -> None:
    sessions.edit(default_session(), "Nothing")
    assert sessions.undo_stack.count() == 0


def test_edits_of_one_gesture_merge_until_it_ends(sessions: SessionController) -> None:
    first = sessions.session
    for x in (1.0, 2.0, 3.0):
        sessions.edit(at(first, x), "Move", "start")
    sessions.end_gesture()
    sessions.edit(at(first, 4.0), "Move", "start")
    assert sessions.undo_stack.count() == 2
    sessions.undo_stack.undo()
    assert sessions.session == at(first, 3.0)
    sessions.undo_stack.undo()
    assert sessions.session == first


def test_another_gesture_or_a_plain_edit_between_parts_them(sessions: SessionController) -> None:
    first = sessions.session
    sessions.edit(at(first, 1.0), "Move", "start")
    sessions.edit(first.without_run(1), "Remove")
    sessions.edit(at(sessions.session, 2.0), "Move", "start")
    sessions.edit(at(sessions.session, 3.0), "Change", "other")
    assert sessions.undo_stack.count() == 4


def test_a_gesture_that_leads_back_leaves_no_edit(sessions: SessionController) -> None:
    first = sessions.session
    sessions.edit(at(first, 1.0), "Move", "start")
    sessions.edit(first, "Move", "start")
    sessions.end_gesture()
    assert sessions.undo_stack.count() == 0
    assert sessions.session == first


def test_a_gesture_does_not_merge_into_what_was_saved(sessions: SessionController) -> None:
    first = sessions.session
    sessions.edit(at(first, 1.0), "Move", "start")
    sessions.undo_stack.setClean()
    sessions.edit(at(first, 2.0), "Move", "start")
    assert not sessions.undo_stack.isClean()
    sessions.undo_stack.undo()
    assert sessions.undo_stack.isClean()
    assert sessions.session == at(first, 1.0)


def test_how_it_is_shown_and_how_far_it_ran_are_no_edits(sessions: SessionController) -> None:
    first = sessions.session
    sessions.edit(first.adding_run(make_optimizer("adam")), "Add")
    sessions.set_view(View(layout="side-by-side"))
    sessions.extend(99)
    sessions.extend(50)
    sessions.undo_stack.undo()
    assert sessions.session == replace(first, view=View(layout="side-by-side"), steps=99)
    assert sessions.undo_stack.count() == 1


def test_an_edit_that_brings_its_own_view_and_steps_takes_them_back(sessions: SessionController) -> None:
    first = sessions.session
    other = replace(at(first, 1.0), view=View(loss_scale="linear"), steps=7)
    sessions.begin(other, "Open", Path("other"))
    assert sessions.session == other
    sessions.undo_stack.undo()
    assert sessions.session == first


def test_a_new_beginning_is_clean_and_knows_its_origin(sessions: SessionController) -> None:
    first, heard = sessions.session, list[object]()
    sessions.origin_changed.connect(lambda: heard.append(sessions.origin))
    sessions.begin(at(first, 1.0), "Open", Path("one"))
    assert sessions.undo_stack.isClean()
    sessions.undo_stack.undo()
    sessions.undo_stack.redo()
    assert heard == [Path("one"), "", Path("one")]


def test_a_beginning_with_an_equal_session_still_changes_the_origin(sessions: SessionController) -> None:
    sessions.begin(sessions.session, "Open", "scenario")
    assert sessions.origin == "scenario"
    assert sessions.undo_stack.count() == 0


def test_an_edit_undone_after_saving_keeps_the_file(sessions: SessionController) -> None:
    sessions.edit(at(sessions.session, 1.0), "Move")
    sessions.set_origin(Path("saved"))
    sessions.undo_stack.undo()
    assert sessions.origin == Path("saved")
