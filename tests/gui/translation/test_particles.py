from __future__ import annotations

import pytest

from gui.translation.particles import with_particles


@pytest.mark.parametrize(
    ("left_open", "said"),
    [
        ("걸음이(가) 길다", "걸음이 길다"),
        ("손실이(가) 크다", "손실이 크다"),
        ("기울기이(가) 크다", "기울기가 크다"),
        ("“무게”은(는) 이름이다", "“무게”는 이름이다"),
        ("2은(는) 안 된다", "2는 안 된다"),
        ("10은(는) 안 된다", "10은 안 된다"),
        ("3을(를) 넣는다", "3을 넣는다"),
        ("(0.1, 0.2, …)을(를) 향한다", "(0.1, 0.2, …)를 향한다"),
        ("0.5(으)로 줄어든다", "0.5로 줄어든다"),
        ("1.8(으)로 줄어든다", "1.8로 줄어든다"),
        ("0.06(으)로 줄어든다", "0.06으로 줄어든다"),
        ("점와(과) 선", "점과 선"),
        ("learning_rate은(는) 수다", "learning_rate은(는) 수다"),
        ("The step is 2.", "The step is 2."),
    ],
)
def test_particles_follow_the_last_syllable(left_open: str, said: str) -> None:
    assert with_particles(left_open) == said
