"""Runs Optax's rules on what `recorded.py` recorded and writes `optax.npz`: `python tests/reference/make_optax.py`.

It needs an environment of its own with optax 0.2.8 and NumPy. The tests need only the table: our optimizer beside the
transformation that it is to equal. Where Optax differs, a hyperparameter of ours says so, or a function here.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.optimizers.adabelief import AdaBelief
from engine.optimizers.adagrad import AdaGrad
from engine.optimizers.adan import Adan
from engine.optimizers.amsgrad import AMSGrad
from engine.optimizers.lion import Lion
from engine.optimizers.nadam import NAdam
from engine.optimizers.prodigy import Prodigy
from engine.optimizers.radam import RAdam
from engine.optimizers.rmsprop import RMSProp
from engine.optimizers.schedule_free_adamw import ScheduleFreeAdamW
from engine.optimizers.schedule_free_sgd import ScheduleFreeSGD
from engine.optimizers.sign_descent import SignDescent
from engine.optimizers.sophia import Sophia
from engine.optimizers.yogi import Yogi, YogiState
from tests.reference.driven import Case, warming_rates, write

if TYPE_CHECKING:
    from engine.optimizer import Number
    from surfaces import Array
    from tests.reference.driven import Ask, Walk


class OptaxYogi(Yogi):
    """Yogi as Optax begins it: m at 1e-6 too, and not at zero."""

    def initial(self, zero: Number) -> YogiState:
        """Return both averages at 1e-6."""
        return YogiState(zero + 1e-6, zero + 1e-6)


def schedule_free(optax: Any, rate: Any, base: Any) -> Any:
    """Return Optax's wrapper with weights of the rate that is stepped with; by itself it takes the next step's."""
    weighted = (lambda count: rate(count - 1)) if callable(rate) else rate
    return optax.contrib.schedule_free(base, weighted, b1=0.9)


def schedule_free_sgd(optax: Any, rate: Any) -> Any:
    """Return schedule-free SGD with weight decay, of the parts of optax.contrib.schedule_free_sgd."""
    return schedule_free(optax, rate, optax.chain(optax.add_decayed_weights(0.1), optax.sgd(rate)))


def schedule_free_adamw(optax: Any, rate: Any) -> Any:
    """Return schedule-free AdamW with weight decay, of the parts of optax.contrib.schedule_free_adamw."""
    brake = optax.scale_by_rms(0.99, 1e-6, eps_in_sqrt=False, bias_correction=True)
    decay, step = optax.add_decayed_weights(0.1), optax.scale_by_learning_rate(rate)
    return schedule_free(optax, rate, optax.chain(brake, decay, step))


def sophia(optax: Any, rate: Any, decay: float) -> Any:
    """Return Sophia with the exact diagonal of the Hessian, which is handed to it beside the gradient."""
    given = optax.GradientTransformationExtraArgs(
        lambda params: optax.EmptyState(), lambda updates, state, params=None, *, diagonal: (diagonal, state)
    )
    return optax.contrib.sophia(rate, weight_decay=decay, hessian_diagonal_fn=given)


CASES: dict[str, Case] = {
    "adan": Case(Adan(0.02, eps_root=1e-8, convention="optax"), lambda optax, rate: optax.adan(rate)),
    "adan, ε outside": Case(
        Adan(0.05, 0.9, 0.8, 0.95, 1e-4, convention="optax"),
        lambda optax, rate: optax.adan(rate, 0.9, 0.8, 0.95, 1e-4, 0.0),
    ),
    "adabelief": Case(AdaBelief(0.05), lambda optax, rate: optax.adabelief(rate)),
    "adabelief, large ε": Case(
        AdaBelief(0.05, 0.8, 0.95, 1e-3, 1e-4), lambda optax, rate: optax.adabelief(rate, 0.8, 0.95, 1e-3, 1e-4)
    ),
    "yogi": Case(OptaxYogi(0.05), lambda optax, rate: optax.yogi(rate)),
    "yogi, other betas": Case(OptaxYogi(0.05, 0.8, 0.9, 1e-6), lambda optax, rate: optax.yogi(rate, 0.8, 0.9, 1e-6)),
    "sign-descent": Case(SignDescent(0.02), lambda optax, rate: optax.sign_sgd(rate)),
    "prodigy": Case(Prodigy(), lambda optax, rate: optax.contrib.prodigy(rate)),
    "prodigy, all options": Case(
        Prodigy(0.7, 0.8, 0.99, 1e-6, 1e-4, 0.5, 0.02, safeguard_warmup=True),
        lambda optax, rate: optax.contrib.prodigy(rate, (0.8, 0.99), None, 1e-6, 1e-4, 0.5, 0.02, True),
    ),
    "schedule-free-sgd": Case(ScheduleFreeSGD(0.002), lambda optax, rate: optax.contrib.schedule_free_sgd(rate)),
    "schedule-free-sgd, warm-up and decay": Case(
        ScheduleFreeSGD(0.002, weight_decay=0.1), schedule_free_sgd, warming_rates
    ),
    "schedule-free-adamw": Case(ScheduleFreeAdamW(0.05), lambda optax, rate: optax.contrib.schedule_free_adamw(rate)),
    "schedule-free-adamw, warm-up and decay": Case(
        ScheduleFreeAdamW(0.05, beta2=0.99, eps=1e-6, weight_decay=0.1), schedule_free_adamw, warming_rates
    ),
    "sophia": Case(Sophia(0.05, refresh="after"), partial(sophia, decay=0.0)),
    "sophia, decay": Case(Sophia(0.05, refresh="after", weight_decay=0.1), partial(sophia, decay=0.1)),
    "lion": Case(Lion(0.02, weight_decay=1e-3), lambda optax, rate: optax.lion(rate)),
    "amsgrad": Case(AMSGrad(0.05, convention="optax"), lambda optax, rate: optax.amsgrad(rate)),
    "amsgrad, paper": Case(
        AMSGrad(0.05, convention="paper"),
        lambda optax, rate: optax.amsgrad(rate, bias_correction_mu=False, bias_correction_nu=False),
    ),
    "nadam": Case(NAdam(0.05, convention="constant"), lambda optax, rate: optax.nadam(rate)),
    "radam": Case(RAdam(0.001, convention="optax"), lambda optax, rate: optax.radam(rate)),
    "rmsprop": Case(RMSProp(0.02, 0.9, eps_placement="inside"), lambda optax, rate: optax.rmsprop(rate)),
    "rmsprop, rolling": Case(
        RMSProp(0.005, 0.95, 1e-6, "inside", momentum=0.9, rate_placement="inside"),
        lambda optax, rate: optax.rmsprop(rate, 0.95, 1e-6, momentum=0.9),
    ),
    "rmsprop, centred": Case(
        RMSProp(0.005, 0.95, 1e-2, "inside", centered=True),
        lambda optax, rate: optax.rmsprop(rate, 0.95, 1e-2, centered=True),
    ),
    "adagrad": Case(AdaGrad(0.3, 1e-7, 0.1, eps_placement="inside"), lambda optax, rate: optax.adagrad(rate)),
}
"""By name: our optimizer, and Optax's as a function of the module and the rate, a number or a schedule."""


def walk(case: Case, rates: list[float]) -> Walk:
    """Return Optax's path as a function of where it starts and what it is told."""
    import jax
    import optax

    jax.config.update("jax_enable_x64", True)
    numbers = partial(jax.numpy.asarray, dtype="float64")
    table = numbers(rates)
    rule = case.make(optax, (lambda count: table[count]) if len(set(rates)) > 1 else rates[0])
    update = jax.jit(rule.update)
    averaged = isinstance(case.optimizer, ScheduleFreeSGD | ScheduleFreeAdamW)

    def path(start: Array, slope: Ask, diagonal: Ask) -> Array:
        params, state, reported = numbers(start), rule.init(numbers(start)), [start]
        for iteration in range(len(rates)):
            here = np.asarray(params)
            extra = {"diagonal": numbers(diagonal(iteration, here))} if isinstance(case.optimizer, Sophia) else {}
            updates, state = update(numbers(slope(iteration, here)), state, params, **extra)
            params = optax.apply_updates(params, updates)
            shown = optax.contrib.schedule_free_eval_params(state, params) if averaged else params
            reported.append(np.asarray(shown))
        return np.array(reported)

    return path


if __name__ == "__main__":
    write("optax", CASES, walk)
