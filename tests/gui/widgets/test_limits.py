from __future__ import annotations

import pytest

from gui.numbers import NumberError
from gui.widgets.limits import Limits


@pytest.mark.parametrize(
    ("limits", "value", "sentence"),
    [
        (Limits(above=0), 0, "It must be greater than 0."),
        (Limits(below=1), 1, "It must be less than 1."),
        (Limits(minimum=-2.5), -3, "It must be at least −2.5."),
        (Limits(maximum=10), 11, "It must be at most 10."),
        (Limits(whole=True), 0.5, "It must be a whole number."),
        (Limits(minimum=0, maximum=1), 0, ""),
        (Limits(minimum=0, maximum=1), 1, ""),
        (Limits(), -1e300, ""),
    ],
)
def test_complaint(limits: Limits, value: float, sentence: str) -> None:
    assert limits.complaint(value) == sentence
    assert limits.allows(value) is not bool(sentence)


def test_check_raises_the_sentence() -> None:
    with pytest.raises(NumberError, match="greater than 0"):
        Limits(above=0).check(-1)


def test_nearest_clips_to_the_closed_ends() -> None:
    limits = Limits(minimum=0, maximum=5)
    assert [limits.nearest(value) for value in (-1, 3, 9)] == [0, 3, 5]
