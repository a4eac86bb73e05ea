"""The LaTeX of explanations as plain text: what a screen reader says and what is copied."""

from __future__ import annotations

import re

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
_SIGN = re.compile(r"\\[A-Za-z]+")
_WRAPPED = re.compile(r"\\(?:mathrm|operatorname|mathit|mathbf|text)\{([^{}]*)\}")
_ACCENTS = {"hat": "̂", "bar": "̄", "tilde": "̃"}
_ACCENT = re.compile(r"\\(hat|bar|tilde)\{(.)\}")
_ONE_ARGUMENT = re.compile(r"\\sqrt\{([^{}]*)\}")
_FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
_RAISED = re.compile(r"([\^_])\{([^{}]*)\}")
_PRODUCTS = (r"\,", r"\cdot")
_SIMPLE = re.compile(r"√?[\w.∇^_̂̄̃]+")


def plain_text(latex: str) -> str:
    r"""Return LaTeX as a line of text: ``\frac{m}{\sqrt{v}}`` becomes ``m / √v``."""
    text = latex.replace(r" \\ ", "; ").replace(" & ", ", ")
    text = text.replace(r"\begin{pmatrix} ", "[").replace(r" \end{pmatrix}", "]")
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
