"""Files that contradict each other: seen side by side, settled with a reason (methodology 9.3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from uuid6 import uuid7

from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.exchange.compare import Difference, compare
from wb6assess.exchange.merge import MergedView, Resolution
from wb6assess.exchange.texts import tidy
from wb6assess.model.assessment import Document, Identity
from wb6assess.session.desk.settling import Settled
from wb6assess.session.surroundings import Surroundings
from wb6assess.store import asked as table
from wb6assess.store.records import Choice


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One conflict with everything a coordinator needs to settle it.

    Attributes:
        key, revision: Whose revision exists in several forms.
        documents: Content hash -> document, by hash.
        names: Content hash -> names of the files that carry it.
        chosen: Content hash of the document a choice in force names; empty while none counts.
        reason: Why that one.
    """

    key: Identity
    revision: int
    documents: Mapping[str, Document]
    names: Mapping[str, tuple[str, ...]]
    chosen: str = ""
    reason: str = ""

    def differences(self, one: str, other: str) -> tuple[Difference, ...]:
        """What two of them say differently, `one` as our side."""
        return compare(self.documents[one], self.documents[other], None)

    @property
    def differing(self) -> frozenset[str]:
        """Questions on which any two of them differ."""
        return frozenset(
            difference.item
            for one, other in combinations(self.documents, 2)
            for difference in self.differences(one, other)
        )


class Conflicts:
    """The choices of one workspace."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def choices(self) -> list[Choice]:
        """Every choice ever made, oldest first; a later one takes the place of an earlier one."""
        with self._around.database.reading() as connection:
            return table.load_choices(connection)

    def resolutions(self) -> tuple[Resolution, ...]:
        """The choices in force."""
        newest = {(choice.key, choice.revision): choice for choice in self.choices()}
        return tuple(
            Resolution(choice.key, choice.revision, choice.chosen, choice.reason)
            for choice in newest.values()
            if choice.chosen
        )

    def resolve(self, found: Contradiction, chosen: str, reason: str) -> Resolution:
        """Keep a choice for good; errors as in `Inbox.resolve`."""
        matching = [digest for digest in found.documents if chosen and digest.startswith(chosen)]
        if len(matching) != 1:
            known = tuple(digest[:16] for digest in found.documents)
            raise AnswerError(ErrorCode.CONFLICT_CHOICE_UNKNOWN, chosen=chosen, known=known)
        said = self._keep(found, matching[0], reason)
        return Resolution(found.key, found.revision, matching[0], said)

    def revoke(self, found: Contradiction, reason: str) -> None:
        """Take the choice in force back; errors as in `Inbox.revoke_resolution`."""
        self._keep(found, "", reason)

    def _keep(self, found: Contradiction, chosen: str, reason: str) -> str:
        said = tidy(reason).strip()
        if not said:
            raise AnswerError(ErrorCode.RESOLUTION_REASON_MISSING)
        choice = Choice(str(uuid7()), found.key, found.revision, chosen, said, self._around.now())
        with self._around.database.writing() as connection:
            table.add_choice(connection, choice)
        return said


def contradictions(settled: Settled, resolutions: Iterable[Resolution]) -> tuple[Contradiction, ...]:
    """Every conflict of a round, settled or not; those an even later revision cleared are none."""
    view = settled.view
    in_force = {(record.key, record.revision): record for record in resolutions}
    names: dict[str, tuple[str, ...]] = {}
    for report in settled.files:
        if report.content_hash:
            names[report.content_hash] = (*names.get(report.content_hash, ()), report.path.name)
    standing: dict[tuple[Identity, int], set[str]] = {
        (conflict.key, conflict.revision): set(conflict.hashes) for conflict in view.conflicts
    }
    for digest in view.set_aside:
        document = view.documents[digest]
        place = (document.identity, document.revision)
        standing.setdefault(place, set()).update({digest, in_force[place].chosen})
    return tuple(
        _contradiction(place, sorted(digests), view, names, in_force.get(place))
        for place, digests in standing.items()
    )


def _contradiction(
    place: tuple[Identity, int],
    digests: list[str],
    view: MergedView,
    names: Mapping[str, tuple[str, ...]],
    record: Resolution | None,
) -> Contradiction:
    counts = record is not None and record.chosen in digests
    return Contradiction(
        *place,
        {digest: view.documents[digest] for digest in digests},
        {digest: names.get(digest, ()) for digest in digests},
        record.chosen if record and counts else "",
        record.reason if record and counts else "",
    )
