from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.scenario import chapter_openings, load_scenarios
from gui import self_check
from tests.gui.test_app import start

if TYPE_CHECKING:
    from pathlib import Path


def test_the_self_check_passes_with_clean_output(tmp_path: Path) -> None:
    done = start(tmp_path, "--self-check", str(tmp_path / "out"))
    assert done.returncode == 0
    assert "propagateSizeHints" in done.stderr or done.stderr == ""
    assert [line for line in done.stderr.splitlines() if "This plugin does not support" not in line] == []
    names = [scenario.name for scenario in chapter_openings(load_scenarios())]
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == [
        *names,
        "animation.gif",
        self_check.FORMULA,
        "Korean",
        "Self-check passed.",
    ]
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert {f"{name}{suffix}" for name in names for suffix in (".csv", ".png", ".svg")} <= written


def test_what_does_not_happen_in_time_fails(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_check, "PATIENCE_SECONDS", 0.01)
    with pytest.raises(self_check.CheckError, match="in vain"):
        self_check._wait(qapp, lambda: False)  # type: ignore[arg-type]
    with pytest.raises(self_check.CheckError, match="empty"):
        self_check._expect(False, "it is empty")
