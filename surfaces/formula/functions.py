"""The functions a formula may use: for arrays over NumPy, for one point over ``math``."""

from __future__ import annotations

import math
import operator
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

CONSTANTS: dict[str, float] = {"pi": math.pi, "e": math.e}

ARITY: dict[str, int] = {
    **dict.fromkeys(("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh"), 1),
    **dict.fromkeys(("asinh", "acosh", "atanh", "exp", "log", "ln", "log2", "log10", "sqrt", "cbrt"), 1),
    **dict.fromkeys(("abs", "sign", "sigmoid", "softplus", "relu", "silu", "heaviside"), 1),
    **dict.fromkeys(("min", "max", "hypot"), 2),
    **dict.fromkeys(("clip", "where"), 3),
}
"""Every function a user may type, with its number of arguments; those of OPEN_ENDED take more, too."""

OPEN_ENDED = ("min", "max")

SYNONYMS: dict[str, str] = {
    **{f"arc{name}": f"a{name}" for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh")},
    **{f"ar{name}": f"a{name}" for name in ("sinh", "cosh", "tanh")},
    **{"sgn": "sign", "signum": "sign", "lg": "log10", "tg": "tan", "root": "sqrt", "swish": "silu"},
    **{"logistic": "sigmoid", "minimum": "min", "maximum": "max", "if": "where", "piecewise": "where", "clamp": "clip"},
}
"""Other words for them."""

LOG_BASES: dict[str, float] = {"log2": math.log(2.0), "log10": math.log(10.0)}


def function_of(name: str) -> str:
    """The function a typed name stands for, whatever its case, or ``""``."""
    small = name.lower() if len(name) > 1 else name
    known = SYNONYMS.get(small, small)
    return known if known in ARITY else ""


def _sigmoid(u: float) -> float:
    if u >= 0.0:
        return 1.0 / (1.0 + math.exp(-u))
    grown = math.exp(u)
    return grown / (1.0 + grown)


def _softplus(u: float) -> float:
    return math.log1p(math.exp(-abs(u))) + _maximum(u, 0.0)


def _sign(u: float) -> float:
    return 1.0 if u > 0.0 else -1.0 if u < 0.0 else u * 0.0


def _minimum(a: float, b: float) -> float:
    # NaN wins, as in NumPy.
    return a if a <= b or a != a else b


def _maximum(a: float, b: float) -> float:
    return a if a >= b or a != a else b


def _select(a: float, b: float, then: float, otherwise: float) -> float:
    return then if a <= b else otherwise


SCALAR: dict[str, Callable[..., float]] = {
    "add": operator.add,
    "mul": operator.mul,
    "div": operator.truediv,
    "neg": operator.neg,
    "pow": math.pow,  # the operator ** would give complex numbers
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "asin": math.asin,
    "acos": math.acos,
    "atan": math.atan,
    "sinh": math.sinh,
    "cosh": math.cosh,
    "tanh": math.tanh,
    "asinh": math.asinh,
    "acosh": math.acosh,
    "atanh": math.atanh,
    "exp": math.exp,
    "log": math.log,
    "sqrt": math.sqrt,
    "cbrt": math.cbrt,
    "abs": abs,
    "sign": _sign,
    "sigmoid": _sigmoid,
    "softplus": _softplus,
    "min": _minimum,
    "max": _maximum,
    "select": _select,
}
"""Operations on Python floats; they raise where NumPy gives inf or nan."""

ARRAY: dict[str, Callable[..., Any]] = {
    "pow": np.power,
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "asin": np.arcsin,
    "acos": np.arccos,
    "atan": np.arctan,
    "sinh": np.sinh,
    "cosh": np.cosh,
    "tanh": np.tanh,
    "asinh": np.arcsinh,
    "acosh": np.arccosh,
    "atanh": np.arctanh,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "cbrt": np.cbrt,
    "abs": np.abs,
    "sign": np.sign,
    "sigmoid": lambda u: 1.0 / (1.0 + np.exp(-u)),
    "softplus": lambda u: np.logaddexp(0.0, u),
    "min": np.minimum,
    "max": np.maximum,
    "select": lambda a, b, then, otherwise: np.where(a <= b, then, otherwise),
}
"""The same operations on NumPy arrays."""


def fold(op: str, values: tuple[float, ...]) -> float | None:
    """Result of an operation on constants, or ``None`` when it is not a finite number."""
    try:
        result = float(SCALAR[op](*values))
    except (ArithmeticError, ValueError):
        return None
    return result if math.isfinite(result) else None
