"""What every room of the desk looks at: the last result, and which part of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui.charts.ready import prepare
from ui.garbage import set_aside
from ui.tasks import Job, Task, TaskQueue
from wb6assess.errors import AppError, InstrumentError
from wb6assess.model.assessment import Document, Identity
from wb6assess.model.framework import Country
from wb6assess.model.instrument import Instrument
from wb6assess.progress import Part, Progress
from wb6assess.reports.notes import named
from wb6assess.session.desk.consolidation import Collection, Consolidation
from wb6assess.session.desk.refusals import RefusedFile
from wb6assess.session.workspace import Workspace

_READ, _SCORE, _ANALYSE, _JUDGE, _STEPS = range(5)

_MANY = 50
"""Assessments from which on a result is large."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a recomputation brings; `result` is None where nothing was taken in yet."""

    collection: Collection
    result: Consolidation | None
    refused: tuple[RefusedFile, ...]


class DeskState(QObject):
    """The consolidation of everything received, made anew off the main thread when it changed.

    Rooms show `result` at once, whatever its age, and follow `updated`. Intervals, agreement and
    progress are there from `analysed` on; before that asking for them would hold the window up.

    Signals:
        updated: There is another result, or none any more.
        analysed: Everything beside the scores is worked out.
        looked_at: Another instrument, country or round is being looked at.
        busy_changed: A recomputation has begun or ended.
        progressed: Carries units done, units in all, and what is being done.
        failed: Carries the `AppError` that stopped a recomputation; the earlier result stays.
        room_requested: A room sends the person to another one; carries its id.
        refusals_changed: A refused file was left refused.
    """

    updated = Signal()
    analysed = Signal()
    looked_at = Signal()
    busy_changed = Signal()
    progressed = Signal(int, int, str)
    failed = Signal(object)
    room_requested = Signal(str)
    refusals_changed = Signal()

    def __init__(
        self, workspace: Workspace, tasks: TaskQueue, parent: QObject, language: str = "en"
    ) -> None:
        """`language` is that of questions, titles of pillars and instruments."""
        super().__init__(parent)
        self.workspace, self.tasks = workspace, tasks
        self.language = language
        self.result: Consolidation | None = None
        self.ready = False
        """Whether the analysis of `result` can be read without waiting."""
        self.refused: tuple[RefusedFile, ...] = ()
        """What earlier imports refused and nobody settled yet, oldest first."""
        self.pointed = ("", "")
        """Country and indicator another room points at; whoever shows it takes it away."""
        self._collection: Collection | None = None
        self._task: Task | None = None
        self._stopped = False
        self._round = ""
        self._instrument = ""
        self._country = ""

    # What is being looked at.

    @property
    def instrument(self) -> str:
        """Id of the instrument looked at; "" while there is no result."""
        known = self.result.instruments if self.result is not None else {}
        return self._instrument if self._instrument in known else next(iter(known), "")

    @property
    def domain(self) -> str:
        """Id of its domain."""
        assert self.result is not None  # asked only with data
        return self.result.framework.domain_of[self.instrument].id

    @property
    def country(self) -> str:
        """Code of the only country looked at; "" for all."""
        return self._country

    @property
    def round(self) -> str:
        """Id of the round scored."""
        return self.result.round if self.result is not None else self._round

    @property
    def rounds(self) -> tuple[str, ...]:
        """Rounds that files were received for, in the framework's order, unknown ones last."""
        files = self._collection.files if self._collection is not None else ()
        carried = {file.document.identity.round for file in files if file.document is not None}
        order = list(self.workspace.library.framework.round_by_id)
        return tuple(sorted(carried, key=lambda item: (item not in order, item)))

    @property
    def countries(self) -> tuple[Country, ...]:
        """The countries looked at, in code order of the framework."""
        every = self.workspace.library.framework.countries
        return tuple(item for item in every if self._country in {"", item.code})

    def look_at(self, *, instrument: str | None = None, country: str | None = None) -> None:
        """Look at another instrument or country; "" stands for every country."""
        before = self.instrument, self._country
        self._instrument = self._instrument if instrument is None else instrument
        self._country = self._country if country is None else country
        if before != (self.instrument, self._country):
            self.looked_at.emit()

    def choose_round(self, round_id: str) -> None:
        """Score another round."""
        if round_id != self._round:
            self._round = round_id
            self.recompute()

    def point_at(self, instrument: str, country: str, item: str) -> None:
        """Show an indicator of a country in the matrix."""
        self._instrument = instrument
        if self._country not in {"", country}:
            self._country = country
        self.pointed = country, item
        self.room_requested.emit("matrix")

    def add_to_agenda(self, country: str, item: str) -> Task:
        """Put an indicator before the next meeting of the round, whatever its rank; kept at once."""
        wishes, round_id = self.workspace.inbox.wishes, self.round
        task = self.tasks.run(lambda _progress: wishes.add(round_id, (country, item)), self)
        task.failed.connect(self.failed)
        return task

    def put_away(self, refusal: str) -> None:
        """Leave a file refused: it needs nobody any more."""
        refusals = self.workspace.inbox.refusals
        task = self.tasks.run(lambda _progress: refusals.put_away([refusal]), self)
        task.failed.connect(self.failed)
        task.succeeded.connect(lambda _done: self._forget_refusal(refusal))

    def _forget_refusal(self, refusal: str) -> None:
        self.refused = tuple(item for item in self.refused if item.id != refusal)
        self.refusals_changed.emit()

    # In words.

    def shown(self, instrument: str = "") -> Instrument:
        """The version scored, in the language of the desk, in English where that is missing."""
        assert self.result is not None  # asked only with data
        scored = self.result.instruments[instrument or self.instrument]
        try:
            return self.workspace.library.in_language(scored, self.language)
        except InstrumentError:
            return scored

    def country_name(self, code: str) -> str:
        """A country's name with the mark of its footnote; the code of an unknown one."""
        known = self.workspace.library.framework.country_by_code.get(code)
        return named(known) if known is not None else code

    def document(self, country: str, expert: str, instrument: str = "") -> Document | None:
        """What an expert's score comes from; None when nothing of theirs counts."""
        assert self.result is not None  # asked only with data
        scored = self.result.instruments[instrument or self.instrument]
        key = Identity(country, scored.id, scored.version, self.result.round, expert)
        return self.result.effective.get(key)

    # Computing.

    def enter(self) -> None:
        """A room is shown: compute what was never computed, or what could not be finished."""
        if self._task is None and (self._collection is None or not self.ready):
            self.recompute()

    @property
    def known(self) -> bool:
        """Whether it was looked, at least once, what was received."""
        return self._collection is not None

    @property
    def collection(self) -> Collection | None:
        """Everything received; None while it is read anew."""
        return self._collection

    @property
    def busy(self) -> bool:
        """Whether a recomputation is going on."""
        return self._task is not None

    def reload(self) -> None:
        """Files came or went: read everything received again, then score."""
        self._collection = None
        self.recompute()

    def recompute(self) -> None:
        """Score again; a recomputation that goes on is let go. Not once the window is closed."""
        self._let_go()
        if self.tasks.over:
            return
        workspace, collection, wanted = self.workspace, self._collection, self._round

        def job(progress: Progress) -> _Outcome:
            return _computed(workspace, collection, wanted, progress)

        self._start(job, self._computed)

    def cancel(self) -> None:
        """Stop at the next step; what was there stays."""
        if self._task is not None:
            self._stopped = True
            self._task.cancel()

    def _start(self, job: Job, then: Callable[[object], None]) -> None:
        self._stopped = False
        task = self._task = self.tasks.run(job, self)
        task.progressed.connect(self.progressed)
        task.succeeded.connect(then)
        task.failed.connect(self._failed)
        task.finished.connect(lambda: self._finished(task))
        self.busy_changed.emit()

    def _let_go(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            task.progressed.disconnect()
            task.succeeded.disconnect()
            task.failed.disconnect()

    def _computed(self, found: object) -> None:
        assert isinstance(found, _Outcome)
        self._collection, self.result = found.collection, found.result
        self.refused = found.refused
        self.ready = found.result is None
        self.updated.emit()

    def _analyse(self) -> None:
        result = self.result
        assert result is not None  # started only with one

        def job(progress: Progress) -> Consolidation:
            warm(result, progress)
            return result

        self._start(job, self._warmed)

    def _warmed(self, result: object) -> None:
        if self.result is not None and result is self.result:
            self.ready = True
            if len(self.result.effective) >= _MANY:
                # It stays for long; searching it for cycles again and again would hold up the hand.
                set_aside()
            self.analysed.emit()

    def _failed(self, error: object) -> None:
        assert isinstance(error, AppError)
        self.failed.emit(error)

    def _finished(self, task: Task) -> None:
        task.deleteLater()
        if task is not self._task:
            return
        self._task = None
        waits = self.result is not None and not self.ready
        if waits and not self._stopped and not self.tasks.over:
            self._analyse()
        else:
            self.busy_changed.emit()


def _computed(
    workspace: Workspace, collection: Collection | None, round_id: str, progress: Progress
) -> _Outcome:
    inbox = workspace.inbox
    if collection is None:
        collection = inbox.collection(Part(progress, _READ, _STEPS))
    refused = inbox.refusals.standing()
    if not any(file.document is not None for file in collection.files):
        return _Outcome(collection, None, refused)
    result = inbox.consolidate(
        round_id or None, collection=collection, progress=Part(progress, _SCORE, _STEPS)
    )
    progress.step(_ANALYSE, _STEPS)
    return _Outcome(collection, result, refused)


def warm(result: Consolidation, progress: Progress) -> None:
    """Work out what is computed when it is first asked for, so that asking never waits."""
    progress.step(_ANALYSE, _STEPS)
    prepare()  # charts are drawn from what is worked out here
    result.analysis.work_out(Part(progress, _ANALYSE, _STEPS))
    progress.step(_JUDGE, _STEPS)
    _ = result.obstacles, result.candidates
    progress.step(_STEPS, _STEPS)


def experts_words(n: int) -> str:
    """How many experts."""
    if n == 1:
        return QCoreApplication.translate("DeskRoom", "1 expert")
    return QCoreApplication.translate("DeskRoom", "{n} experts").format(n=n)
