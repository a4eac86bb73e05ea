"""A formula as small rich text for labels: x<sup>2</sup>/20 + y<sup>2</sup>."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surfaces.formula.expression import parse
from surfaces.formula.functions import CONSTANTS
from surfaces.formula.tree import Call, Chain, Choice, Expression, Name, Negative, Number, Power

if TYPE_CHECKING:
    from collections.abc import Iterable

_SUM, _PRODUCT, _SIGN, _POWER, _ATOM = range(5)
_ROOTS = {"sqrt": "√", "cbrt": "∛"}
_JOIN = {"+": " + ", "-": " − ", "*": "·", "/": "/"}


def to_html(text: str, variables: Iterable[str] = ("x", "y"), parameters: Iterable[str] = ()) -> str:
    """Rich text of a typed formula: italic names, raised exponents, · for products, − for minus.

    Raises
    ------
    FormulaError
        When the text is not a formula.
    """
    return _html(parse(text, variables, parameters))


def _html(expression: Expression, at_least: int = _SUM) -> str:
    """Markup, in brackets when the expression binds less tightly than its place asks for."""
    shown = _bare(expression)
    return f"({shown})" if _strength(expression) < at_least else shown


def _strength(expression: Expression) -> int:
    match expression:
        case Chain(operators=operators):
            return _SUM if operators[0] == "+" else _PRODUCT
        case Negative():
            return _SIGN
        case Number(value=value):
            return _PRODUCT if "e" in repr(value) else _ATOM
        case Power():
            return _POWER
    return _ATOM


def _bare(expression: Expression) -> str:
    match expression:
        case Number(value=value):
            return _number(value)
        case Name(name="pi"):
            return "π"
        case Name(name=name):
            return name if name in CONSTANTS else f"<i>{name}</i>"
        case Negative(operand=operand):
            return f"−{_html(operand, _POWER)}"
        case Chain():
            return _chain(expression)
        case Power(base=base, exponent=exponent):
            return f"{_html(base, _ATOM)}<sup>{_html(exponent)}</sup>"
        case Call():
            return _call(expression)
        case Choice():
            sign = {"<": "&lt;", ">": "&gt;", "<=": "≤", ">=": "≥"}[expression.comparison]
            condition = f"{_html(expression.left)} {sign} {_html(expression.right)}"
            return f"where({condition}, {_html(expression.then)}, {_html(expression.otherwise)})"


def _chain(chain: Chain) -> str:
    inner = _PRODUCT if chain.operators[0] == "+" else _SIGN
    shown = _html(chain.operands[0], inner)
    for sign, operand in zip(chain.operators[1:], chain.operands[1:], strict=True):
        # A minus right behind another sign is set in brackets.
        tight = _POWER if isinstance(operand, Negative) else inner
        shown += _JOIN[sign] + _html(operand, tight)
    return shown


def _call(call: Call) -> str:
    arguments = ", ".join(_html(argument) for argument in call.arguments)
    if call.function == "abs":
        return f"|{arguments}|"
    if call.function in _ROOTS:
        return f"{_ROOTS[call.function]}{_html(call.arguments[0], _ATOM)}"
    return f"{call.function}({arguments})"


def _number(value: float) -> str:
    digits, _, exponent = repr(value).partition("e")
    digits = digits.removesuffix(".0")
    if not exponent:
        return digits
    raised = str(int(exponent)).replace("-", "−")
    return f"{digits}·10<sup>{raised}</sup>"
