"""What a long list offers, made only when somebody looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Choice(NamedTuple):
    """One entry of a list."""

    name: str
    title: str
    group: str = ""
    """The heading under which it stands."""
    help: str = ""
    """Rich text: what it is."""
    also: tuple[str, ...] = ()
    """Other words by which it is found."""

    def fits(self, text: str) -> bool:
        """Whether every typed word is in one of its words."""
        words = " ".join((self.name, self.title, self.group, *self.also)).casefold()
        return all(word in words for word in text.casefold().split())

    def nearness(self, text: str) -> int:
        """Return how well it fits: 0 if it is called so, 1 if its title begins so, else 2."""
        typed = text.strip().casefold()
        if typed in (word.casefold() for word in (self.name, self.title, *self.also)):
            return 0
        return 1 if self.title.casefold().startswith(typed) else 2


class Offer(NamedTuple):
    """A list of choices; `one` answers without making the others."""

    one: Callable[[str], Choice]
    all: Callable[[], tuple[Choice, ...]]


def best(choices: Iterable[Choice], text: str) -> Choice | None:
    """Return the choice that a typed text most likely means."""
    return min((choice for choice in choices if choice.fits(text)), key=lambda c: c.nearness(text), default=None)
