"""What is said about a formula that cannot be read: one sentence that helps, and the place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from surfaces.formula.characters import GREEK
from surfaces.formula.errors import FormulaError
from surfaces.formula.functions import ARITY, CONSTANTS, OPEN_ENDED, SYNONYMS

if TYPE_CHECKING:
    from surfaces.formula.tokens import Token

_FLAT = "is flat between its jumps, so every gradient is 0; where(…) builds pieces with slopes"
_REFUSED = {
    **dict.fromkeys(("floor", "ceil", "round", "trunc", "int"), _FLAT),
    **dict.fromkeys(("mod", "fmod", "frac"), "jumps endlessly; sin and cos repeat smoothly"),
    **dict.fromkeys(("factorial", "gamma", "binomial"), "is only known for whole numbers here"),
    **dict.fromkeys(("sum", "prod"), "is not known; write the terms out"),
    **dict.fromkeys(("diff", "grad", "gradient"), "is not needed; the derivatives are worked out for you"),
    **dict.fromkeys(("rand", "random", "randn"), "has no fixed value, so it is no function of the coordinates"),
}
_FUNCTION_LETTERS = ("f", "g", "h")
_LETTER = re.compile(rf"[A-Za-z{''.join(GREEK)}][0-9]*(?:_[A-Za-z0-9]+)?")


def _between(message: str, first: Token, last: Token) -> FormulaError:
    return FormulaError(message, first.position, last.end - first.position)


def _at(message: str, token: Token) -> FormulaError:
    return FormulaError(message, token.position, token.length)


def _shown(token: Token) -> str:
    return {"|(": "|", ")|": "|"}.get(token.kind, token.text)


def missing_operand(tokens: list[Token], at: int) -> FormulaError:
    """Something is needed where a token of another kind, or nothing, stands."""
    before = tokens[at - 1] if at else None
    if at == len(tokens):
        assert before is not None
        return _at(
            f"The formula is not finished: after “{_shown(before)}” a number, a name or a bracket is missing.", before
        )
    token = tokens[at]
    if before is None:
        return _at(f"A formula cannot begin with “{_shown(token)}”; something is missing before it.", token)
    if before.kind == "(" and token.kind == ")":
        return _between(
            "There is nothing between these brackets yet; put a number, a name or a formula there.", before, token
        )
    return _at(f"Between “{_shown(before)}” and “{_shown(token)}” a number, a name or a bracket is missing.", token)


def unexpected(tokens: list[Token], at: int) -> FormulaError:
    """A token stands where the formula, or a bracket, could only end."""
    token = tokens[at]
    if token.kind == ",":
        decimal = _decimal_comma(tokens, at)
        return decimal or _at("A comma only stands between the arguments of a function, as in max(x, y).", token)
    if token.kind == "<":
        return _at(f"A comparison by {token.text} only stands once, first in where(x < 0, …, …).", token)
    return _at(f"“{_shown(token)}” cannot stand here; a sign or a bracket is missing before it.", token)


def _decimal_comma(tokens: list[Token], at: int) -> FormulaError | None:
    around = tokens[at - 1 : at + 2]
    if at < 1 or len(around) < 3 or around[0].kind != "number" or around[2].kind != "number":
        return None
    left, comma, right = around
    if left.end != comma.position or comma.end != right.position:
        return None
    meant = f"{left.text}.{right.text}"
    return _between(f"Decimals are written with a point: {meant} instead of {left.text},{right.text}.", left, right)


def no_sign(before: Token, token: Token) -> FormulaError:
    """A number directly behind another value."""
    left, right = _shown(before), token.text
    means = f"write {left}^{right} for a power" if before.kind == "name" else "write * for a product"
    return _between(f"A sign is missing between “{left}” and “{right}”; {means}.", before, token)


def unclear_quotient(start: int, before: Token, token: Token) -> FormulaError:
    """1/2x."""
    left = before.text if before.position == start else "(…)"
    right = _shown(token) if token.kind in ("name", "number") else "(…)"
    message = f"It is not clear whether “{right}” divides too; write /({left}*{right}) or /{left}*{right}."
    return FormulaError(message, start, token.end - start)


def unclear_exponent(before: Token, token: Token) -> FormulaError:
    """e^2x."""
    left, right = _shown(before), _shown(token)
    return _between(
        f"It is not clear where the exponent ends; write ^({left}*{right}) or ^{left}*{right}.", before, token
    )


def unclear_root(before: Token, token: Token) -> FormulaError:
    """√xy and √x²."""
    return _between("It is not clear how far the root goes; write √(…) with brackets.", before, token)


def unclear_argument(before: Token, token: Token) -> FormulaError:
    """Sin x(y + 1)."""
    return _between(
        "It is not clear where the function's argument ends; put it in brackets, as in sin(x).", before, token
    )


def two_powers(token: Token) -> FormulaError:
    """x²^3."""
    return _at("It is not clear what this power belongs to; use brackets, as in (x^2)^3.", token)


def bare_function(token: Token) -> FormulaError:
    """A function's name without an argument."""
    commas = ", …" * (ARITY[token.text] - 1)
    return _at(f"“{token.text}” is a function; write {token.text}(…{commas}).", token)


