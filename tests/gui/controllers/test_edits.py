from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.optimizers import OPTIMIZERS
from engine.session import MOST_RUNS, default_session
from gui.controllers.edits import Edits
from gui.controllers.session_controller import SessionController
from surfaces import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def sessions(qapp: object) -> SessionController:
    return SessionController(default_session())


@pytest.fixture
def edits(sessions: SessionController) -> Edits:
    return Edits(sessions, sessions)


@pytest.fixture
def refused(edits: Edits) -> list[str]:
    heard: list[str] = []
    edits.refused.connect(heard.append)
    return heard


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_surface_brings_its_own_start(edits: Edits, sessions: SessionController, name: str) -> None:
    edits.choose_surface("himmelblau" if name == "book" else "book")
    edits.choose_surface(name)
    assert sessions.session.surface.name == name
    assert sessions.session.start == CATALOGUE[name].start


def test_the_surface_that_is_there_already_is_no_edit(edits: Edits, sessions: SessionController) -> None:
    edits.choose_surface("book")
    assert sessions.undo_stack.count() == 0


def test_a_run_moves_within_the_list_only(edits: Edits, sessions: SessionController) -> None:
    edits.move_run(1, -1)
    assert sessions.undo_stack.count() == 0
    edits.move_run(1, 1)
    assert [run.key for run in sessions.session.runs] == [2, 1, 3, 4]


@pytest.mark.parametrize(
    ("label", "expected"),
    [("Momentum", "Adam 2"), ("Momentum 7", "Adam 2"), ("Momentum of mine", "Momentum of mine"), ("Mo", "Mo")],
)
def test_a_label_follows_the_optimizer_unless_it_was_given(
    edits: Edits, sessions: SessionController, label: str, expected: str
) -> None:
    edits.rename_run(2, label)
    edits.choose_optimizer(2, "adam")
    assert sessions.session.run(2).label == expected


def test_the_same_optimizer_keeps_its_hyperparameters(edits: Edits, sessions: SessionController) -> None:
    edits.choose_optimizer(1, "gradient-descent")
    assert sessions.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("name", "value"), [("learning_rate", -1.0), ("learning_rate", "x"), ("nothing", 1.0), ("schedule.nothing", 1.0)]
)
def test_a_value_that_cannot_be_is_refused_in_a_sentence(
    edits: Edits, sessions: SessionController, refused: list[str], name: str, value: object
) -> None:
    edits.change_value(1, name, value, False)
    assert len(refused) == 1
    assert refused[0].endswith(".")
    assert sessions.undo_stack.count() == 0


@pytest.mark.parametrize("more", [lambda edits: edits.add_run("adam"), lambda edits: edits.duplicate_run(1)])
def test_too_many_runs_are_refused(
    edits: Edits, sessions: SessionController, refused: list[str], more: Callable[[Edits], None]
) -> None:
    while len(sessions.session.runs) < MOST_RUNS:
        edits.add_run("adam")
    more(edits)
    assert len(sessions.session.runs) == MOST_RUNS
    assert str(MOST_RUNS) in refused[0]


def test_a_drag_of_a_surface_parameter_is_one_edit(edits: Edits, sessions: SessionController) -> None:
    for value, dragging in ((0.1, True), (0.2, True), (0.3, False)):
        edits.change_surface_parameter("a", value, dragging)
    edits.change_surface_parameter("a", 0.4, False)
    assert sessions.undo_stack.count() == 2
    assert sessions.session.surface.parameters == (("a", 0.4),)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_reset_gives_the_defaults_as_one_edit(edits: Edits, sessions: SessionController, name: str) -> None:
    edits.choose_optimizer(1, name)
    edits.change_value(1, "learning_rate", 0.123, False)
    edits.change_value(1, "schedule", "step", False)
    count = sessions.undo_stack.count()
    edits.reset_run(1)
    assert sessions.session.run(1).optimizer == OPTIMIZERS[name]()
    assert sessions.session.run(1).schedule.name == "constant"
    assert sessions.undo_stack.count() == count + 1


def test_a_new_session_keeps_the_old_one_for_undo(edits: Edits, sessions: SessionController) -> None:
    edits.remove_run(1)
    before = sessions.session
    edits.new_session()
    assert sessions.session == default_session()
    sessions.undo_stack.undo()
    assert sessions.session == before
