"""The LaTeX of explanations as plain text: what a screen reader says and what is copied."""

from __future__ import annotations

import re
from functools import lru_cache

SIGNS = {
    r"\theta": "θ",
    r"\eta": "η",
    r"\mu": "μ",
    r"\beta": "β",
    r"\rho": "ρ",
    r"\varepsilon": "ε",
    r"\lambda": "λ",
    r"\nu": "ν",
    r"\psi": "ψ",
    r"\Pi": "Π",
    r"\gamma": "γ",
    r"\alpha": "α",
    r"\sigma": "σ",
    r"\phi": "φ",
    r"\xi": "ξ",
    r"\delta": "δ",
    r"\Delta": "Δ",
    r"\Lambda": "Λ",
    r"\nabla": "∇",
    r"\infty": "∞",
    r"\times": "×",
    r"\cdot": "·",
    r"\le": "≤",
    r"\ge": "≥",
    r"\ne": "≠",
    r"\wedge": "and",
    r"\vee": "or",
    r"\max": "max",
    r"\min": "min",
    r"\odot": "⊙",
    r"\top": "ᵀ",
    r"\leftarrow": "←",
    r"\ldots": "…",
    r"\dots": "…",
    r"\omega": "ω",
    r"\chi": "χ",
    r"\tau": "τ",
    r"\kappa": "κ",
    r"\pi": "π",
    r"\sum": "Σ",
    r"\pm": "±",
    r"\langle": "⟨",
    r"\rangle": "⟩",
    r"\lVert": "‖",
    r"\rVert": "‖",
    r"\circ": "∘",
}
_FRAMES = re.compile(r"\\left|\\right|\\!|\\;|\\displaystyle|\\(?:begin|end)\{cases\}")
_GRID_BEGINS, _GRID_ENDS = re.compile(r"\\begin\{[pb]matrix\} "), re.compile(r" \\end\{[pb]matrix\}")
_SIGN = re.compile(r"\\[A-Za-z]+")
_WRAPPED = re.compile(r"\\(?:mathrm|operatorname|mathit|mathbf|text)\{([^{}]*)\}")
_ACCENTS = {"hat": "̂", "bar": "̄", "tilde": "̃"}
_ACCENT = re.compile(r"\\(hat|bar|tilde)\{(.)\}")
_ONE_ARGUMENT = re.compile(r"\\sqrt\{([^{}]*)\}")
_FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
_RAISED = re.compile(r"([\^_])\{([^{}]*)\}")
_PRODUCTS = (r"\,", r"\cdot")
_SIMPLE = re.compile(r"√?[\w.∇^_̂̄̃]+")


_NUMBER, _PLACE = re.compile(r"\d+(?:\.\d+)?"), "\u2c60"
"""Numbers, and a letter that stands for one: lines of the next step differ in nothing else."""
_PLACES = re.compile(_PLACE)
MOST_LINES = 2000


def plain_text(latex: str) -> str:
    r"""Return LaTeX as a line of text: ``\frac{m}{\sqrt{v}}`` becomes ``m / √v``."""
    numbers = iter(_NUMBER.findall(latex))
    return _PLACES.sub(lambda _: next(numbers), _plain(_NUMBER.sub(_PLACE, latex)))


@lru_cache(MOST_LINES)
def _plain(latex: str) -> str:
    text = latex.replace(r" \\ ", "; ").replace(" & ", ", ")
    text = _GRID_BEGINS.sub("[", _GRID_ENDS.sub("]", text))
    text = text.replace(r"^\top", "ᵀ")
    text = _FRAMES.sub("", text).replace(r"\ ", " ").replace(r"\|", "‖")
    text = _ACCENT.sub(lambda match: match[2] + _ACCENTS[match[1]], text)
    text = _WRAPPED.sub(r"\1", text)
    while (reduced := _innermost(text)) != text:
        text = reduced
    text = _SIGN.sub(lambda match: SIGNS.get(match[0], match[0][1:]), text).replace(r"\,", " ")
    return re.sub(r"\s+", " ", text.replace("-", "−")).strip()


def _innermost(text: str) -> str:
    """Write the innermost roots, fractions and raised or lowered parts without braces."""
    text = _ONE_ARGUMENT.sub(lambda match: f"√{_bound(match[1])}", text)
    text = _RAISED.sub(lambda match: f"{match[1]}{_bound(match[2])}" if match[1] == "^" else f"_{match[2]}", text)
    text = _WRAPPED.sub(r"\1", text)
    return _FRACTION.sub(_fraction, text)


def _fraction(match: re.Match[str]) -> str:
    """Write a fraction in a line, in brackets where it is multiplied by something."""
    text = f"{_bound(match[1])} / {_bound(match[2])}"
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :].lstrip()
    is_factor = before.endswith(_PRODUCTS) or after.startswith((*_PRODUCTS, "^"))
    return f"({text})" if is_factor else text


def _bound(text: str) -> str:
    text = text.strip()
    return text if _SIMPLE.fullmatch(_SIGN.sub("x", text).replace(r"\,", "")) else f"({text})"
