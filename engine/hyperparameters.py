"""Hyperparameters: what an optimizer or a schedule lets a person choose, declared beside its equation."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEY = "hyperparameter"
_SHORT_NAMES = {"lr": "learning_rate"}

Value = float | int | bool | str


class HyperparameterError(ValueError):
    """A hyperparameter that does not exist or a value it cannot take; the text says what is allowed."""


@dataclass(frozen=True)
class Hyperparameter:
    """One declared hyperparameter.

    Attributes
    ----------
    name : str
        The field's name, PyTorch's where it has one.
    default : Value
        The value a fresh optimizer has; its type is the hyperparameter's type.
    low, high : float
        The range of its slider.
    scale : str
        How the slider runs: ``"linear"``, ``"log"`` or ``"one-minus"`` (logarithmic in 1 − value).
    help : str
        One sentence: what it does.
    minimum : float
        The smallest value that may be typed.
    below : float
        Every typed value must lie below this.
    choices : tuple of str
        The named variants, for a hyperparameter that is a choice.
    """

    name: str
    default: Value
    low: float
    high: float
    scale: str
    help: str
    minimum: float
    below: float
    choices: tuple[str, ...] = ()

    def check(self, value: Any) -> Value:
        """Return `value` in this hyperparameter's type; raise HyperparameterError if it cannot be taken."""
        if self.choices:
            return self._checked_choice(value)
        if isinstance(self.default, bool):
            return self._checked_switch(value)
        return self._checked_number(value)

    def _checked_choice(self, value: Any) -> str:
        if value not in self.choices:
            raise HyperparameterError(f"{self.name} is one of {', '.join(self.choices)}, not {value!r}.")
        return str(value)

    def _checked_switch(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise HyperparameterError(f"{self.name} is true or false, not {value!r}.")
        return value

    def _checked_number(self, value: Any) -> float | int:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not _is_finite(value):
            raise HyperparameterError(f"{self.name} must be a finite number, not {value!r}.")
        if isinstance(self.default, int) and value != int(value):
            raise HyperparameterError(f"{self.name} must be a whole number, not {value!r}.")
        if value < self.minimum:
            raise HyperparameterError(f"{self.name} must be at least {self.minimum:g}, not {value:g}.")
        if value >= self.below:
            raise HyperparameterError(f"{self.name} must be below {self.below:g}, not {value:g}.")
        return type(self.default)(value)  # type: ignore[return-value]


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number beyond the range of floats
        return False


def number(
    default: float,
    low: float,
    high: float,
    help: str,
    *,
    scale: str = "linear",
    minimum: float = 0.0,
    below: float = math.inf,
) -> Any:
    """Declare a numeric hyperparameter as a dataclass field (an int default makes it a whole number)."""
    rest = {"low": low, "high": high, "scale": scale, "help": help, "minimum": minimum, "below": below}
    return dataclasses.field(default=default, metadata={_KEY: rest})


def choice(choices: tuple[str, ...], help: str) -> Any:
    """Declare a choice between named variants; the first is the default."""
    rest = {"low": 0.0, "high": 0.0, "scale": "", "help": help, "minimum": 0.0, "below": 0.0}
    return dataclasses.field(default=choices[0], metadata={_KEY: {**rest, "choices": choices}})


def switch(default: bool, help: str) -> Any:
    """Declare an on/off hyperparameter."""
    rest = {"low": 0.0, "high": 1.0, "scale": "", "help": help, "minimum": 0.0, "below": 2.0}
    return dataclasses.field(default=default, metadata={_KEY: rest})


def hyperparameters(owner: Any) -> tuple[Hyperparameter, ...]:
    """Return the hyperparameters that a dataclass (or an instance of one) declares, in order."""
    fields = dataclasses.fields(owner)
    return tuple(
        Hyperparameter(name=field.name, default=cast(Value, field.default), **field.metadata[_KEY]) for field in fields
    )


class Declared:
    """A frozen dataclass whose fields are declared hyperparameters and are checked when it is made."""

    name: ClassVar[str] = ""
    """The name on the command line and in files."""
    title: ClassVar[str] = ""
    """The name a person reads."""

    def __post_init__(self) -> None:
        for parameter in hyperparameters(self):
            checked = parameter.check(getattr(self, parameter.name))
            object.__setattr__(self, parameter.name, checked)

    def values(self) -> dict[str, Value]:
        """Return every hyperparameter by name."""
        return {parameter.name: getattr(self, parameter.name) for parameter in hyperparameters(self)}

    def replaced(self, **changes: Any) -> Any:
        """Return a copy with some hyperparameters changed; raises HyperparameterError."""
        return make(type(self), {**self.values(), **changes})


D = TypeVar("D", bound=Declared)


def make(cls: type[D], values: Mapping[str, Any], aliases: Mapping[str, str] | None = None) -> D:
    """Make a declared object from values by name.

    Raises
    ------
    HyperparameterError
        For a name that `cls` does not declare, with the names it does, or a value it cannot take.
    """
    known = {parameter.name for parameter in hyperparameters(cls)}
    short = {**_SHORT_NAMES, **(aliases or {})}
    named = {name if name in known else short.get(name, name): value for name, value in values.items()}
    for name in named:
        if name not in known:
            allowed = ", ".join(p.name for p in hyperparameters(cls)) or "none"
            raise HyperparameterError(f"{cls.name} has no hyperparameter {name!r}; it has: {allowed}.")
    return cls(**named)
