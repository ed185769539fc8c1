"""The list of a comparison: what differs between ours and another copy, question by question."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.questionnaire.questions import short_id
from ui.sharing.entries import Column, Entry, Heading, Pick, Standing, settled, sides
from ui.sharing.facet_words import item_title
from wb6assess.exchange.compare import Changed, Difference
from wb6assess.model.assessment import Document
from wb6assess.model.instrument import Instrument
from wb6assess.session.copies import Choice, CopyComparison, Facet, Side

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sharing", text)


def copy_entries(
    opened: "OpenAssessment",
    shown: Instrument,
    theirs: Document,
    comparison: CopyComparison,
    label: str,
) -> list[Entry]:
    """Every answered question, in the questionnaire's order; `shown` has the titles' language."""
    different = {found.item: found for found in comparison.differences}
    entries = []
    for item in opened.instrument.answerable():
        group = opened.instrument.pillar_of[item].id if item in opened.instrument.by_id else ""
        title = item_title(shown, item)
        if item in different:
            entries.append(_different(different[item], title, group, label, comparison.base))
        elif item in opened.answers and item in theirs.answers:
            both = (Column(_tr("Both copies"), opened.answer(item)),)
            entries.append(Entry(item, title, group, Standing.SAME, both))
    return entries


def copy_headings(shown: Instrument) -> list[Heading]:
    """Every pillar, and a last one for what belongs to none."""
    pillars = [Heading(pillar.id, short_id(pillar.id), pillar.title) for pillar in shown.pillars]
    return [*pillars, Heading("", "", _tr("Vignettes and context questions"))]


def core_choice(pick: Pick) -> Choice:
    """A pick as the core names it."""
    if isinstance(pick, int):
        return Side.THEIRS if pick else Side.OURS
    return sides(pick)


def _different(found: Difference, title: str, group: str, label: str, base: Document | None) -> Entry:
    facets = tuple(facet for facet, changed in found.facets.items() if changed is not Changed.SAME)
    columns = (Column(_tr("Ours"), found.ours), Column(label, found.theirs))
    proposed = _proposed(found, facets)
    standing = Standing.CHOICE if proposed is None else Standing.TAKEN
    why = _why(found, base)
    return Entry(found.item, title, group, standing, columns, facets, proposed, why)


def _proposed(found: Difference, facets: tuple[Facet, ...]) -> Pick | None:
    if not isinstance(found.proposed, Mapping):
        return None
    pick = {facet: int(found.proposed[facet] is Side.THEIRS) for facet in facets}
    return settled(pick, facets)


def _why(found: Difference, base: Document | None) -> str:
    if base is None:
        return _tr("Nothing says which came first: choose.")
    n = base.revision
    match found.changed:
        case Changed.OURS:
            words = _tr("Changed only here since revision {n}, so ours is proposed.")
        case Changed.THEIRS:
            words = _tr("Changed only in the other copy since revision {n}, so theirs is proposed.")
        case _ if found.proposed is not None:
            words = _tr("Each changed another part since revision {n}: both changes are proposed.")
        case _:
            words = _tr("Changed in both since revision {n}: choose.")
    return words.format(n=n)
