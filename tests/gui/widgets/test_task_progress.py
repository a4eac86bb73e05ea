from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from gui.widgets.task_progress import Job, TaskProgress
from tests.gui.hands import click

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@dataclass
class Work:
    name: str = "out.csv"
    done: int = 0
    total: int = 10
    cancelled: bool = False
    started: float = 0.0


@pytest.fixture
def jobs() -> list[Job]:
    return []


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def progress(qtbot: QtBot, jobs: list[Job], parent: QWidget) -> TaskProgress:
    made = TaskProgress(lambda: tuple(jobs), parent)
    with qtbot.waitExposed(parent):
        parent.show()
    return made


def test_a_short_job_is_not_shown(progress: TaskProgress, jobs: list[Job]) -> None:
    jobs.append(Work(started=time.perf_counter()))
    progress._on_timer_timeout()
    assert not progress.isVisible()


def test_a_long_one_is_and_goes(progress: TaskProgress, jobs: list[Job], qtbot: QtBot) -> None:
    jobs.append(Work(done=3))
    qtbot.waitUntil(progress.isVisible)
    assert (progress.bar.value(), progress.bar.maximum()) == (3, 10)
    assert progress.bar.text() == "out.csv 30%"
    jobs.clear()
    qtbot.waitUntil(lambda: not progress.isVisible())


def test_a_job_of_unknown_length_moves_all_the_same(progress: TaskProgress, jobs: list[Job]) -> None:
    jobs.append(Work(total=0))
    progress._on_timer_timeout()
    assert (progress.bar.minimum(), progress.bar.maximum()) == (0, 0)


def test_cancel_reaches_what_is_shown_only(progress: TaskProgress, jobs: list[Job]) -> None:
    old, fresh = Work(), Work(started=time.perf_counter() + 60)
    jobs += [old, fresh]
    progress._on_timer_timeout()
    click(progress.cancel)
    assert (old.cancelled, fresh.cancelled) == (True, False)
    progress._on_timer_timeout()
    assert not progress.isVisible()
