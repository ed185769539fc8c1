"""A meeting at work: what is before it, what it decides, what it takes back.

Every decision goes through `session.deciding`. Only files of the country and questionnaire decided on
are scored again, so that a decision is kept before anybody looks up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.model.assessment import Identity
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.model.instrument import Instrument
from wb6assess.model.meeting import HalfDecided, Meeting, Place
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.meeting.agenda import Ground, Selection, agenda_at, agenda_of, item_of
from wb6assess.reports.meeting.rows import Agenda, AgendaItem, PillarRest
from wb6assess.reports.meeting.scales import POINTS_PER_LEVEL
from wb6assess.session.deciding import Verdict, decide_on, decision_of
from wb6assess.session.desk.consolidation import Collection, Consolidation
from wb6assess.session.desk.report_options import EVERYTHING, ReportOptions
from wb6assess.session.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Finding:
    """What the people in the room agreed on; `level` 0-5 with `set` only."""

    action: Action
    reason_code: ReasonCode
    reason: str
    level: float | None = None
    evidence_refs: tuple[str, ...] = ()


def ground_of(result: Consolidation, instruments: Mapping[str, Instrument] | None = None) -> Ground:
    """What an agenda is made from; `instruments` are the scored ones in another language."""
    return Ground(
        result.framework,
        result.round,
        instruments or result.instruments,
        result.scores,
        result.effective,
    )


class Sitting:
    """One meeting over the files in the workspace.

    `instruments` are the scored questionnaires in the language of the room.
    """

    def __init__(
        self,
        workspace: Workspace,
        meeting: Meeting,
        collection: Collection | None = None,
        instruments: Mapping[str, Instrument] | None = None,
        *,
        sensitive: bool = False,
    ) -> None:
        self.meeting = meeting
        self._workspace = workspace
        self._collection = collection or workspace.inbox.collection()
        self._shown = instruments
        self._sensitive = sensitive
        self._versions: dict[str, str] = {}

    def propose(self, selection: Selection) -> Agenda:
        """The agenda of a selection, in the order of methodology 5.3."""
        return agenda_of(ground_of(self._scored(self._collection), self._shown), selection)

    def agenda(self, progress: Progress = SILENT) -> Agenda:
        """What is before this meeting, as it stands now; everything is scored, told to `progress`."""
        result = self._scored(self._collection, progress)
        self._versions = {key: scored.version for key, scored in result.instruments.items()}
        ground = ground_of(result, self._shown)
        return agenda_at(ground, self.meeting.agenda, sensitive=self._sensitive)

    def item(self, item: AgendaItem) -> AgendaItem:
        """An item as it stands now."""
        ground = ground_of(self._around(item.country, item.instrument), self._shown)
        domain = ground.framework.domain_of[item.instrument].id
        found = ground.scores.countries[item.country].domains[domain]
        asked = ground.instruments[item.instrument].by_id[item.indicator]
        return item_of(ground, item.country, found, asked, sensitive=self._sensitive)

    def decide(self, item: AgendaItem, finding: Finding) -> Decision:
        """Keep what was agreed on an item.

        Raises:
            AnswerError: DECISION_REFUSED.
            StorageError: it could not be kept.
        """
        verdict = self._verdict(item.place, finding)
        return decide_on(self._around(item.country, item.instrument), verdict, self._workspace)

    def confirm(self, rest: PillarRest, reason_code: ReasonCode, reason: str) -> list[Decision]:
        """Confirm the experts' values of a pillar: one record for each indicator.

        All of them are kept or, when one may not be or cannot be kept, none.

        Raises:
            AnswerError: DECISION_REFUSED.
            StorageError: a record could not be kept.
        """
        finding = Finding(Action.CONFIRM, reason_code, reason)
        around = self._around(rest.country, rest.instrument)
        verdicts = [self._verdict((rest.country, item), finding) for item in rest.indicators]
        records = [decision_of(around, verdict, self._workspace) for verdict in verdicts]
        self._workspace.inbox.record(*records)
        return records

    def take_back(self, item: AgendaItem, reason: str) -> Decision:
        """Take back what decides an item now: one more record; the earlier one stays readable.

        Raises:
            AnswerError: DECISION_REFUSED: nothing is in force.
            StorageError: it could not be kept.
        """
        standing = item.standing
        code = standing.reason_code if standing is not None else ReasonCode.PANEL_CONSENSUS
        return self.decide(item, Finding(Action.REVOKE, code, reason))

    def postpone(self, place: Place, *, postponed: bool) -> Meeting:
        """Leave an item for another time, or take it up again; returns the changed meeting."""
        others = tuple(other for other in self.meeting.postponed if other != place)
        self.meeting = replace(self.meeting, postponed=(*others, place) if postponed else others)
        return self.meeting

    def keep_draft(self, place: Place, draft: HalfDecided) -> None:
        """Keep what is being decided at the place looked at, until the meeting goes on.

        Raises:
            StorageError: it could not be stored; it is still here while the workspace is open.
        """
        self._workspace.inbox.drafts.keep(self.meeting, place, draft)

    def drafts(self) -> Mapping[Place, HalfDecided]:
        """Place -> what was being decided there; the meeting was left at the last one."""
        return self._workspace.inbox.drafts.left(self.meeting)

    def records(self) -> tuple[Decision, ...]:
        """What this meeting decided so far, in the order of time."""
        ours = (self.meeting.round, self.meeting.id)
        found = self._workspace.inbox.decisions()
        return tuple(record for record in found if (record.round, record.meeting) == ours)

    def _verdict(self, place: Place, finding: Finding) -> Verdict:
        country, indicator = place
        return Verdict(
            country=country,
            round=self.meeting.round,
            indicator=indicator,
            action=finding.action,
            reason_code=finding.reason_code,
            reason=finding.reason,
            meeting=self.meeting.id,
            score=None if finding.level is None else POINTS_PER_LEVEL * finding.level,
            evidence_refs=finding.evidence_refs,
        )

    def _around(self, country: str, instrument: str) -> Consolidation:
        """Everything about one questionnaire in one country, with every record kept so far.

        What a cell is decided on depends on no other country but for the version scored.
        """
        wanted = (country, instrument, self._versions.get(instrument))
        files = tuple(
            file
            for file in self._collection.files
            if file.document is not None and _belongs(file.document.identity, *wanted)
        )
        alone = ReportOptions(countries=(country,), instruments=(instrument,))
        return self._scored(replace(self._collection, files=files), options=alone)

    def _scored(
        self,
        collection: Collection,
        progress: Progress = SILENT,
        options: ReportOptions = EVERYTHING,
    ) -> Consolidation:
        return self._workspace.inbox.consolidate(
            self.meeting.round, options=options, collection=collection, progress=progress
        )


def _belongs(key: Identity, country: str, instrument: str, version: str | None) -> bool:
    same = (key.country, key.instrument) == (country, instrument)
    return same and version in {None, key.instrument_version}


def known_meeting(workspace: Workspace, meeting_id: str, round_id: str) -> Meeting:
    """A meeting that was saved, or one that only records name.

    Raises:
        AnswerError: MEETING_UNKNOWN.
    """
    inbox = workspace.inbox
    saved = {meeting.id: meeting for meeting in inbox.meetings(round_id)}
    named = {record.meeting for record in inbox.decisions() if record.round == round_id}
    if meeting_id in saved:
        return saved[meeting_id]
    if meeting_id in named:
        return Meeting(meeting_id, round_id)
    known = tuple(sorted(filter(None, {*saved, *named}))) or ("none",)
    raise AnswerError(ErrorCode.MEETING_UNKNOWN, meeting=meeting_id, round=round_id, known=known)


def places(items: Sequence[AgendaItem]) -> tuple[Place, ...]:
    """Country and indicator of each item, in order."""
    return tuple(item.place for item in items)
