"""Branches in the picture: what they share with a run shown is drawn once."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from engine.export import run_session
from engine.optimizers import make_optimizer
from engine.session import Session, default_session
from gui.figure import build_figure
from gui.theme import LIGHT

SVG = "{http://www.w3.org/2000/svg}"


def session() -> Session:
    """SGD and its branch with Adam at 12, alone."""
    whole = default_session().branching_run(1, 12)
    whole = whole.with_run(replace(whole.run(5), optimizer=make_optimizer("adam", {"lr": 0.3})))
    return replace(whole, runs=whole.runs[:2])


def strokes(session: Session, iteration: int | None = None) -> dict[str, int]:
    """How many numbers the trajectory of each run has."""
    root = ET.fromstring(build_figure(session, run_session(session), LIGHT, iteration=iteration).encode())
    found: dict[str, int] = {}
    for group in root.iter(f"{SVG}g"):
        if group.get("class") == "trajectory":
            text = " ".join(path.get("d", "") for path in group.iter(f"{SVG}path"))
            found[group.findtext(f"{SVG}title") or ""] = len(re.findall(r"[-\d.]+", text))
    return found


@pytest.mark.parametrize("three_d", [False, True])
def test_a_branch_is_drawn_from_where_it_leaves(three_d: bool) -> None:
    wanted = replace(session(), view=replace(session().view, three_d=three_d))
    both = strokes(wanted)
    alone = strokes(wanted.without_run(1))
    assert list(both) == ["SGD", "SGD 2"]
    assert 0 < both["SGD 2"] < alone["SGD 2"]


def test_before_it_leaves_it_has_no_line() -> None:
    assert strokes(session(), iteration=8)["SGD 2"] == 0


def test_on_maps_of_their_own_both_are_whole() -> None:
    apart = replace(session(), view=replace(session().view, layout="side-by-side"))
    assert strokes(apart)["SGD 2"] > 1.5 * strokes(session())["SGD 2"]
