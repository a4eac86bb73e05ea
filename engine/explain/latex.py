r"""The LaTeX of explanations as a tree: the subset that rules, notes and the numbers put into them are written in.

Numbers stand beside the tree, in their order: ``0.9 \cdot 2.1`` and ``0.9 \cdot -7`` differ in their trees and
``0.9 \cdot 2.1`` and ``0.8 \cdot 3`` do not, so the lines of the next step are as good as read already.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from engine.explain.plain_text import SIGNS
from engine.explain.tree import Accented, Bold, Fenced, Fraction, Grid, Node, Number, Root, Row, Scripts, Sign

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_TREES = 2000

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[^\s]")
_PLACE = "#"
_BINARY = {"+": "+", "-": "−", "*": "∗", r"\cdot": "·", r"\times": "×", r"\odot": "⊙", r"\pm": "±", r"\circ": "∘"}
_RELATIONS = {"=": "=", "<": "<", ">": ">", r"\le": "≤", r"\ge": "≥", r"\ne": "≠", r"\leftarrow": "←"}
_RELATIONS |= {r"\wedge": "∧", r"\vee": "∨"}
_SPACES = {r"\,": 3, r"\;": 5, r"\ ": 4, r"\!": -3}
_FENCES = {"(": ")", "[": "]", r"\{": r"\}", "|": "|", r"\|": r"\|", r"\lVert": r"\rVert", r"\langle": r"\rangle"}
_EDGES = {r"\{": "{", r"\}": "}", r"\|": "‖", r"\lVert": "‖", r"\rVert": "‖", r"\langle": "⟨", r"\rangle": "⟩"}
_GRIDS = {"pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "cases": ("{", "")}
_MARKS = {r"\hat": "hat", r"\bar": "bar", r"\tilde": "tilde"}
_WORDS = {r"\mathrm": "word", r"\text": "word", r"\operatorname": "function"}
_FUNCTIONS = (r"\max", r"\min", r"\sum")
_UPRIGHT = (r"\Delta", r"\Lambda", r"\Pi", r"\nabla", r"\infty", r"\ldots", r"\dots")
_SIGNS = {
    **{token: Sign(sign, "upright" if token in _UPRIGHT else "letter") for token, sign in SIGNS.items()},
    **{token: Sign(SIGNS[token], "function") for token in _FUNCTIONS},
    **{token: Sign(sign, "upright") for token, sign in _BINARY.items()},
    **{token: Sign(sign, "relation") for token, sign in _RELATIONS.items()},
    **{token: Sign(str(width), "space") for token, width in _SPACES.items()},
    **{token: Sign(token, "comma") for token in ",;:"},
    r"\top": Sign("⊤", "upright"),
}


class LatexError(ValueError):
    """A text outside the subset."""


def parsed(latex: str) -> tuple[Row, list[str]]:
    """Return the tree of a text, and its numbers.

    Raises
    ------
    LatexError
        For what is outside the subset.
    """
    return _tree(_NUMBER.sub(_PLACE, latex)), _NUMBER.findall(latex)


@lru_cache(MOST_TREES)
def _tree(text: str) -> Row:
    reader = _Reader(_TOKEN.findall(text), _words(text))
    return reader.row("")


def _words(text: str) -> list[str]:
    """Return the contents of words, whose blanks count."""
    return re.findall(r"\\(?:mathrm|operatorname|text)\{([^{}]*)\}", text)


class _Reader:
    """Goes through the tokens once."""

    def __init__(self, tokens: list[str], words: list[str]) -> None:
        self._tokens, self._words = tokens, words
        self._at = self._numbers = 0

    def row(self, *stops: str) -> Row:
        """Return what stands before one of the stops, which is taken too."""
        items: list[Node] = []
        while True:
            token = self._next()
            if token in stops:
                return Row(tuple(items))
            if not token:
                raise LatexError(f"Something is missing: {stops[0]}")
            self._add(token, items)

    def _next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1] if self._at <= len(self._tokens) else ""

    def _add(self, token: str, items: list[Node]) -> None:
        if token in ("^", "_", "'"):
            self._add_script(token, items)
        elif token in _BINARY:
            items.append(Sign(_BINARY[token], "binary" if items and not _is_open(items[-1]) else "upright"))
        else:
            items.append(self._item(token))

    def _add_script(self, token: str, items: list[Node]) -> None:
        script = Row((Sign("′", "upright"),)) if token == "'" else self._argument()
        base = items.pop() if items else Row(())
        raised, lowered = (None, script) if token == "_" else (script, None)
        if isinstance(base, Scripts) and (base.lowered if token == "_" else base.raised) is None:
            raised, lowered = raised or base.raised, lowered or base.lowered
            base = base.base
        items.append(Scripts(base, raised, lowered))

    def _argument(self) -> Row:
        token = self._next()
        return self.row("}") if token == "{" else Row((self._item(token),))

    def _item(self, token: str) -> Node:
        if token == _PLACE:
            self._numbers += 1
            return Number(self._numbers - 1)
        if token == "{":
            return self.row("}")
        if token in _FENCES:
            return Fenced(
                _EDGES.get(token, token), self.row(_FENCES[token]), _EDGES.get(_FENCES[token], _FENCES[token])
            )
        return _COMMANDS[token](self) if token in _COMMANDS else self._sign(token)

    def _sign(self, token: str) -> Node:
        if token in _SIGNS:
            return _SIGNS[token]
        if token.startswith("\\") or token in "&})]":
            raise LatexError(f"Not understood: {token}")
        return Sign(token, "letter" if token.isalpha() else "upright")

    def _word(self, kind: str) -> Node:
        text = self._words.pop(0).replace(r"\ ", " ")
        while self._next() != "}":
            pass
        parts = re.findall("#|[^#]+", text)
        row = [self._item(part) if part == _PLACE else Sign(part, kind) for part in parts]
        return row[0] if len(row) == 1 else Row(tuple(row))

    def _fraction(self) -> Node:
        return Fraction(self._argument(), self._argument())

    def _accent(self, mark: str) -> Node:
        return Accented(self._argument(), mark)

    def _fence(self) -> Node:
        left = self._next()
        inner = self.row(r"\right")
        right = self._next()
        return Fenced(_EDGES.get(left, left), inner, _EDGES.get(right, right))

    def _grid(self) -> Node:
        name = self._name()
        if name not in _GRIDS:
            raise LatexError(f"Not understood: {name}")
        rows: list[tuple[Row, ...]] = []
        cells: list[Row] = []
        while True:
            cells.append(self.row("&", r"\\", r"\end"))
            end = self._tokens[self._at - 1]
            if end != "&":
                rows.append(tuple(cells))
                cells = []
            if end == r"\end":
                self._name()
                return Grid(tuple(rows), *_GRIDS[name])

    def _name(self) -> str:
        self._next()
        letters = ""
        while (token := self._next()) not in ("}", ""):
            letters += token
        return letters


_COMMANDS: dict[str, Callable[[_Reader], Node]] = {
    r"\frac": _Reader._fraction,
    r"\sqrt": lambda reader: Root(reader._argument()),
    r"\mathbf": lambda reader: Bold(reader._argument()),
    r"\left": _Reader._fence,
    r"\begin": _Reader._grid,
    **{token: partial(_Reader._word, kind=kind) for token, kind in _WORDS.items()},
    **{token: partial(_Reader._accent, mark=mark) for token, mark in _MARKS.items()},
}


def _is_open(item: Node) -> bool:
    """Whether what follows begins a new operand, so that a sign before it is no operation."""
    return isinstance(item, Sign) and item.kind in ("binary", "relation", "comma")
