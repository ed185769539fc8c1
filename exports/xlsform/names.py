"""Names of form elements: ids as they are, companions as `<id>__why`.

Ids of questionnaires are valid XML names and names of XLSForms, dots and hyphens included, so they stay
as they are and can be read back by eye. What would meet an existing name is numbered; the columns
`wb6_id` and `wb6_part` always say what is meant.
"""

from collections.abc import Iterator

from wb6assess.model.instrument import Instrument

WHY, CONFIDENCE, EVIDENCE, STATE = "why", "conf", "ev", "state"
COMPANIONS = (WHY, CONFIDENCE, EVIDENCE, STATE)
_FIELD = "field"
_RESERVED = ("meta", "data", "instanceid", "instancename")
"""Names the form has anyway; `data` is the element around everything."""


class Names:
    """Names in one form, each given once; upper and lower case do not tell two names apart.

    A part is a path such as "ev/kind" or, for companion fields, "field/basis".
    """

    def __init__(self, instrument: Instrument) -> None:
        self._taken: set[str] = set(_RESERVED)
        self._names: dict[tuple[str, str], str] = {}
        for item, part in _claims(instrument):
            self.of(item, part)

    def of(self, item: str, part: str = "") -> str:
        """The name of an id, or of one of its parts; "" and a part name a thing of the form itself."""
        key = (item, part)
        if key not in self._names:
            tail = part.removeprefix(f"{_FIELD}/").replace("/", "__")
            wanted = f"{item}__{tail}" if item and tail else item or f"wb6_{tail}"
            self._names[key] = self._free(wanted)
        return self._names[key]

    def field(self, item: str, field_id: str) -> str:
        """The name of a companion field."""
        return self.of(item, f"{_FIELD}/{field_id}")

    def _free(self, wanted: str) -> str:
        name, number = wanted, 2
        while name.casefold() in self._taken:
            name, number = f"{wanted}_{number}", number + 1
        self._taken.add(name.casefold())
        return name


def _claims(instrument: Instrument) -> Iterator[tuple[str, str]]:
    """What must keep its plain name, most important first."""
    for item in instrument.answerable():
        yield item, ""
    for item in instrument.by_id:
        yield from ((item, part) for part in COMPANIONS)
    for item, field in instrument.field_by_key:
        yield item, f"{_FIELD}/{field}"
    yield from ((pillar.id, "") for pillar in instrument.pillars)
    yield from ((check.id, "") for check in instrument.checks)
