"""What a formula may speak of before its step has named anything: settings, the state before it, the position."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.explain.notes import noted
from engine.explain.symbols import field_symbol, hyperparameter_symbol

if TYPE_CHECKING:
    from engine.explain.term import Term
    from engine.optimizer import Optimizer
    from surfaces import Array


def known_terms(optimizer: Optimizer, rate: float, state: Any, params: Array) -> dict[str, Term]:
    """Return them as terms by their symbols."""
    settings = {hyperparameter_symbol(name): value for name, value in optimizer.values().items() if is_number(value)}
    fields = {field_symbol(optimizer, name): value for name, value in zip(state._fields, state, strict=True)}
    values = {**settings, **fields, r"\eta": rate, r"\theta": params}
    return {symbol: noted(symbol, value, "", {}) for symbol, value in values.items()}


def is_number(value: object) -> bool:
    """Whether a hyperparameter is a number and neither a switch nor a choice."""
    return type(value) in (int, float)
