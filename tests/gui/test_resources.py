from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from gui.resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_resource_path_in_a_checkout() -> None:
    assert resource_path("icons/app.svg").is_file()


def test_resource_path_in_a_bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_path("icons/app.svg") == tmp_path / "resources" / "icons" / "app.svg"
