from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import pytest

from gui.typesetting import LONGEST_LATEX, TypesettingError, typeset

BOOK = r"f(x, y) = \frac{x^{2}}{20} + y^{2}"


def test_a_formula_becomes_plain_paths_of_its_size() -> None:
    made = typeset(BOOK)
    root = ElementTree.fromstring(made.svg)
    kinds = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert kinds <= {"svg", "path", "rect", "g", "line"}
    assert "path" in kinds
    assert 6 < made.width < 12
    assert 1.5 < made.height < 3


def test_the_ink_is_exchanged_everywhere() -> None:
    made = typeset(BOOK)
    red = made.coloured("#ff0000")
    assert red.count(b"#ff0000") >= 8
    assert made.coloured("#00ff00").replace(b"#00ff00", b"#ff0000") == red
    assert b"#0a0b0c" not in red


@pytest.mark.parametrize("latex", ["", "  ", r"\frac{", "x^", r"\left(", "x&y", "x" * (LONGEST_LATEX + 1)])
def test_what_cannot_be_typeset_says_so(latex: str) -> None:
    with pytest.raises(TypesettingError):
        typeset(latex)


def test_many_threads_get_what_one_gets() -> None:
    texts = [rf"\frac{{x^{{{power}}}}}{{{power + 1}}} + \sqrt{{y}}" for power in range(8)]
    alone = [typeset(text).svg for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert [made.svg for made in pool.map(typeset, texts)] == alone


def test_the_window_starts_without_the_typesetter() -> None:
    code = "import sys, gui.main_window, gui.typesetting; print('ziamath' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
