"""The list of a joining: what each part brings, question by question."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.questionnaire.questions import short_id
from ui.sharing.entries import Column, Entry, Heading, Picks, Standing, differing, picked_answer
from ui.sharing.facet_words import item_title
from wb6assess.model.assessment import Answer
from wb6assess.model.instrument import Instrument
from wb6assess.session.parts import Candidate, JoinPlan

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sharing", text)


def plan_entries(opened: "OpenAssessment", shown: Instrument, plan: JoinPlan) -> list[Entry]:
    """Every question the parts are about, in the questionnaire's order.

    `shown` is the questionnaire in the language of the titles.
    """
    strays: dict[str, list[Candidate]] = {}
    for each in plan.outside:
        strays.setdefault(each.item, []).append(each)
    items = opened.instrument.answerable()
    found = (_entry(opened, shown, plan, item, strays.get(item, [])) for item in items)
    return [entry for entry in found if entry is not None]


def plan_headings(opened: "OpenAssessment", shown: Instrument, plan: JoinPlan) -> list[Heading]:
    """Every pillar with who answers it, and a last one for what belongs to none."""
    assigned = opened.assignment()
    here = {(pillar, part.label) for part in plan.parts for pillar in part.pillars}
    headings = []
    for pillar in shown.pillars:
        label = assigned.get(pillar.id, "")
        names = sorted({name for found, name in here if found == pillar.id})
        if pillar.id in plan.waiting:
            note = _tr("waiting for {name}").format(name=label)
        elif label:
            note = label
        elif names:
            note = ", ".join(names)
        else:
            note = _tr("given to nobody")
        headings.append(Heading(pillar.id, short_id(pillar.id), pillar.title, note))
    others = _tr("Vignettes and context questions")
    return [*headings, Heading("", "", others, _tr("always yours"))]


def _entry(
    opened: "OpenAssessment", shown: Instrument, plan: JoinPlan, item: str, strays: list[Candidate]
) -> Entry | None:
    ours = Column(_tr("Ours"), opened.answer(item))
    outside = [Column(_tr("{name}, not asked").format(name=each.label), each.answer) for each in strays]
    proposed: int | None = 0
    if item in plan.doubled:
        found = [Column(each.label, each.answer) for each in plan.doubled[item]]
        standing, proposed = Standing.CHOICE, None
        why = _tr("Answered twice: it changed here, too, after the part was written.")
        if len(found) > 1:
            why = _tr("Answered twice: several parts answer this differently.")
    elif item in plan.taken:
        label = _author(plan, item, plan.taken[item])
        found = [Column(label, plan.taken[item])]
        standing, proposed = Standing.TAKEN, 1
        why = _tr("Only {name} changed this, so it is taken.").format(name=label)
    elif outside:
        found, standing = [], Standing.OUTSIDE
        why = _tr("{name} was not asked this, so it is left out unless you choose it.").format(
            name=", ".join(dict.fromkeys(each.label for each in strays))
        )
    elif item in plan.unchanged:
        found, standing, why = [], Standing.SAME, _tr("The parts change nothing here.")
    else:
        return None
    columns = (ours, *found, *outside)
    group = opened.instrument.pillar_of[item].id if item in opened.instrument.by_id else ""
    title = item_title(shown, item)
    return Entry(item, title, group, standing, columns, differing(columns), proposed, why)


def _author(plan: JoinPlan, item: str, answer: Answer) -> str:
    """Whose part holds this answer; the one who was asked, where two say the same."""
    labels = [part.label for part in plan.parts if part.document.answers.get(item, Answer()) == answer]
    return ", ".join(sorted(set(labels)))


def decisions(entries: list[Entry], picks: Picks) -> Mapping[str, Answer]:
    """What `session.parts.apply` is to be told: every pick that does not follow from the plan."""
    return {
        entry.item: picked_answer(entry, pick)
        for entry in entries
        if entry.choosable and (pick := picks.pick(entry)) is not None and pick != entry.proposed
    }
