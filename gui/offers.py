"""What the lists of optimizers and of schedules offer; their files are imported when a list is opened."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from engine.optimizer import FAMILIES
from engine.optimizers import OPTIMIZERS
from engine.schedules import SCHEDULES
from gui.translation.sentences import data_text
from gui.widgets.choice import Choice, Offer

if TYPE_CHECKING:
    from engine.optimizer import Optimizer
    from engine.schedules import Schedule


def _optimizer(name: str) -> Choice:
    return _choice_of(OPTIMIZERS[name])


def _optimizers() -> tuple[Choice, ...]:
    """Return all of them, family by family."""
    classes = sorted(OPTIMIZERS.values(), key=lambda cls: FAMILIES.index(cls.family))
    return tuple(_choice_of(cls) for cls in classes)


def _choice_of(cls: type[Optimizer]) -> Choice:
    also = (*OPTIMIZERS.short_names(cls.name), cls.source)
    return Choice(cls.name, data_text(cls.title), data_text(cls.family), _help(cls, cls.source), also)


def _schedule(name: str) -> Choice:
    cls = SCHEDULES[name]
    return Choice(cls.name, data_text(cls.title), help=_help(cls))


def _schedules() -> tuple[Choice, ...]:
    return tuple(_schedule(name) for name in SCHEDULES)


def _help(cls: type[Optimizer | Schedule], source: str = "") -> str:
    """Return formula, summary and source as rich text, a paragraph each."""
    formula, summary = escape(cls.formula), escape(data_text(cls.summary))
    parts = (f"<b>{formula}</b>", summary, f"<small>{escape(source)}</small>" if source else "")
    return "".join(f"<p style='margin:0 0 4px 0'>{part}</p>" for part in parts if part)


OPTIMIZER_OFFER = Offer(_optimizer, _optimizers)
SCHEDULE_OFFER = Offer(_schedule, _schedules)
