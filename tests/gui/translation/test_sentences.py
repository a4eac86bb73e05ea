"""Finished English sentences are said in the window's language, with what was put into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.events import Event, describe
from gui.translation.language import speak
from gui.translation.sentences import data_text, field_text
from surfaces import CriticalPoint
from surfaces.formula import FormulaError
from surfaces.formula.expression import parse

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def _korean(qtbot: QtBot) -> None:
    speak("ko")


@pytest.mark.usefixtures("_korean")
@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("sni(x)", "“sni” 함수가 없습니다. 혹시 sin 또는 sgn인가요?"),
        ("max(x)", "“max”의 인수는 max(x, y)처럼 2개 이상이어야 합니다. 1개는 안 됩니다."),
        ("sin(1,2)", "“sin”의 인수는 sin(x)처럼 1개여야 합니다. 2개는 안 됩니다. 소수는 0.5처럼 점으로 씁니다."),
        ("ㅁ+1", "“ㅁ”은(는) 한글 모드로 입력되었습니다. 영문으로 바꾸세요(이 키는 a)."),
        ("3,5", "소수는 점으로 씁니다. 3,5 대신 3.5처럼 쓰세요."),
        ("x 2", "“x”와(과) “2” 사이에 기호가 빠졌습니다. 거듭제곱은 x^2로 쓰세요."),
    ],
)
def test_mistakes_in_formulas(formula: str, said: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(formula, ("x", "y"))
    assert data_text(str(caught.value)) == said


@pytest.mark.usefixtures("_korean")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("learning_rate must be at least 0, not -1.", "learning_rate은(는) 0 이상이어야 합니다. -1은 안 됩니다."),
        (
            "Could not read /a b.csv: no such file or directory.",
            "/a b.csv 파일을 읽지 못했습니다: 그런 파일이나 폴더가 없습니다.",
        ),
        (
            "The session cannot be read: runs[2].label should be a text.",
            "세션을 읽을 수 없습니다: runs[2].label은(는) 텍스트여야 합니다.",
        ),
        (
            "The step to iteration 5 is not a finite number. The Hessian may be singular there.",
            "5번째 반복으로 가는 걸음이 유한한 수가 아닙니다. 그곳에서 헤세 행렬이 특이행렬일 수 있습니다.",
        ),
        ("Nobody wrote this sentence.", "Nobody wrote this sentence."),
        ("floor", "하한"),
    ],
)
def test_sentences_and_words(text: str, said: str) -> None:
    assert data_text(text) == said


@pytest.mark.usefixtures("_korean")
def test_a_name_in_a_sentence_stays_as_it_is() -> None:
    assert data_text("There is a surface “floor” already.") == "“floor” 곡면이 이미 있습니다."


@pytest.mark.usefixtures("_korean")
def test_events_are_told_in_another_order_of_words() -> None:
    saddle = CriticalPoint((0.0, 0.0), 0.0, "saddle")
    event = Event(10, "at saddle", saddle, last=67, numbers=(("least_gradient", 0.0912),))
    assert describe(event, data_text) == "안장점 (0, 0)에 머뭅니다(10~67번째 반복). 기울기가 0.0912까지 작아집니다."


def test_in_english_everything_stays_as_it_is() -> None:
    speak("ko")
    speak("en")
    assert data_text("learning_rate must be at least 0, not -1.") == "learning_rate must be at least 0, not -1."
    assert field_text("first.first_moment") == "first first moment"


@pytest.mark.usefixtures("_korean")
def test_fields_of_a_state_are_words() -> None:
    assert field_text("others.square_average") == "나머지 제곱 평균"
