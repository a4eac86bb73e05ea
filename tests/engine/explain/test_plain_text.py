from __future__ import annotations

import pytest

from engine.explain.plain_text import plain_text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\frac{m}{\sqrt{v}}", "m / √v"),
        (r"\frac{\frac{\eta}{c_{1}} \, m}{\sqrt{v} + \varepsilon}", "((η / c_1) m) / (√v + ε)"),
        (r"-0.1 \cdot \left(-4\right)", "−0.1 · (−4)"),
        (r"1.02\times 10^{-5}", "1.02× 10^(−5)"),
        (r"\begin{bmatrix} 1 \\ 2 \end{bmatrix}^\top g", "[1; 2]ᵀ g"),
        (r"g_{1} + \mathbf{1.5\times 10^{-3}}", "g_1 + 1.5× 10^(−3)"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "[1, 2; 3, 4]"),
        (r"\hat{m}", "m̂"),
        (r"\mathrm{step\ size}", "step size"),
        (r"-H^{-1} g", "−H^(−1) g"),
    ],
)
def test_latex_reads_as_a_line(latex: str, text: str) -> None:
    assert plain_text(latex) == text
