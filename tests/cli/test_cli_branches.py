from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from cli.main import main
from engine.session import default_session
from engine.session_file import save_session

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_session_with_a_branch_runs_and_tells_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = default_session().branching_run(2, 3)
    run = session.run(5)
    assert run.branch is not None
    session = session.with_run(replace(run, branch=replace(run.branch, carry=False, nudge=(0.5, 0.0))))
    save_session(session, tmp_path / "a.sandbox.json")
    assert main(["run", "--session", str(tmp_path / "a.sandbox.json"), "--steps", "9", "--json"]) == 0
    runs = {result["run"]: result for result in json.loads(capsys.readouterr().out)["runs"]}
    assert runs["Momentum 2"]["branch"] == {"of": "Momentum", "at": 3, "carry": False, "nudge": [0.5, 0.0]}
    assert "branch" not in runs["Momentum"]
    assert runs["Momentum 2"]["params"] != runs["Momentum"]["params"]


def test_what_is_saved_again_is_the_same_file(tmp_path: Path) -> None:
    first, second = tmp_path / "a.sandbox.json", tmp_path / "b.sandbox.json"
    save_session(default_session().branching_run(1, 12).without_run(1), first)
    assert main(["run", "--session", str(first), "--save", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()
