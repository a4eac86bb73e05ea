from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from engine.export import run_session, write_csv
from engine.scenario import Scenario, load_scenarios
from tests.reference.rewrite import FOLDER, GOLDEN, golden_path

if TYPE_CHECKING:
    from pathlib import Path

SCENARIOS = tuple(scenario for scenario in load_scenarios() if scenario.name in GOLDEN)
every_scenario = pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
EXACT = ("book-figure",)
"""Nothing but + − · ÷ and roots: the same bytes on every machine."""
SPACING = 4e-13
"""Relative: `exp` and `sin` may differ in the last bit between platforms, and a run carries that along."""


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def same(one: str, other: str) -> bool:
    try:
        return float(one) == pytest.approx(float(other), rel=SPACING, abs=SPACING)
    except ValueError:
        return one == other


@every_scenario
def test_the_csv_is_the_golden_one(scenario: Scenario, tmp_path: Path) -> None:
    write_csv(tmp_path / "new.csv", scenario.session, run_session(scenario.session))
    new, golden = (tmp_path / "new.csv").read_bytes(), golden_path(scenario).read_bytes()
    if scenario.name in EXACT:
        assert new == golden
    differing = [(k, a, b) for k, (a, b) in enumerate(zip(cells(golden), cells(new), strict=True)) if a != b]
    assert all(len(a) == len(b) and all(map(same, a, b)) for _, a, b in differing), differing[0]


@every_scenario
def test_two_processes_write_the_same_bytes(scenario: Scenario) -> None:
    command = [sys.executable, "main.py", "run", "--scenario", scenario.name, "--csv", "-"]
    written = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        root = FOLDER.parent.parent
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True)
        written.append(done.stdout)
    assert written[0] == written[1]
    assert len(cells(written[0])) == len(cells(golden_path(scenario).read_bytes()))


def test_there_is_one_file_for_every_golden_scenario_and_no_other() -> None:
    assert {scenario.name for scenario in SCENARIOS} == set(GOLDEN)
    assert {path.name for path in FOLDER.glob("*.csv")} == {golden_path(s).name for s in SCENARIOS}
