"""One assessment that is open: what it is, handing in, taking back, what belongs to it.

Every change is on the disk when its method returns; when it raises, nothing has changed.
"""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from wb6assess.errors import AnswerError, ErrorCode, InstrumentError
from wb6assess.exchange.texts import tidy
from wb6assess.model.assessment import Answer, Document, Evidence, Identity, Status
from wb6assess.model.finding import Finding
from wb6assess.model.instrument import Instrument
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.reports.wording import finding_message
from wb6assess.session import evidence
from wb6assess.session.evidence import Attachment, EvidenceUse, named_files
from wb6assess.session.filling import with_replies
from wb6assess.session.previous import PreviousAnswers, previous_answers
from wb6assess.session.recording import Change
from wb6assess.session.returned import ReturnedQueries
from wb6assess.store import assessments as table
from wb6assess.store import history, parts
from wb6assess.store.records import AssessmentInfo, HistoryEntry, Kind

if TYPE_CHECKING:  # pydantic loads when files are compared or written, not at the start
    from wb6assess.session.copies import Choice, CopyComparison

__all__ = ["Attachment", "Change", "EvidenceUse", "HistoryEntry", "OpenAssessment"]


class OpenAssessment(ReturnedQueries):
    """One expert's questionnaire; answering it is inherited from `RecordedAnswers`, replying to the
    coordinator from `ReturnedQueries`.

    Belongs to one thread; what `document` and `report` return may travel to others.
    """

    @cached_property
    def _in_languages(self) -> dict[str, Instrument]:
        return {self.instrument.language: self.instrument}

    def document(self) -> Document:
        """The whole assessment as files carry it."""
        return self._document(self._info)

    def report(self, language: str = "") -> AssessmentReport:
        """What every output is made from, in the language of the questionnaire or in another one.

        Raises:
            InstrumentError: LANGUAGE_UNKNOWN; INSTRUMENT_INVALID (the translation).
        """
        document = self.document()
        shown = self.in_language(language or self.instrument.language)
        scores = self.scores if shown is self.instrument else self._current.scores_in(shown)
        return AssessmentReport(self.framework, shown, document, scores, _hash_of(document))

    def languages(self) -> tuple[str, ...]:
        """Languages the questionnaire can be shown in, English first.

        English alone when the library no longer has this questionnaire.
        """
        with suppress(InstrumentError):
            return self._around.library.languages(self.instrument.id)
        return (self.instrument.language,)

    def in_language(self, language: str) -> Instrument:
        """The questionnaire as it is shown in a language; answers never depend on it.

        `untranslated` of the result names the texts that are English still.

        Raises:
            InstrumentError: LANGUAGE_UNKNOWN; INSTRUMENT_INVALID (the translation).
        """
        if language not in self._in_languages:
            library = self._around.library
            self._in_languages[language] = library.in_language(self.instrument, language)
        return self._in_languages[language]

    def previous(self) -> PreviousAnswers | None:
        """Answers of the latest earlier round in this workspace, or None."""
        return previous_answers(self._around, self._info, self.instrument)

    def revision(self, number: int) -> Document | None:
        """A state that was handed in or withdrawn here, as it was; None when there is none."""
        with self._database.reading() as connection:
            text = table.load_revision(connection, self.id, number)
        if text is None:
            return None
        from wb6assess.session.copies import kept_document

        return kept_document(text, self.instrument)

    # Evidence and its files.

    def evidence_items(self) -> list[EvidenceUse]:
        """Every distinct item of evidence with the questions it stands behind."""
        return evidence.evidence_items(self.instrument, self.answers)

    def attach(self, path: Path) -> Attachment:
        """Keep a copy of a file in the workspace; name it in an `Evidence` to use it.

        Raises:
            FileError: FILE_MISSING, FILE_UNREADABLE, ATTACHMENT_NOT_A_FILE, ATTACHMENT_TOO_LARGE.
            StorageError: it could not be kept.
        """
        return evidence.attach(self._around.attachments, path)

    def attachment_path(self, sha256: str) -> Path | None:
        """Where an attached file lies; None when it is not in this workspace."""
        return self._around.attachments.path(sha256)

    def attachments(self, document: Document | None = None) -> dict[str, Path]:
        """SHA-256 -> place of the files a document's evidence names, for a package.

        Files that are not in this workspace are left out.
        """
        answers = self.answers if document is None else document.answers
        places = {sha256: self.attachment_path(sha256) for sha256 in named_files(answers.values())}
        return {sha256: place for sha256, place in sorted(places.items()) if place is not None}

    def opening_copy(self, item: Evidence) -> Path:
        """A read-only copy for the system's own program; errors as in `evidence.opening_copy`."""
        return evidence.opening_copy(self._around.attachments, item)

    def save_attachment(self, item: Evidence, target: Path) -> None:
        """Write an attached file elsewhere; errors as in `evidence.save_attachment`."""
        evidence.save_attachment(self._around.attachments, item, target)

    def fill(
        self,
        answers: Mapping[str, Answer],
        source: Path | None = None,
        *,
        sample: bool = False,
    ) -> tuple[Change, ...]:
        """Store many answers like `record_all`, with the attachments of the package they came in.

        Replies to the coordinator that the answers know nothing of stay. Invented answers
        (`sample`) make a sample of the assessment, also when they are taken back: nobody can tell
        afterwards which words came with them.

        Raises:
            AnswerError: ASSESSMENT_LOCKED, ANSWER_NOT_ALLOWED.
            FileError: the package is damaged.
            StorageError: no answer was stored.
        """
        self._refuse_locked()
        self._take_files(answers, source)
        whose = dict.fromkeys(answers, source.name) if source is not None else {}
        coming = with_replies(self.answers, answers)
        return self.record_all(coming, whose, sample=sample)

    def _take_files(self, answers: Mapping[str, Answer], source: Path | None) -> None:
        if source is not None:
            named = named_files(answers.values())
            evidence.take_attachments(self._around.attachments, source, named)

    # Colleagues and other copies.

    def assignment(self) -> Mapping[str, str]:
        """Pillar id -> the colleague who answers it, in the questionnaire's order."""
        with self._database.reading() as connection:
            stored = parts.load_assignment(connection, self.id)
        pillars = [pillar.id for pillar in self.instrument.pillars]
        return {pillar: stored[pillar] for pillar in pillars if pillar in stored}

    def assign(self, persons: Mapping[str, str]) -> None:
        """Say who answers which pillar, in place of what was said before.

        Args:
            persons: Pillar id -> a colleague's name or code, which stays in this workspace and in
                the parts written for him; an empty one means the expert himself.

        Raises:
            AnswerError: PILLAR_UNKNOWN.
        """
        self.refuse_unknown_pillars(persons)
        named = {pillar: tidy(person).strip() for pillar, person in persons.items()}
        every = {pillar.id: named.get(pillar.id, "") for pillar in self.instrument.pillars}
        with self._database.writing() as connection:
            parts.save_assignment(connection, self.id, every if any(every.values()) else {})

    def came_back(self) -> frozenset[str]:
        """Ids of the given pillars that were joined since they were last given out."""
        with self._database.reading() as connection:
            return parts.load_back(connection, self.id)

    def note_out(self, person: str, pillars: Collection[str]) -> None:
        """Keep that a colleague is to answer pillars, again perhaps."""
        with self._database.writing() as connection:
            parts.save_back(connection, self.id, person, pillars, None)

    def note_back(self, person: str, pillars: Collection[str]) -> None:
        """Keep that pillars a colleague answers were joined; a list on Home says so."""
        with self._database.writing() as connection:
            parts.save_back(connection, self.id, person, pillars, self._now())

    def compare_copy(self, document: Document) -> "CopyComparison":
        """What differs in another copy of this questionnaire.

        The state both come from is taken to be the last one handed in here before either.

        Raises:
            AnswerError: ASSESSMENT_OTHER.
        """
        from wb6assess.session.copies import common_revision, compare_copies

        self.refuse_other(document.identity)
        ours = self.document()
        number = common_revision(self.revisions(), ours.revision, document.revision)
        base = None if number is None else self.revision(number)
        return compare_copies(ours, document, base, self.instrument)

    def join_copy(
        self, document: Document, choices: "Mapping[str, Choice]", source: Path | None = None
    ) -> tuple[Change, ...]:
        """Take from another copy what was chosen, in one transaction.

        Begins the next revision where one of the copies was handed in, so that the joined answers
        count before both.

        Args:
            document: The other copy.
            choices: Item -> side, or facet -> side; what is not named stays ours.
            source: The file it came in; attachments of a package are kept, too.

        Raises:
            AnswerError: ASSESSMENT_OTHER, ANSWER_NOT_ALLOWED.
            FileError: the package is damaged.
            StorageError: nothing was stored.
        """
        from wb6assess.session.copies import joined_answers

        self.refuse_other(document.identity)
        answers = joined_answers(self.document(), document, choices)
        self._take_files(answers, source)
        whose = dict.fromkeys(answers, source.name) if source is not None else {}
        changed = self._changed(answers, whose)
        handed_in = document.status is not Status.DRAFT
        revision = max(self._info.revision + self.locked, document.revision + handed_in)
        sample = document.sample and bool(changed)
        if revision > self._info.revision:
            return self._begin(revision, changed, sample=sample)
        return self.record_all({edit.item: edit.after for edit in changed}, whose, sample=sample)

    def refuse_unknown_pillars(self, pillars: Iterable[str]) -> None:
        """Raise PILLAR_UNKNOWN when the questionnaire has no such pillar."""
        known = tuple(pillar.id for pillar in self.instrument.pillars)
        for pillar in pillars:
            if pillar not in known:
                raise AnswerError(ErrorCode.PILLAR_UNKNOWN, pillar=pillar, known=known)

    def refuse_other(self, identity: Identity, name: str = "") -> None:
        """Raise ASSESSMENT_OTHER when a document is not about this very questionnaire."""
        ours = self._info.identity
        for key in ("country", "instrument", "instrument_version", "round", "expert"):
            expected, found = getattr(ours, key), getattr(identity, key)
            if expected != found:
                raise AnswerError(
                    ErrorCode.ASSESSMENT_OTHER,
                    path=name or found,
                    found=f"{key.replace('_', ' ')} {found}",
                    expected=expected,
                )

    # Handing in.

    def submit(self) -> Document:
        """Hand the revision in: it is kept for good and can no longer be changed.

        Raises:
            AnswerError: ASSESSMENT_LOCKED; PART_NOT_HANDED_IN; SUBMIT_BLOCKED with one problem per
                open finding.
        """
        self._refuse_locked()
        if self.part is not None:
            raise AnswerError(ErrorCode.PART_NOT_HANDED_IN, label=self.part.label)
        findings = self.open_findings()
        if findings:
            raise AnswerError(
                ErrorCode.SUBMIT_BLOCKED, problems=tuple(map(_problem, findings)), count=len(findings)
            )
        at = self._now()
        info = replace(self._info, status=Status.SUBMITTED, submitted_at=at, updated_at=at)
        return self._turn(info, Kind.SUBMIT)

    def withdraw(self) -> Document:
        """Take a handed-in revision back: the next revision says so and carries the same answers.

        The latest revision decides, so nothing of this expert is scored any more (methodology 9.3).
        It is locked like one that was handed in; `reopen` begins the one after it.

        Raises:
            AnswerError: NOT_HANDED_IN: a draft, or withdrawn already.
        """
        if self._info.status is not Status.SUBMITTED:
            raise AnswerError(ErrorCode.NOT_HANDED_IN, revision=self._info.revision)
        at = self._now()
        info = replace(
            self._info,
            status=Status.WITHDRAWN,
            revision=self._info.revision + 1,
            submitted_at=at,
            updated_at=at,
        )
        return self._turn(info, Kind.WITHDRAW)

    def reopen(
        self,
        answers: Mapping[str, Answer] | None = None,
        sources: Mapping[str, str] | None = None,
    ) -> tuple[Change, ...]:
        """Begin the next revision; does nothing to an open one.

        Args:
            answers: Item -> what stands there from its beginning, in the same transaction; all
                others are as they were.
            sources: Item -> whose answer it is, for the history.

        Raises:
            AnswerError: ANSWER_NOT_ALLOWED.
            StorageError: nothing was stored.
        """
        if not self.locked:
            return ()
        return self._begin(self._info.revision + 1, self._changed(answers or {}, sources or {}))

    def _turn(self, info: AssessmentInfo, kind: Kind) -> Document:
        """Keep the document of a revision for good, and lock it."""
        document = self._document(info)
        with self._database.writing() as connection:
            table.add_revision(connection, info, _hash_of(document), _text_of(document))
            table.save_standing(connection, info)
            history.write_turn(connection, info, kind, self._trail.next_number, info.updated_at)
        self._info = info
        return document

    def _document(self, info: AssessmentInfo) -> Document:
        return Document(
            identity=info.identity,
            revision=info.revision,
            status=info.status,
            answers=self._current.copy(),
            assessment_id=self.id,
            updated_at=info.updated_at,
            sample=info.sample,
        )


def _problem(finding: Finding) -> str:
    return f"{', '.join(finding.about)}: {finding_message(finding)}"


def _hash_of(document: Document) -> str:
    from wb6assess.exchange.digest import content_hash

    return content_hash(document)


def _text_of(document: Document) -> str:
    from wb6assess.exchange.written import write_document

    return write_document(document).decode()
