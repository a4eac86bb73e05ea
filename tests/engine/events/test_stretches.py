from __future__ import annotations

import numpy as np
import pytest

from engine.events.stretches import stretches


def found(text: str, least: int = 1, gap: int = 0) -> list[tuple[int, int]]:
    first, last = stretches(np.array([letter == "x" for letter in text], dtype=np.bool_), least, gap)
    return list(zip(first.tolist(), last.tolist(), strict=True))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [("", []), ("...", []), ("xxx", [(0, 2)]), (".x.", [(1, 1)]), ("x.xx", [(0, 0), (2, 3)]), ("..xx", [(2, 3)])],
)
def test_stretches_of_trues(text: str, pairs: list[tuple[int, int]]) -> None:
    assert found(text) == pairs


def test_short_ones_do_not_count() -> None:
    assert found("x.xx.xxx", least=2) == [(2, 3), (5, 7)]


def test_those_close_together_are_one() -> None:
    assert found("xx.xx..xx", gap=1) == [(0, 4), (7, 8)]
    assert found("xx.xx..xx", gap=2) == [(0, 8)]


def test_short_ones_do_not_join_long_ones() -> None:
    assert found("xx..x..xx", least=2, gap=2) == [(0, 1), (7, 8)]
