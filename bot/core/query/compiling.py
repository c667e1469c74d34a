"""From what a person typed to a query that matches: every mistake is an error with its column and advice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import re2
from lark import Token, Tree
from lark.exceptions import UnexpectedInput

from bot.core.money import parse_threshold
from bot.core.query import mistakes
from bot.core.query.claims import Claim, Limit, Names, Rates, company
from bot.core.query.fields import STATUSES, field, language, measure
from bot.core.query.grammar import PARSER
from bot.core.query.nodes import And, Expression, Label, Language, Node, Not, Or, StatusIs, Word, leaves
from bot.core.query.patterns import Pattern
from bot.core.query.trees import asks
from bot.core.query.words import plain_signs

# a longer watch is a mistake, and would cost at every article read
MAX_LENGTH = 500
MAX_TERMS = 40
MAX_DEPTH = 10
# each is run over the whole text of every article
MAX_EXPRESSIONS = 5
# google-re2's bound on a compiled expression: ample for what people write, small enough to stay fast
_REGEX_MEMORY = 1 << 20
_SIGNS = {"=>": ">=", "≥": ">=", "≤": "<=", "=<": "<=", "==": "="}
# a figure below this has lost its unit: "10" was meant as 10B
_LEAST = 1000


def build(text: str, companies: Names, rates: Rates | None) -> Node:
    """The tree of a query. Raises QueryError."""
    if not text.strip():
        raise mistakes.empty()
    if len(text) > MAX_LENGTH:
        raise mistakes.too_long(MAX_LENGTH)
    plain = plain_signs(text)
    mistakes.check_depth(plain, MAX_DEPTH)
    try:
        tree = PARSER.parse(plain)
    except UnexpectedInput as error:
        raise mistakes.explain(error, plain) from None
    node = _Builder(companies, rates).node(tree.children[0])
    if sum(1 for _ in leaves(node)) > MAX_TERMS:
        raise mistakes.too_many(MAX_TERMS)
    if sum(isinstance(leaf, Expression) for leaf in leaves(node)) > MAX_EXPRESSIONS:
        raise mistakes.too_many_expressions(MAX_EXPRESSIONS)
    if not asks(node):
        raise mistakes.only_exclusions()
    return node


@dataclass(frozen=True, slots=True)
class _Builder:
    companies: Names
    rates: Rates | None

    def node(self, part: Tree[Token] | Token) -> Node:
        match getattr(part, "data", ""), getattr(part, "children", []):
            case "either", children:
                return _either([self._both(child) for child in children])
            case "without", [_, child]:
                return Not(self.node(child))
            case "without", [child]:
                return Not(self.node(child))
            case "term", [Token() as token]:
                return _term(token)
            case "field", [Token() as name, Token() as value]:
                return self._field(name, value)
            case kind, tokens:
                return self._claim(kind, [token for token in tokens if isinstance(token, Token)])

    def _both(self, part: Tree[Token] | Token) -> list[Node]:
        """What a run of terms without OR asks for, all of it."""
        return [self.node(child) for child in getattr(part, "children", [])]

    def _field(self, name: Token, value: Token) -> Node:
        known = field(name[:-1])
        if known is None:
            raise mistakes.no_such_field(name, value)
        if known in {"case", "title"}:
            return _term(value, exact=known == "case", title=known == "title")
        typed = _unquoted(value)
        if value.type == "REGEX" or not typed:
            raise mistakes.no_value(known, value)
        make: dict[str, Callable[[], Node]] = {
            "company": lambda: company(typed, _pattern(value), self.companies),
            "lang": lambda: _language(value, typed),
            "status": lambda: _status(value, typed),
        }
        if known in make:
            return make[known]()
        return Label(known, typed, _pattern(value), whole=value.type == "PHRASE")

    def _claim(self, kind: str, tokens: list[Token]) -> Node:
        name, amounts = tokens[0], tokens[1:]
        typed = name.rstrip("<>=≤≥: \t\n")
        sign = name[len(typed) :].strip(": \t\n")
        known = measure(typed)
        if known is None:
            raise mistakes.no_such_measure(name, typed)
        signs = {
            "compare": [_SIGNS.get(sign, sign)],
            "equal": ["="],
            "between": [">=", "<="],
            "least": [">="],
            "most": ["<="],
        }[kind]
        limits = tuple(self._limit(*pair) for pair in zip(signs, amounts, strict=True))
        if (
            len(limits) == 2
            and limits[0].amount > limits[1].amount
            and limits[0].currency == limits[1].currency
        ):
            raise mistakes.upside_down(amounts[0], amounts[1])
        return Claim(known, limits)

    def _limit(self, sign: str, token: Token) -> Limit:
        read = parse_threshold(str(token))
        if read is None:
            raise mistakes.no_amount(token)
        amount, currency = read
        if amount < _LEAST:
            raise mistakes.no_unit(token)
        usd = amount if currency == "USD" else None
        if usd is None and self.rates is not None:
            # the day after the table's end: its latest rate
            usd = self.rates.usd(amount, currency, date.max)
        if usd is None:
            raise mistakes.no_rate(token, currency)
        return Limit(sign=sign, amount=amount, currency=currency, usd=usd)


def _either(branches: list[list[Node]]) -> Node:
    """The branches of an OR; an exclusion in any of them counts for all within the same brackets."""
    excluded = [node for branch in branches for node in branch if isinstance(node, Not)]
    asked = [_all(wanted) for branch in branches if (wanted := [n for n in branch if not isinstance(n, Not)])]
    if len(asked) < 2:
        return _all([*_parts(asked), *excluded])
    return _all([Or(tuple(asked)), *excluded])


def _parts(nodes: list[Node]) -> Sequence[Node]:
    return nodes[0].children if len(nodes) == 1 and isinstance(nodes[0], And) else nodes


def _all(nodes: list[Node]) -> Node:
    """All of the nodes; comparisons of one kind are made one: the same fact must meet them all."""
    limits: dict[str, tuple[Limit, ...]] = {}
    for node in nodes:
        if isinstance(node, Claim):
            limits[node.kind] = limits.get(node.kind, ()) + node.limits
    children: list[Node] = []
    for node in nodes:
        if not isinstance(node, Claim):
            children.append(node)
        elif node.kind in limits:
            children.append(Claim(node.kind, limits.pop(node.kind)))
    return children[0] if len(children) == 1 else And(tuple(children))


def _unquoted(token: Token) -> str:
    return (token[1:-1] if token.type == "PHRASE" else str(token)).strip()


def _pattern(token: Token, *, exact: bool = False) -> Pattern:
    typed = _unquoted(token)
    body = typed.rstrip("*")
    quoted = token.type == "PHRASE"
    if "*" in body and not quoted:
        raise mistakes.star_inside(token)
    pattern = Pattern.read(body, exact=exact, prefix=body != typed)
    if pattern is None:
        raise mistakes.no_letters(token)
    if pattern.prefix and len(pattern.words[-1]) < 2 and pattern.words[-1].isascii():
        if not quoted:
            raise mistakes.short_prefix(token)
        # "Q*" in quotes is a name
        return replace(pattern, prefix=False)
    return pattern


def _term(token: Token, *, exact: bool = False, title: bool = False) -> Node:
    if token.type == "WORD" and token.casefold() in {"or", "and", "not"}:
        raise mistakes.stray_operator(token)
    if token.type == "REGEX":
        return _expression(token, exact=exact, title=title)
    return Word(_unquoted(token).rstrip("*"), _pattern(token, exact=exact), title=title)


def _expression(token: Token, *, exact: bool, title: bool) -> Node:
    options = re2.Options()
    options.case_sensitive = exact
    options.log_errors = False
    options.max_mem = _REGEX_MEMORY
    try:
        compiled = re2.compile(token[1:-1].replace("\\/", "/"), options)
    except re2.error as error:
        raise mistakes.bad_expression(token, error) from None
    if compiled.search("") is not None:
        raise mistakes.empty_expression(token)
    return Expression(str(token), compiled, title=title)


def _language(token: Token, typed: str) -> Node:
    code = language(typed)
    if code is None:
        raise mistakes.no_such_language(token, typed)
    return Language(code)


def _status(token: Token, typed: str) -> Node:
    status = STATUSES.get(typed.casefold())
    if status is None:
        raise mistakes.no_such_status(token, typed)
    return StatusIs(status)
