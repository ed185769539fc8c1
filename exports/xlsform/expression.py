"""The part of XPath that forms use for conditions, as a tree.

Grammar: `or` of `and` of comparisons of sums of numbers, texts, `${name}`, `.`, paths and calls.
Everything else (predicates, unions, axes) ends in a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_DEPTH = 40
_OPERATORS = frozenset({"+", "-", "*", "div", "mod"})

_TOKEN = re.compile(
    r"""\s*(?:
      \$\{\s*(?P<ref>[^{}]+?)\s*\}
    | (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<text>"[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’)
    | (?P<path>(?:\.\./|\./|/)+[A-Za-z_][\w.-]*(?:/[A-Za-z_][\w.-]*)*)
    | (?P<sign>!=|<=|>=|=|<|>)
    | (?P<mark>[(),+*-])
    | (?P<own>\.(?!\.))
    | (?P<word>[A-Za-z_][\w-]*(?::[A-Za-z_][\w-]*)?)
    )""",
    re.VERBOSE,
)


class UnreadableError(ValueError):
    """An expression has no counterpart; the argument says why."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number."""

    value: int | float


@dataclass(frozen=True, slots=True)
class Text:
    """A text in quotes."""

    value: str


@dataclass(frozen=True, slots=True)
class Name:
    """Another question; "" for the question itself (`.`)."""

    value: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments."""

    name: str
    arguments: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts joined by `and`, `or`, `+`, a comparison, or another operator."""

    operator: str
    parts: tuple["Tree", ...]


Tree = Number | Text | Name | Call | Joined


def parsed(text: str) -> Tree:
    """The tree of an expression.

    Raises:
        UnreadableError: it goes beyond the grammar.
    """
    parser = _Parser(list(_tokens(text)))
    tree = parser.alternatives(0)
    if not parser.at_end:
        raise UnreadableError(f"“{parser.next[1]}” is not understood here")
    return tree


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    place = 0
    text = text.rstrip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None or found.lastgroup is None:
            raise UnreadableError(f"“{text[place : place + 20].strip()}” is not understood")
        yield found.lastgroup, found[found.lastgroup]
        place = found.end()


class _Parser:
    """Recursive descent over the tokens, one method per rule."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._place = 0

    @property
    def at_end(self) -> bool:
        return self._place >= len(self._tokens)

    @property
    def next(self) -> tuple[str, str]:
        return ("end", "the end") if self.at_end else self._tokens[self._place]

    def alternatives(self, depth: int) -> Tree:
        if depth > MAX_DEPTH:
            raise UnreadableError(f"it is nested more than {MAX_DEPTH} deep")
        return self._joined_by("or", depth)

    def _joined_by(self, word: str, depth: int) -> Tree:
        def part() -> Tree:
            return self._joined_by("and", depth) if word == "or" else self._comparison(depth)

        parts = [part()]
        while self._accept("word", word):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def _comparison(self, depth: int) -> Tree:
        left = self._sum(depth)
        if self.next[0] != "sign":
            return left
        sign = self._take()
        return Joined(sign, (left, self._sum(depth)))

    def _sum(self, depth: int) -> Tree:
        tree = self._atom(depth)
        while self.next in {
            ("mark", "+"),
            ("mark", "-"),
            ("mark", "*"),
            ("word", "div"),
            ("word", "mod"),
        }:
            operator = self._take()
            part = self._atom(depth)
            inner = tree.parts if isinstance(tree, Joined) and tree.operator == operator else (tree,)
            tree = Joined(operator, (*inner, part))
        return tree

    def _atom(self, depth: int) -> Tree:
        kind = self.next[0]
        token = self._take()
        match kind, token:
            case "number", _:
                return Number(float(token) if "." in token else int(token))
            case "text", _:
                return Text(token[1:-1])
            case "ref", _:
                return Name(token)
            case "path", _:
                return Name(token.rpartition("/")[2])
            case "own", _:
                return Name("")
            case "mark", "(":
                tree = self.alternatives(depth + 1)
                self._expect(")")
                return tree
            case "mark", "-" if self.next[0] == "number":
                number = self._atom(depth)
                return Number(-number.value) if isinstance(number, Number) else number
            case "word", _ if self._accept("mark", "("):
                return Call(token, self._arguments(depth + 1))
        raise UnreadableError(f"“{token}” is not understood here")

    def _arguments(self, depth: int) -> tuple[Tree, ...]:
        if self._accept("mark", ")"):
            return ()
        found = [self.alternatives(depth)]
        while self._accept("mark", ","):
            found.append(self.alternatives(depth))
        self._expect(")")
        return tuple(found)

    def _take(self) -> str:
        token = self.next[1]
        self._place += 1
        return token

    def _accept(self, kind: str, token: str) -> bool:
        if self.next != (kind, token):
            return False
        self._place += 1
        return True

    def _expect(self, mark: str) -> None:
        if not self._accept("mark", mark):
            raise UnreadableError(f"“{self.next[1]}” stands where “{mark}” is needed")
