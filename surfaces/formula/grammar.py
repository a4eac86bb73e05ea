"""The grammar of typed formulas: sums of products of powers, products also without a sign between the factors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surfaces.formula import mistakes
from surfaces.formula.functions import ARITY, CONSTANTS, OPEN_ENDED
from surfaces.formula.tokens import MAX_DEPTH, Token, too_deep
from surfaces.formula.tree import Call, Chain, Choice, Expression, Name, Negative, Number, Power

if TYPE_CHECKING:
    from collections.abc import Callable

_BEGINNINGS = ("number", "name", "function", "(", "|(", "√")
_END = Token("end", "", 0, 0)


def read_tokens(tokens: list[Token]) -> Expression:
    """The tree of a formula's tokens; every mistake is a FormulaError."""
    try:
        return _Reader(tokens).read()
    except RecursionError:  # where the caller itself is deep already
        raise too_deep() from None


class _Reader:
    """Recursive descent; every level of nesting passes :meth:`_deeper`, which bounds it."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._caret_end = -1
        """Where an exponent after ^ ended."""
        self._root_end = -1
        """Where the operand of a root sign ended."""

    def read(self) -> Expression:
        tree = self._sum()
        if self._kind != "end":
            raise mistakes.unexpected(self._tokens, self._at)
        return tree

    @property
    def _token(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else _END

    @property
    def _kind(self) -> str:
        return self._token.kind

    @property
    def _ended(self) -> int:
        """Where the last token that was read ends."""
        return self._tokens[self._at - 1].end

    def _next(self) -> Token:
        token = self._token
        self._at += 1
        return token

    def _deeper(self, read: Callable[[], Expression]) -> Expression:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise too_deep(self._token.position)
        inner = read()
        self._depth -= 1
        return inner

    def _sum(self) -> Expression:
        start = self._token.position
        operators, operands = ["+"], [self._product()]
        while self._kind in ("+", "-"):
            operators.append(self._next().kind)
            operands.append(self._product())
        return self._chain(operators, operands, start)

    def _product(self) -> Expression:
        start = self._token.position
        operators, operands = ["*"], [self._signed()]
        while True:
            if self._kind in ("*", "/"):
                operators.append(self._next().kind)
                operands.append(self._signed())
            elif self._kind in _BEGINNINGS:
                self._check_factor(operators, operands)
                operators.append("*")
                operands.append(self._power())
            else:
                return self._chain(operators, operands, start)

    def _chain(self, operators: list[str], operands: list[Expression], start: int) -> Expression:
        if len(operands) == 1:
            return operands[0]
        return Chain(tuple(operators), tuple(operands), start, self._ended)

    def _check_factor(self, operators: list[str], operands: list[Expression]) -> None:
        """Refuse a factor without a sign before it where it is not certain what it belongs to."""
        before, token = self._tokens[self._at - 1], self._token
        touches = before.end == token.position
        if token.kind == "number":
            raise mistakes.no_sign(before, token)
        if operators[-1] == "/":
            is_fraction = all(isinstance(operand, Number) for operand in operands[-2:])
            if touches or not is_fraction:
                raise mistakes.unclear_quotient(operands[-1].position, before, token)
        base = operands[-1].base if isinstance(operands[-1], Power) and self._caret_end == self._at else None
        is_constant = isinstance(base, Number) or (isinstance(base, Name) and base.name in CONSTANTS)
        if base and touches and (token.joined or is_constant):
            raise mistakes.unclear_exponent(before, token)
        if self._root_end == self._at and token.joined:
            raise mistakes.unclear_root(before, token)

    def _signed(self) -> Expression:
        if self._kind == "-":
            start = self._next().position
            operand = self._deeper(self._signed)
            return Negative(operand, start, self._ended)
        if self._kind == "+":
            self._next()
            return self._deeper(self._signed)
        return self._power()

    def _power(self) -> Expression:
        start = self._token.position
        base = self._primary()
        if self._kind == "raised":
            base = self._raised(base)
            if self._kind in ("^", "raised"):
                raise mistakes.two_powers(self._token)
        elif self._kind == "^":
            self._next()
            exponent = self._deeper(self._exponent)
            base = Power(base, exponent, start, self._ended)
            self._caret_end = self._at
        return base

    def _raised(self, base: Expression) -> Power:
        token = self._next()
        number: Expression = Number(abs(token.value), token.position, token.end)
        if token.value < 0:
            number = Negative(number, token.position, token.end)
        return Power(base, number, base.position, token.end)

    def _exponent(self) -> Expression:
        if self._kind == "-":
            start = self._next().position
            operand = self._deeper(self._exponent)
            return Negative(operand, start, self._ended)
        if self._kind == "+":
            self._next()
        return self._power()

    def _primary(self) -> Expression:
        token = self._token
        match token.kind:
            case "number":
                self._next()
                return Number(token.value, token.position, token.end)
            case "name":
                return self._name()
            case "function":
                return self._deeper(self._function)
            case "(":
                return self._bracketed(")")
            case "|(":
                inner = self._bracketed(")|")
                return Call("abs", (inner,), token.position, self._ended)
            case "√":
                return self._deeper(self._root)
        raise mistakes.missing_operand(self._tokens, self._at)

    def _bracketed(self, closing: str) -> Expression:
        self._next()
        inner = self._deeper(self._sum)
        if self._kind != closing:
            raise mistakes.unexpected(self._tokens, self._at)
        self._next()
        return inner

    def _name(self) -> Expression:
        token = self._next()
        if self._kind == "(" and mistakes.looks_like_a_call(token):
            raise mistakes.no_function(token)
        return Name(token.text, token.position, token.end)

    def _root(self) -> Expression:
        sign = self._next()
        if self._kind not in _BEGINNINGS:
            raise mistakes.missing_operand(self._tokens, self._at)
        has_edges = self._kind in ("(", "|(", "function")
        inner = self._primary()
        self._root_end = self._at
        if self._kind in ("^", "raised") and not has_edges:
            raise mistakes.unclear_root(sign, self._token)
        return Call("cbrt" if sign.text == "∛" else "sqrt", (inner,), sign.position, self._ended)

    def _function(self) -> Expression:
        token = self._next()
        power = self._power_of(token)
        if self._kind == "(":
            call = self._choice(token) if token.text == "where" else self._call(token)
        elif ARITY[token.text] == 1 and self._kind in (*_BEGINNINGS, "-"):
            argument = self._argument()
            call = Call(token.text, (argument,), token.position, self._ended)
        else:
            raise mistakes.bare_function(token)
        return Power(call, power, token.position, self._ended) if power else call

    def _power_of(self, function: Token) -> Number | None:
        """The 2 of sin^2 x."""
        if self._kind not in ("^", "raised"):
            return None
        number = self._next()
        if number.kind == "^":
            number = self._token
            if number.kind == "end":
                raise mistakes.missing_operand(self._tokens, self._at)
            if number.kind != "number":
                raise mistakes.power_of_function(function, number)
            self._next()
        if number.value < 0 or ARITY[function.text] != 1:
            raise mistakes.power_of_function(function, number)
        return Number(number.value, number.position, number.end)

    def _argument(self) -> Expression:
        """What sin 2x takes without brackets: factors without signs between them, up to the next function."""
        start = self._token.position
        if self._kind == "-":
            self._next()
            inner = self._deeper(self._argument)
            return Negative(inner, start, self._ended)
        operands = [self._power()]
        while self._kind in _BEGINNINGS and self._kind != "function":
            if self._kind in ("(", "|("):
                raise mistakes.unclear_argument(self._tokens[self._at - 1], self._token)
            self._check_factor(["*"], operands)
            operands.append(self._power())
        return self._chain(["*"] * len(operands), operands, start)

    def _call(self, token: Token) -> Call:
        arguments = self._arguments(self._sum)
        arity = ARITY[token.text]
        if len(arguments) < arity or (len(arguments) > arity and token.text not in OPEN_ENDED):
            raise mistakes.wrong_count(token, len(arguments), self._tokens[: self._at])
        return Call(token.text, tuple(arguments), token.position, self._ended)

    def _choice(self, token: Token) -> Choice:
        signs: list[str] = []

        def compared() -> Expression:
            left = self._sum()
            if self._kind == "<":
                signs.append(self._next().text)
                return Chain(("+", "-"), (left, self._sum()), left.position, self._ended)
            raise mistakes.no_comparison(token)

        parts = self._arguments(self._sum, first=compared)
        if len(parts) != 3:
            raise mistakes.wrong_count(token, len(parts), self._tokens[: self._at])
        assert isinstance(parts[0], Chain)
        left, right = parts[0].operands
        return Choice(signs[0], left, right, parts[1], parts[2], token.position, self._ended)

    def _arguments(
        self, read: Callable[[], Expression], first: Callable[[], Expression] | None = None
    ) -> list[Expression]:
        """The arguments in brackets, each with a comma before the next."""
        self._next()
        arguments = [(first or read)()]
        while self._kind == ",":
            self._next()
            arguments.append(read())
        if self._kind != ")":
            raise mistakes.unexpected(self._tokens, self._at)
        self._next()
        return arguments
