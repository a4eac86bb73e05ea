"""Which of the bars of |x − |y|| open and which close: all ways to pair them are counted, and only one may exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from surfaces.formula.errors import FormulaError

if TYPE_CHECKING:
    from surfaces.formula.tokens import Token

MAX_OPEN_BARS = 12
MAX_BARS = 100

_EXPECTING, _OPERAND, _OPENED = range(3)
_NEEDS_LEFT = ("*", "/", "^", "<")
_BETWEEN_TERMS = ("+", "-", ",", "<")
_OPEN, _CLOSE = "|(", ")|"


class _State(NamedTuple):
    """How many bars are open, and whether an operand has just ended, is expected, or a bar has just opened."""

    opened: int
    place: int


class _Step(NamedTuple):
    """In how many ways a state is reached (2 stands for more), the state before it and the bar's role."""

    ways: int
    before: _State | None
    role: str


_BEGIN: dict[_State, _Step] = {_State(0, _EXPECTING): _Step(1, None, "")}


def pair_bars(tokens: list[Token]) -> list[Token]:
    """Turn every bar into an opening or a closing one.

    A bar opens where no operand stands before it and closes where an operand must end; in between, as in
    ``|x|y|z|``, both may hold, and a text that can be read in two ways is refused.

    Raises
    ------
    FormulaError
        When a bar has no partner or the pairs are not certain.
    """
    bars = [token for token in tokens if token.kind == "|"]
    if not bars:
        return tokens
    if len(bars) > MAX_BARS:
        raise FormulaError(f"The formula has more than {MAX_BARS} bars; write abs(…).", bars[MAX_BARS].position)
    roles: dict[int, str] = {}
    for group in _groups(tokens):
        if any(tokens[index].kind == "|" for index in group):
            roles |= _read(tokens, group)
    return [token._replace(kind=roles[index]) if index in roles else token for index, token in enumerate(tokens)]


def _groups(tokens: list[Token]) -> list[list[int]]:
    """Indices that stand in the same brackets; a nested pair is represented by its opening bracket."""
    done: list[list[int]] = []
    open_groups: list[list[int]] = [[]]
    for index, token in enumerate(tokens):
        if token.kind == ")":
            done.append(open_groups.pop())
            continue
        if not _is_power_of_function(tokens, index):
            open_groups[-1].append(index)
        if token.kind == "(":
            open_groups.append([])
    return [*done, *open_groups]


def _is_power_of_function(tokens: list[Token], index: int) -> bool:
    """Whether a token belongs to the ² or ^2 of sin^2 |x|."""
    kinds = [token.kind for token in tokens[max(0, index - 2) : index + 1]]
    return kinds[-2:] in (["function", "^"], ["function", "raised"]) or kinds == ["function", "^", "number"]


def _read(tokens: list[Token], group: list[int]) -> dict[int, str]:
    """Term by term where every term closes its bars, else as a whole: nobody reads 2|x|y + |z||w| across the +."""
    roles = _pairs(tokens, group, is_by_term=True)
    if roles is None:
        roles = _pairs(tokens, group, is_by_term=False)
    if roles is None:
        last = next(tokens[index] for index in reversed(group) if tokens[index].kind == "|")
        raise FormulaError("A bar | of an absolute value is not closed yet; bars come in pairs.", last.position)
    return roles


def _pairs(tokens: list[Token], group: list[int], is_by_term: bool) -> dict[int, str] | None:
    states, history, start = dict(_BEGIN), list[dict[_State, _Step]](), 0
    roles: dict[int, str] = {}
    for at, index in enumerate(group):
        if is_by_term and tokens[index].kind in _BETWEEN_TERMS:
            done = _roles(tokens, group[start:at], states, history)
            if done is not None:
                roles |= done
                states, history, start = dict(_BEGIN), [], at
        following = tokens[group[at + 1]].kind if at + 1 < len(group) else ""
        states = _advance(states, tokens[index].kind, following)
        history.append(states)
    done = _roles(tokens, group[start:], states, history)
    return None if done is None else roles | done


def _advance(states: dict[_State, _Step], kind: str, following: str) -> dict[_State, _Step]:
    reached: dict[_State, _Step] = {}
    for state, step in states.items():
        for then, role in _moves(state, kind, following):
            known = reached.get(then)
            ways = min(2, step.ways + (known.ways if known else 0))
            reached[then] = _Step(ways, state, role)
    return reached


def _moves(state: _State, kind: str, following: str) -> list[tuple[_State, str]]:
    opened, place = state
    if kind == "|":
        moves = [(_State(opened - 1, _OPERAND), _CLOSE)] if opened and place == _OPERAND else []
        # In |x| - y|z| nobody reads the second bar as an opening one.
        if opened < MAX_OPEN_BARS and not (moves and following in ("+", "-")):
            moves.append((_State(opened + 1, _OPENED), _OPEN))
        return moves
    if kind in _NEEDS_LEFT and place == _OPENED:
        return []
    if kind == ",":
        return [(_State(0, _EXPECTING), "")] if opened == 0 else []
    if kind == "raised":
        return [(state, "")]
    is_operand = kind in ("number", "name", "(")
    return [(_State(opened, _OPERAND if is_operand else _EXPECTING), "")]


def _roles(
    tokens: list[Token], group: list[int], states: dict[_State, _Step], history: list[dict[_State, _Step]]
) -> dict[int, str] | None:
    """The roles of a group's bars, ``None`` when they do not all close; raises when there are several ways."""
    ends = [state for state in states if state.opened == 0]
    if not ends:
        return None
    if sum(states[state].ways for state in ends) > 1:
        bars = [tokens[index] for index in group if tokens[index].kind == "|"]
        raise FormulaError(
            "These bars can be paired in more than one way; write abs(…) or put * between the factors.",
            bars[0].position,
            bars[-1].end - bars[0].position,
        )
    roles: dict[int, str] = {}
    state: _State | None = ends[0]
    for reached, index in zip(reversed(history), reversed(group), strict=True):
        assert state is not None
        step = reached[state]
        if step.role:
            roles[index] = step.role
        state = step.before
    return roles
