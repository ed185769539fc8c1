"""A form while it is written: rows of its sheets, and the texts in their languages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from exports.xlsform.languages import head_name
from exports.xlsform.names import Names
from exports.xlsform.xpath import Expressions
from wb6assess.instruments.translations import text_keys
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument

MAX_CELL = 32_767
"""Characters a cell holds, counted in UTF-16 units."""

TOO_LONG = "the expression is too long for a cell"

Row = dict[str, str]


class Words:
    """Every text in every language of the form; English stands where a translation is missing."""

    def __init__(self, instrument: Instrument, others: Mapping[str, Instrument]) -> None:
        self.tags = (instrument.language, *(tag for tag in others if tag != instrument.language))
        self._english = text_keys(instrument)
        self._texts = {tag: text_keys(others[tag]) for tag in self.tags[1:]}
        self._texts[instrument.language] = self._english
        self._shown: set[str] = set()

    def heads(self, column: str) -> list[str]:
        """The columns of a translated kind of text."""
        return [f"{column}::{head_name(tag)}" for tag in self.tags]

    def text(self, column: str, key: str) -> Row:
        """The cells of a text of the questionnaire; none when it has no such text."""
        self._shown.add(key)
        return self.part(column, key)

    def part(self, column: str, key: str) -> Row:
        """The same, for cells that hold more than this one text."""
        if not self._english.get(key):
            return {}
        return {
            f"{column}::{head_name(tag)}": escaped(self._texts[tag].get(key, self._english[key]))
            for tag in self.tags
        }

    def fixed(self, column: str, text: str) -> Row:
        """The cells of a text that every form has, in English."""
        return dict.fromkeys(self.heads(column), escaped(text))

    def hidden(self) -> Iterable[tuple[str, str, str]]:
        """Language, key and translation of texts that were given no cell of their own."""
        for tag in self.tags[1:]:
            for key, text in self._texts[tag].items():
                if key not in self._shown and text != self._english.get(key):
                    yield tag, key, text


@dataclass
class Draft:
    """Rows of a form in the making.

    Attributes:
        lists: Names of the lists in `choices`.
        omitted: Sentences about what the form cannot express; from-xlsform of the file still knows.
    """

    instrument: Instrument
    framework: Framework
    words: Words
    names: Names
    expressions: Expressions
    survey: list[Row] = field(default_factory=list)
    choices: list[Row] = field(default_factory=list)
    scoring: list[Row] = field(default_factory=list)
    sources: list[Row] = field(default_factory=list)
    omitted: list[str] = field(default_factory=list)
    lists: set[str] = field(default_factory=set)

    def add(self, kind: str, name: str, role: str, *cells: Row, item: str = "", part: str = "") -> None:
        """A row of the survey sheet."""
        row = {"type": kind, "name": name, "wb6_role": role, "wb6_id": item, "wb6_part": part}
        self.survey.append({key: text for key, text in _merged(row, *cells).items() if text})

    def end(self, kind: str = "group") -> None:
        """The end of a group or repeat."""
        self.survey.append({"type": f"end_{kind}"})

    def choice(self, list_name: str, key: str, label: Row, **cells: str) -> None:
        """A row of the choices sheet."""
        self.lists.add(list_name)
        self.choices.append({"list_name": list_name, "name": key, **label, **cells})

    def omit(self, place: str, why: str) -> None:
        """Note that something stays out of the form."""
        self.omitted.append(f"{place}: {why}")


def _merged(*rows: Row) -> Row:
    return {key: text for row in rows for key, text in row.items()}


def escaped(text: str) -> str:
    """A text in which survey tools see no reference; `unescaped` takes the joiner out again."""
    return text.replace("${", "$\u2060{")


def unescaped(text: str) -> str:
    """What `escaped` was given."""
    return text.replace("$\u2060{", "${")


def fits(text: str) -> bool:
    """Whether a cell can hold a text."""
    return len(text) <= MAX_CELL // 2 or len(text.encode("utf-16-le")) // 2 <= MAX_CELL
