"""Whose workbook it is, in the words of its Summary.

The sealed sheet decides, whatever stands there. Somebody who edits these words wants to change whose
answers they are, and must hear that this is not the way, instead of being counted as somebody else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from exports.workbook.cells import folded, text_of
from exports.workbook.incoming.container import SheetPart
from exports.workbook.incoming.tables import Problem
from wb6assess.model.assessment import Identity

# As `sheet_summary` writes it, in English whatever the language of the questions.
_LINE = re.compile(r"Expert assessment, round (.+?)\. Expert (.+?), revision (.+?),")
_SEARCHED_ROWS = 10
_MOST = 60


def identity_problems(
    parts: Sequence[SheetPart], identity: Identity, revision: int, countries: Mapping[str, str]
) -> Iterator[Problem]:
    """Where the Summary names another round, expert, revision or country than the workbook was made for.

    Args:
        parts: The sheets.
        identity: Whose it is.
        revision: Which revision.
        countries: Code -> label of the list of countries, "AL – Albania".
    """
    names = {code: label.partition("–")[2].strip(" *") for code, label in countries.items()}
    own = (identity.round, identity.expert, str(revision))
    for order, part in enumerate(parts):
        for row in range(min(_SEARCHED_ROWS, len(part.rows))):
            shown = _LINE.match(text_of(part.cell(row, 0)))
            if shown is None:
                continue
            if tuple(map(folded, shown.groups())) != tuple(map(folded, own)):
                made_for = "round {}, expert {}, revision {}".format(*own)
                yield Problem(order, row, 0, part.name, _sentence(made_for))
            if row and _names_another(text_of(part.cell(row - 1, 0)), identity.country, names):
                named = names.get(identity.country, identity.country)
                yield Problem(order, row - 1, 0, part.name, _sentence(named))


def _names_another(title: str, own: str, names: Mapping[str, str]) -> bool:
    shown = folded(title.rpartition(": ")[2][:_MOST].strip(" *"))
    others = {folded(name) for code, name in names.items() if code != own}
    return shown in others and shown != folded(names.get(own, ""))


def _sentence(made_for: str) -> str:
    return (
        f"whose workbook this is was edited; it was made for {made_for}. Write that back, or ask for a "
        "file exported by the one whose answers these are"
    )