def power_of_function(function: Token, number: Token) -> FormulaError:
    """sin^-1 x, sin^n x."""
    name = function.text
    inverse = f"; the inverse is a{name}(…)" if f"a{name}" in ARITY else ""
    last = number if number.end else function
    return _between(f"Write the power behind the brackets, as in {name}(…)^n{inverse}.", function, last)


def no_comparison(token: Token) -> FormulaError:
    """where(x, …)."""
    return _at("“where” first takes a comparison by <, >, <= or >=, as in where(x < 0, -x, x^2).", token)


def wrong_count(token: Token, count: int, tokens: list[Token]) -> FormulaError:
    """max(x)."""
    arity, name = ARITY[token.text], token.text
    wanted = "one argument" if arity == 1 else f"{arity} arguments"
    least = "at least " if name in OPEN_ENDED else ""
    example = f"{name}({', '.join(['x', 'y', '1'][:arity])})" if name != "where" else "where(x < 0, -x, x^2)"
    after = tokens[tokens.index(token) :]
    comma = any(_decimal_comma(after, at) for at, other in enumerate(after) if other.kind == ",")
    hint = " Decimals are written with a point, as in 0.5." if comma and count > arity else ""
    return _between(f"“{name}” takes {least}{wanted}, as in {example}, not {count}.{hint}", token, after[-1])


def looks_like_a_call(token: Token) -> bool:
    """Whether a name before a bracket is meant as a function: every word, f, g and h, and e."""
    if token.text in _FUNCTION_LETTERS or token.text == "e":
        return True
    return token.text not in CONSTANTS and not token.joined and not _LETTER.fullmatch(token.text)


def no_function(token: Token) -> FormulaError:
    """``sni(x)``, ``floor(x)``, ``f(x)``."""
    name = token.text
    if name == "e":
        return _at("Write e^(…) for the exponential function and e*(…) for a product.", token)
    if name in _REFUSED:
        return _at(f"“{name}” {_REFUSED[name]}.", token)
    if name in _FUNCTION_LETTERS:
        return _at(f"“{name}” is no function here; for a product write {name}*(…).", token)
    from difflib import get_close_matches  # needed for a mistake only

    near = get_close_matches(name.lower(), [*ARITY, *SYNONYMS], n=2, cutoff=0.6)
    glued = next((known for known in ARITY if name.endswith(known) and len(name) - len(known) == 1), "")
    if glued:
        near = [f"{name[: -len(glued)]}*{glued}(…)"]
    hint = f"did you mean {' or '.join(near)}?" if near else f"for a product write {name}*(…)."
    return _at(f"There is no function “{name}”; {hint}", token)
