"""Hyperparameters: what an optimizer or a schedule lets a person choose, declared beside its equation."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_KEY = "hyperparameter"
_PART = "part"
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
    is_part : bool
        Whether it is an optimizer or a schedule, chosen by name, whose own hyperparameters follow.
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
    is_part: bool = False

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


def part(table: Callable[[], Mapping[str, type[Declared]]], default: str, help: str) -> Any:
    """Declare a hyperparameter that is itself declared: an optimizer or a schedule inside another one.

    It is named by its key in `table`, short or long, and its own hyperparameters are called ``<field>.<name>``.
    """
    return dataclasses.field(default_factory=lambda: table()[default](), metadata={_PART: table, _KEY: (default, help)})


def hyperparameters(owner: Any) -> tuple[Hyperparameter, ...]:
    """Return the hyperparameters that a dataclass (or an instance of one) declares, in order.

    A part is a choice between names, followed by the hyperparameters of the one that `owner` has (of the default
    one, for a class).
    """
    found: list[Hyperparameter] = []
    for field in dataclasses.fields(owner):
        if _PART not in field.metadata:
            found.append(_plain(field))
            continue
        default, help_text = field.metadata[_KEY]
        names = tuple(field.metadata[_PART]())
        found.append(Hyperparameter(field.name, default, 0.0, 0.0, "", help_text, 0.0, 0.0, names, is_part=True))
        inner = _default_of(field) if isinstance(owner, type) else getattr(owner, field.name)
        found += [dataclasses.replace(p, name=f"{field.name}.{p.name}") for p in hyperparameters(inner)]
    return tuple(found)


def _plain(field: dataclasses.Field[Any]) -> Hyperparameter:
    return Hyperparameter(name=field.name, default=cast(Value, field.default), **field.metadata[_KEY])


def _default_of(field: dataclasses.Field[Any]) -> Declared:
    return cast("Declared", cast("Callable[[], Any]", field.default_factory)())


class Declared:
    """A frozen dataclass whose fields are declared hyperparameters and are checked when it is made."""

    name: ClassVar[str] = ""
    """The name on the command line and in files."""
    title: ClassVar[str] = ""
    """The name a person reads."""
    aliases: ClassVar[dict[str, str]] = {}
    """Other names of its hyperparameters, accepted on input."""

    def __post_init__(self) -> None:
        for field in dataclasses.fields(self):  # type: ignore[arg-type]  # every subclass is a dataclass
            given = getattr(self, field.name)
            is_part = _PART in field.metadata
            object.__setattr__(self, field.name, _checked_part(field, given) if is_part else _plain(field).check(given))

    def values(self) -> dict[str, Value]:
        """Return every hyperparameter by name; a part by its name, followed by its own as ``<field>.<name>``."""
        found: dict[str, Value] = {}
        for field in dataclasses.fields(self):  # type: ignore[arg-type]
            value = getattr(self, field.name)
            if isinstance(value, Declared):
                found[field.name] = value.name
                found.update({f"{field.name}.{name}": inner for name, inner in value.values().items()})
            else:
                found[field.name] = value
        return found

    def full_name(self, name: str) -> str:
        """Return what `values` calls a hyperparameter that may be called by another name; unknown ones stay."""
        head, dot, rest = name.partition(".")
        inner = getattr(self, head, None)
        if dot and isinstance(inner, Declared):
            return f"{head}.{inner.full_name(rest)}"
        return name if name in self.values() else {**_SHORT_NAMES, **self.aliases}.get(name, name)

    def replaced(self, **changes: Any) -> Any:
        """Return a copy with some hyperparameters changed; raises HyperparameterError.

        A part that is named anew begins with its defaults.
        """
        values = self.values()
        renewed = tuple(f"{name}." for name in changes if name in values and values[name] != changes[name])
        kept = {name: value for name, value in values.items() if not name.startswith(renewed)} if renewed else values
        return make(type(self), {**kept, **changes})


_MOST_LISTED = 20


def listed(names: Iterable[str], given: object) -> str:
    """Return names for a sentence about one that is not among them: all of a few, of many those most like it."""
    known = list(names)
    if len(known) <= _MOST_LISTED:
        return ", ".join(known)
    from difflib import get_close_matches  # needed for a mistake only

    near = get_close_matches(str(given), known, n=5, cutoff=0.4) or known[:5]
    return f"{', '.join(near)}, … ({len(known)} in all)"


def _checked_part(field: dataclasses.Field[Any], given: Any) -> Declared:
    table = field.metadata[_PART]()
    if isinstance(given, str) and given in table:
        return cast("Declared", table[given]())
    if isinstance(given, Declared) and table.get(given.name) is type(given):
        return given
    raise HyperparameterError(f"{field.name} is one of {listed(table, given)}, not {given!r}.")


def _replaced_part(name: str, chosen: Declared, changes: Mapping[str, Any]) -> Declared:
    try:
        return cast("Declared", chosen.replaced(**changes))
    except HyperparameterError as error:
        raise HyperparameterError(f"{name}: {error}") from error


D = TypeVar("D", bound=Declared)


def make(cls: type[D], values: Mapping[str, Any]) -> D:
    """Make a declared object from values by name; ``part.name`` is a hyperparameter of a part.

    Raises
    ------
    HyperparameterError
        For a name that `cls` does not declare, with the names it does, or a value it cannot take.
    """
    fields = {field.name: field for field in dataclasses.fields(cls)}  # type: ignore[arg-type]
    short = {**_SHORT_NAMES, **cls.aliases}
    named: dict[str, Any] = {}
    inner: dict[str, dict[str, Any]] = {}
    for name, value in values.items():
        head, dot, rest = name.partition(".")
        if dot and head in fields and _PART in fields[head].metadata:
            inner.setdefault(head, {})[rest] = value
        else:
            named[name if name in fields else short.get(name, name)] = value
    for name in named:
        if name not in fields:
            allowed = ", ".join(p.name for p in hyperparameters(cls) if "." not in p.name) or "none"
            raise HyperparameterError(f"{cls.name} has no hyperparameter {name!r}; it has: {allowed}.")
    for name, own in inner.items():
        chosen = _checked_part(fields[name], named.get(name, _default_of(fields[name])))
        named[name] = _replaced_part(name, chosen, own)
    return cls(**named)
