from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from engine.lazy_table import LazyTable
from engine.optimizers import OPTIMIZERS

ROOT = Path(__file__).parents[2]


def test_classes_come_by_name_and_stay_the_same() -> None:
    from engine.optimizers.adam import Adam

    assert OPTIMIZERS["adam"] is Adam
    assert OPTIMIZERS["adam"] is OPTIMIZERS["adam"]
    assert len(OPTIMIZERS) == len(list(OPTIMIZERS))


def test_short_names_are_answered_but_not_listed() -> None:
    assert OPTIMIZERS["gd"] is OPTIMIZERS["sgd"] is OPTIMIZERS["gradient-descent"]
    assert "gd" in OPTIMIZERS
    assert "gd" not in list(OPTIMIZERS)


def test_names_cost_no_import() -> None:
    code = "import sys; from engine.optimizers import OPTIMIZERS; 'adam' in list(OPTIMIZERS); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "engine.optimizers" in done.stdout.split()
    assert "engine.optimizers.adam" not in done.stdout.split()


def test_an_unknown_name_is_no_row() -> None:
    table: LazyTable[object] = LazyTable("engine.optimizers", {})
    assert "adam" not in table
    with pytest.raises(KeyError):
        table["adam"]
