from __future__ import annotations

import pytest

from engine.session import default_session
from gui.run_names import first_session, given_names
from gui.translation.language import speak


@pytest.fixture
def korean(qapp: object) -> None:
    speak("ko")


def test_names_nobody_gave() -> None:
    session = default_session().branching_run(1, 9)
    assert set(given_names(session, session.run(5))) == {"Gradient descent", "SGD"}
    assert set(given_names(session, session.run(2))) == {"Momentum"}


@pytest.mark.usefixtures("korean")
def test_a_name_nobody_gave_may_be_in_either_language() -> None:
    session = default_session()
    assert set(given_names(session, session.run(1))) == {"Gradient descent", "SGD", "경사하강법"}


@pytest.mark.usefixtures("korean")
def test_the_first_session_has_korean_names() -> None:
    assert first_session().labels() == ("SGD", "모멘텀", "AdaGrad", "Adam")


def test_the_first_session_is_the_default_one_in_english(qapp: object) -> None:
    assert first_session() == default_session()
