from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from engine.session import Session
from engine.session_file import dump_session, parse_session
from engine.surface_file import KeptSurface, dump_surface, load_surface, parse_surface, save_surface
from surfaces import Feature, SurfaceError, SurfaceSpec
from surfaces.heights import height_map

if TYPE_CHECKING:
    from pathlib import Path

    from surfaces.surface import Array

MAP = height_map(np.random.default_rng(0).normal(size=(128, 128)), "산 “높이”")
KEPT = (
    KeptSurface(SurfaceSpec(name="book"), (-7.0, 2.0)),
    KeptSurface(
        SurfaceSpec(formula="a*x^2 + y^2", parameters=(("a", 2.0),), bounds=(-1.0, 1.0, -2.0, 2.0)), (1.0, 0.5)
    ),
    KeptSurface(SurfaceSpec(heights=MAP), (3.0, 3.0)),
    KeptSurface(
        SurfaceSpec(heights=replace(MAP, extent=(0.0, 1.0, -2.0, 0.5)), bounds=(0.0, 3.0, 0.0, 3.0)), (3.0, 3.0)
    ),
    KeptSurface(SurfaceSpec(formula="0", features=(Feature("well", 0.0, 1.0, 2.0, 1.0, 2.0, 30.0),)), (0.0, 0.0)),
)


@pytest.mark.parametrize("kept", KEPT, ids=["row", "formula", "heights", "placed", "sculpted"])
def test_a_surface_comes_back_as_it_was(kept: KeptSurface, tmp_path: Path) -> None:
    save_surface(kept, tmp_path / "a.surface.json")
    assert load_surface(tmp_path / "a.surface.json") == kept
    assert parse_surface(dump_surface(kept).decode()) == kept


def test_a_map_goes_into_a_session_file_and_comes_back() -> None:
    session = Session(SurfaceSpec(heights=MAP), start=(1.0, 2.0))
    written = dump_session(session)
    assert parse_session(written.decode()) == session
    assert len(written) < 180_000


def heights(**changes: Any) -> dict[str, Any]:
    plain = {"title": "a", "columns": 2, "rows": 2, "data": in_base64(np.arange(4.0))}
    return {"heights": {**plain, **changes}}


def in_base64(values: Array) -> str:
    return base64.b64encode(values.astype("<f8").tobytes()).decode()


@pytest.mark.parametrize(
    ("surface", "says"),
    [
        (heights(data="%%%"), "base64"),
        (heights(data="가"), "base64"),
        (heights(data="AAA"), "base64"),
        (heights(data=5), "text"),
        (heights(data=in_base64(np.arange(3.0))), "2 × 2 numbers"),
        (heights(data=in_base64(np.array([1.0, 2.0, np.nan, 3.0]))), "finite"),
        (heights(data=in_base64(np.ones(4))), "flat"),
        (heights(columns=10**9), "columns"),
        (heights(rows=1), "rows"),
        (heights(rows=True), "rows"),
        (heights(title=None), "title"),
        (heights(extent=[0, 1, 2]), "extent"),
        (heights(extent=[0, 1, 2, 2]), "from 2.0 to 2.0"),
        (heights(extent=[0, 1, 2, 1e101]), "from 2.0 to 1e\\+101"),
        ({**heights(), "name": "book"}, "surface"),
        ({**heights(), "dim": 3}, "surface"),
        ({"name": "no-such-surface"}, "no-such-surface"),
        ({"formula": "__import__('os')"}, "surface"),
        ({}, "surface"),
        ([], "table"),
    ],
)
def test_what_cannot_be_is_a_sentence(surface: Any, says: str) -> None:
    data = {"format": "optimizer-sandbox-surface", "version": 1, "start": [0, 0], "surface": surface}
    with pytest.raises(SurfaceError, match=says) as caught:
        parse_surface(json.dumps(data))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not a surface file"),
        ("{" * 100_000, "not a surface file"),
        ("[" * 100_000, "not a surface file"),
        ("[1]", "not a surface file of the Optimizer Sandbox"),
        ('{"format": "optimizer-sandbox-session", "version": 1}', "not a surface file of the Optimizer Sandbox"),
        ('{"format": "optimizer-sandbox-surface", "version": 2}', "newer version"),
        ('{"format": "optimizer-sandbox-surface"}', "version"),
        ('{"format": "optimizer-sandbox-surface", "version": true}', "version"),
        ('{"format": "optimizer-sandbox-surface", "version": 1, "surface": {"name": "book"}}', "start"),
        (
            '{"format": "optimizer-sandbox-surface", "version": 1, "start": [1, NaN], "surface": {"name": "book"}}',
            "start",
        ),
    ],
)
def test_a_broken_file_is_a_sentence(text: str, says: str) -> None:
    with pytest.raises(SurfaceError, match=says):
        parse_surface(text)
