"""The optimizers: one file each, one row each in this table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.hyperparameters import HyperparameterError, listed, make
from engine.lazy_table import LazyTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.optimizer import Optimizer

OPTIMIZERS: LazyTable[Optimizer] = LazyTable(
    "engine.optimizers",
    {
        "gradient-descent": "gradient_descent.GradientDescent",
        "momentum": "momentum.Momentum",
        "nesterov": "nesterov.Nesterov",
        "qhm": "qhm.QHM",
        "sign-descent": "sign_descent.SignDescent",
        "muon": "muon.Muon",
        "schedule-free-sgd": "schedule_free_sgd.ScheduleFreeSGD",
        "adagrad": "adagrad.AdaGrad",
        "rmsprop": "rmsprop.RMSProp",
        "adadelta": "adadelta.AdaDelta",
        "adam": "adam.Adam",
        "adamw": "adamw.AdamW",
        "amsgrad": "amsgrad.AMSGrad",
        "adamax": "adamax.AdaMax",
        "nadam": "nadam.NAdam",
        "radam": "radam.RAdam",
        "qhadam": "qhadam.QHAdam",
        "lion": "lion.Lion",
        "rprop": "rprop.Rprop",
        "adan": "adan.Adan",
        "adabelief": "adabelief.AdaBelief",
        "yogi": "yogi.Yogi",
        "prodigy": "prodigy.Prodigy",
        "schedule-free-adamw": "schedule_free_adamw.ScheduleFreeAdamW",
        "sophia": "sophia.Sophia",
        "shampoo": "shampoo.Shampoo",
        "soap": "soap.SOAP",
        "newton": "newton.Newton",
        "damped-newton": "damped_newton.DampedNewton",
        "newton-line-search": "newton_line_search.NewtonLineSearch",
        "saddle-free-newton": "saddle_free_newton.SaddleFreeNewton",
        "trust-region": "trust_region.TrustRegion",
        "bfgs": "bfgs.BFGS",
        "lbfgs": "lbfgs.LBFGS",
        "conjugate-gradient": "conjugate_gradient.ConjugateGradient",
        "barzilai-borwein": "barzilai_borwein.BarzilaiBorwein",
        "gradient-descent-line-search": "gradient_descent_line_search.GradientDescentLineSearch",
        "perturbed-gradient-descent": "perturbed_gradient_descent.PerturbedGradientDescent",
        "nelder-mead": "nelder_mead.NelderMead",
        "cma-es": "cma_es.CMAES",
        "spsa": "spsa.SPSA",
        "langevin": "langevin.Langevin",
        "switch": "switch.Switch",
        "per-parameter": "per_parameter.PerParameter",
        "lookahead": "lookahead.Lookahead",
        "averaged": "averaged.Averaged",
        "clipped": "clipped.Clipped",
        "regularized": "regularized.Regularized",
        "noisy": "noisy.Noisy",
        "summed": "summed.Summed",
    },
    {"gd": "gradient-descent", "sgd": "gradient-descent"},
)
"""Every optimizer by its name, in the order of the families; a file is imported when its optimizer is wanted."""


def make_optimizer(name: str, values: Mapping[str, Any] | None = None) -> Optimizer:
    """Return the optimizer `name` with the given hyperparameters, defaults for the rest.

    Raises
    ------
    HyperparameterError
        For an unknown name, an unknown hyperparameter, or a value it cannot take.
    """
    cls = OPTIMIZERS.get(name)
    if cls is None:
        from difflib import get_close_matches  # needed for a mistake only

        near = get_close_matches(name, OPTIMIZERS, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise HyperparameterError(f"There is no optimizer {name!r}.{hint} Known: {listed(OPTIMIZERS, name)}.")
    return make(cls, values or {})


__all__ = ["OPTIMIZERS", "make_optimizer"]
