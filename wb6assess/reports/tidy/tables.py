"""Tidy data: what a table is, and what all tables share (docs/formats.md)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Cell = str | int | float | bool | datetime | None
Row = Sequence[Cell]


class Kind(StrEnum):
    """What a column holds; names of the Table Schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATETIME = "datetime"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: name, what it holds, what it means; `enum` lists the only values it may hold."""

    name: str
    kind: Kind
    meaning: str
    enum: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns whose values stand in columns of another table, row by row; empty ones refer to none."""

    columns: tuple[str, ...]
    table: str
    others: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table before it is written.

    Attributes:
        name: Of the resource.
        file: Of the CSV file.
        title: What it holds, in a line.
        columns: In order.
        key: Columns that tell rows apart.
        references: To other tables.
        rows: Gives the rows anew at each call, each as long as `columns`.
    """

    name: str
    file: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[], Iterable[Row]]
    references: tuple[Reference, ...] = ()


def text(name: str, meaning: str, enum: Iterable[str] = ()) -> Column:
    """A column of text."""
    return Column(name, Kind.STRING, meaning, tuple(enum))


def number(name: str, meaning: str) -> Column:
    """A column of numbers."""
    return Column(name, Kind.NUMBER, meaning)


def count(name: str, meaning: str) -> Column:
    """A column of whole numbers."""
    return Column(name, Kind.INTEGER, meaning)


def truth(name: str, meaning: str) -> Column:
    """A column of true and false."""
    return Column(name, Kind.BOOLEAN, meaning)


def moment(name: str, meaning: str) -> Column:
    """A column of times in UTC."""
    return Column(name, Kind.DATETIME, meaning)


COUNTRY = text("country", "Code of the country.")
ROUND = text("round", "Round of data collection.")
INSTRUMENT = text("instrument", "Id of the questionnaire.")
ITEM = text(
    "item", "Id of the question: an indicator, “indicator.field”, a vignette, a context question."
)
TO_ITEM = Reference(("instrument", "item"), "codebook", ("instrument", "item"))


def joined(parts: Iterable[str]) -> str:
    """Several codes in one cell, separated by vertical bars."""
    return "|".join(parts)
