"""Which of several documents count: a pure function of their set (methodology 9.2, 9.3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from wb6assess.exchange.digest import content_hash
from wb6assess.model.assessment import Document, Identity, Status


@dataclass(frozen=True, slots=True)
class Resolution:
    """A coordinator's choice between conflicting documents of one revision, with its reason."""

    key: Identity
    revision: int
    chosen: str
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError("a resolution gives its reason")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more different documents of one expert's same revision; none of them is scored."""

    key: Identity
    revision: int
    hashes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergedView:
    """What a set of documents amounts to; keys are in ascending order, hashes sorted.

    Attributes:
        documents: Content hash -> document; nothing merged is ever lost.
        effective: Key -> the document that is scored.
        withdrawn: Key -> the withdrawal that stands at its highest revision.
        conflicts: Keys whose highest revision exists in different versions.
        superseded: Hashes of handed-in documents below their key's highest revision.
        set_aside: Hashes a resolution did not choose.
        drafts: Hashes of drafts; they never count.
    """

    documents: Mapping[str, Document]
    effective: Mapping[Identity, Document]
    withdrawn: Mapping[Identity, Document]
    conflicts: tuple[Conflict, ...]
    superseded: frozenset[str]
    set_aside: frozenset[str]
    drafts: frozenset[str]


def addressed(documents: Iterable[Document]) -> dict[str, Document]:
    """Documents by content hash."""
    return union({content_hash(document): document} for document in documents)


def union(stores: Iterable[Mapping[str, Document]]) -> dict[str, Document]:
    """Set union of stores addressed by content hash: any order and repetition gives the same."""
    merged: dict[str, Document] = {}
    for store in stores:
        for digest, document in store.items():
            known = merged.get(digest)
            merged[digest] = document if known is None else max(known, document, key=_precedence)
    return dict(sorted(merged.items()))


def effective_view(documents: Iterable[Document], resolutions: Iterable[Resolution] = ()) -> MergedView:
    """The effective view of a set of documents."""
    return view_of(addressed(documents), resolutions)


def view_of(store: Mapping[str, Document], resolutions: Iterable[Resolution] = ()) -> MergedView:
    """The effective view of documents that are already addressed by their content hash."""
    chosen = _choices(resolutions)
    effective, withdrawn = dict[Identity, Document](), dict[Identity, Document]()
    conflicts: list[Conflict] = []
    superseded, set_aside = set[str](), set[str]()
    for key, digests in _handed_in(store).items():
        revision = max(store[digest].revision for digest in digests)
        top = sorted(digest for digest in digests if store[digest].revision == revision)
        superseded.update(set(digests) - set(top))
        standing = _standing(top, chosen.get((key, revision), frozenset()))
        if standing is None:
            conflicts.append(Conflict(key, revision, tuple(top)))
            continue
        set_aside.update(set(top) - {standing})
        document = store[standing]
        (effective if document.status is Status.SUBMITTED else withdrawn)[key] = document
    return MergedView(
        documents=dict(sorted(store.items())),
        effective=effective,
        withdrawn=withdrawn,
        conflicts=tuple(conflicts),
        superseded=frozenset(superseded),
        set_aside=frozenset(set_aside),
        drafts=frozenset(d for d, document in store.items() if document.status is Status.DRAFT),
    )


def sort_key(key: Identity) -> tuple[str, ...]:
    """Order of keys in every list: country, instrument, version, round, expert."""
    return (key.country, key.instrument, key.instrument_version, key.round, key.expert)


def _handed_in(store: Mapping[str, Document]) -> dict[Identity, list[str]]:
    found: dict[Identity, list[str]] = {}
    for digest, document in store.items():
        if document.status is not Status.DRAFT:
            found.setdefault(document.identity, []).append(digest)
    return {key: found[key] for key in sorted(found, key=sort_key)}


def _choices(resolutions: Iterable[Resolution]) -> Mapping[tuple[Identity, int], frozenset[str]]:
    chosen: dict[tuple[Identity, int], frozenset[str]] = {}
    for record in resolutions:
        place = (record.key, record.revision)
        chosen[place] = chosen.get(place, frozenset()) | {record.chosen}
    return chosen


def _standing(top: list[str], chosen: frozenset[str]) -> str | None:
    """The one document of the highest revision, or the one a single valid resolution chose."""
    if len(top) == 1:
        return top[0]
    # A choice of a document that is not here, or two different ones, settles nothing.
    return next(iter(chosen)) if len(chosen) == 1 and chosen <= set(top) else None


def _precedence(document: Document) -> tuple[bool, datetime, str]:
    """Equal content may differ in what is outside the hash; a mark as invented must survive."""
    return (document.sample, document.updated_at, document.assessment_id)
