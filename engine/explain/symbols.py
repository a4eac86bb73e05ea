"""How the quantities of update rules are written: the field's usual letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.optimizer import Optimizer

HYPERPARAMETERS = {
    "learning_rate": r"\eta",
    "momentum": r"\mu",
    "dampening": "d",
    "weight_decay": r"\lambda",
    "beta1": r"\beta_1",
    "beta2": r"\beta_2",
    "beta3": r"\beta_3",
    "rho": r"\rho",
    "eps": r"\varepsilon",
    "nu": r"\nu",
    "nu1": r"\nu_1",
    "nu2": r"\nu_2",
    "gamma": r"\gamma",
    "eps_root": r"\varepsilon_0",
    "shampoo_beta": r"\beta_3",
    "d0": "d_0",
    "temperature": "T_0",
    "alpha": r"\alpha",
    "sigma": r"\sigma",
    "strength": r"\lambda",
    "limit": "c",
    "delta": r"\delta",
    "d_coef": "c",
    "c": "c",
    "stability": "A",
    "cooling_steps": "n",
    "weight_lr_power": "r",
    "lr_decay": r"\delta",
    "momentum_decay": r"\psi",
    "eta_minus": r"\eta_{-}",
    "eta_plus": r"\eta_{+}",
    "step_size_min": r"s_{\min}",
    "step_size_max": r"s_{\max}",
}
FIELDS = {
    "velocity": "b",
    "first_moment": "m",
    "second_moment": "v",
    "square_average": "v",
    "sum_of_squares": "h",
    "gradient_average": r"\bar{g}",
    "momentum_buffer": "b",
    "last_point": r"\theta'",
    "last_gradient": "g'",
}


def hyperparameter_symbol(name: str) -> str:
    """Return the LaTeX of a hyperparameter."""
    return HYPERPARAMETERS.get(name, _spelt(name))


def field_symbol(optimizer: Optimizer, name: str) -> str:
    """Return the LaTeX of a field of an optimizer's state."""
    return {**FIELDS, **optimizer.symbols}.get(name, _spelt(name))


def _spelt(name: str) -> str:
    words = name.replace("_", r"\ ")
    return rf"\mathrm{{{words}}}"
