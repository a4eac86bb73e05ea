"""Terms of update rules that cost nothing while their hyperparameter is plainly zero."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.hyperparameters import number

if TYPE_CHECKING:
    from engine.optimizer import Number

_L2_HELP = "Pulls every parameter towards zero: λ θ is added to the gradient (L2, as in torch)."


def weight_decay(default: float = 0.0, help: str = _L2_HELP) -> Any:
    """Declare the hyperparameter λ."""
    return number(default, 0.0, 0.3, help)


def is_off(value: Number) -> bool:
    """Whether a hyperparameter is plainly zero; an array of lanes never is, whatever it holds."""
    if type(value) is float:
        return value == 0.0
    return not isinstance(value, np.ndarray) and bool(value == 0.0)


def with_l2(gradient: Number, parameter: Number, weight_decay: Number) -> Number:
    """Return g + λ θ, the gradient with that of the penalty λ ‖θ‖² / 2: what torch calls weight decay."""
    if is_off(weight_decay):
        return gradient
    return gradient + weight_decay * parameter


def with_decay(update: Number, parameter: Number, learning_rate: Number, weight_decay: Number) -> Number:
    """Return update + η λ θ: the parameter shrinks beside the gradient's step (Loshchilov & Hutter 2019)."""
    if is_off(weight_decay):
        return update
    return update + learning_rate * weight_decay * parameter
