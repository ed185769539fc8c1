"""Whether a new version says truly what became of the questions of the one before."""

from collections.abc import Iterable, Mapping

from wb6assess.instruments.format import InstrumentShape
from wb6assess.instruments.library import version_key
from wb6assess.instruments.lineage import (
    RENAMED_FROM,
    IndicatorChange,
    Weight,
    indicator_changes,
    similarity,
)
from wb6assess.instruments.problems import Path, did_you_mean
from wb6assess.instruments.references import placed_indicators
from wb6assess.instruments.report import Report
from wb6assess.model.instrument import Instrument, Lineage
from wb6assess.model.vocabulary import LineageChange

_OTHER_BELOW = 0.35
"""Below this similarity a question hardly is the old one reworded."""
_SHOWN = 4


def check_versions(
    new: Instrument, shape: InstrumentShape, older: Iterable[Instrument], report: Report
) -> None:
    """Report ids that changed their meaning and lineage that is missing or not true.

    Args:
        new: A questionnaire without faults.
        shape: The shape of its file.
        older: Its earlier versions, in any order.
        report: Of the newer version's file.
    """
    rank = version_key(new.version)
    before = sorted(
        (item for item in older if version_key(item.version) < rank),
        key=lambda item: version_key(item.version),
        reverse=True,
    )
    if not before:
        return
    places = {item.id: path for path, item in placed_indicators(shape)}
    for change in indicator_changes(before[0], new):
        _Judge(change, places[change.new.id], before, report).judge()


class _Judge:
    """Says what is wrong with the origin of one indicator."""

    def __init__(
        self, change: IndicatorChange, path: Path, before: list[Instrument], report: Report
    ) -> None:
        self._change = change
        self._path = path
        self._before = before
        self._report = report
        self._version = before[0].version

    def judge(self) -> None:
        lineage = self._change.new.lineage
        if lineage is not None and lineage.old and lineage.old not in self._before[0].by_id:
            hint = did_you_mean(lineage.old, self._before[0].by_id)
            self._add("lineage.old", f"version {self._version} has no indicator `{lineage.old}`{hint}")
        elif lineage is None:
            self._judge_silence()
        else:
            self._judge_word(lineage)
        self._judge_id()

    def _judge_silence(self) -> None:
        """Nothing is said about the origin."""
        change = self._change
        proposal = lineage_text(change.proposed())
        if change.old is not None and change.weight in {Weight.MEANING, Weight.SCORING}:
            message = (
                f"{self._what(Weight.MEANING, Weight.SCORING)} from version {self._version} and no "
                f"`lineage` says what that means; proposed: {proposal}"
            )
            self._add("", message)
        else:
            message = f"say how this relates to version {self._version}; proposed: {proposal}"
            self._add("", message, advice=True)

    def _judge_word(self, lineage: Lineage) -> None:
        change, said = self._change, lineage.change
        if said is LineageChange.ADDED:
            if change.new.id in self._before[0].by_id:
                self._add("lineage.change", f"`added`, but version {self._version} has this id too")
        elif said is LineageChange.UNCHANGED and change.weight is Weight.WORDS:
            message = f"`unchanged`, but {self._what(Weight.WORDS)}; call it `editorial`"
            self._add("lineage.change", message, advice=True)
        elif said is LineageChange.UNCHANGED and change.weight is not Weight.NOTHING:
            grave = self._what(Weight.MEANING, Weight.SCORING)
            self._add("lineage.change", f"`unchanged`, but {grave} from version {self._version}")
        elif said is LineageChange.EDITORIAL and change.weight is Weight.SCORING:
            grave = self._what(Weight.SCORING)
            message = f"`editorial`, but {grave} from version {self._version}, which changes scores"
            self._add("lineage.change", message)
        elif said is LineageChange.EDITORIAL and change.weight is Weight.MEANING:
            message = (
                f"`editorial`, but {self._what(Weight.MEANING)} from version {self._version} "
                f"({share(change.similarity)} alike); is the meaning really the same?"
            )
            self._add("lineage.change", message, advice=True)

    def _judge_id(self) -> None:
        """An id that now stands for another question."""
        new = self._change.new
        for version in self._before:
            earlier = version.by_id.get(new.id)
            if earlier is None:
                continue
            alike = similarity(earlier, new)
            limit = _OTHER_BELOW if version is self._before[0] else RENAMED_FROM
            if alike < limit and earlier.title != new.title:
                said = new.lineage.change if new.lineage is not None else None
                message = (
                    f"in version {version.version} the id `{new.id}` asks something else "
                    f"({share(alike)} alike); a new question gets a new id"
                )
                self._add("id", message, advice=said is LineageChange.REWORDED)
            return

    def _what(self, *weights: Weight) -> str:
        """`levels.3 and question differ`."""
        names = [part.name for part in self._change.parts if part.weight in weights]
        shown = ", ".join(names[:_SHOWN])
        if len(names) > _SHOWN:
            shown += f" and {len(names) - _SHOWN} more"
        return f"{shown} {'differs' if len(names) == 1 else 'differ'}"

    def _add(self, key: str, message: str, *, advice: bool = False) -> None:
        steps = tuple(key.split(".")) if key else ()
        self._report.add((*self._path, *steps), message, advice=advice)


def lineage_text(lineage: Lineage) -> str:
    """As it stands in the file: `lineage: {old: FDI-1.1, change: unchanged}`."""
    pairs: Mapping[str, str] = {"old": lineage.old, "change": lineage.change.value}
    return f"lineage: {{{', '.join(f'{key}: {value}' for key, value in pairs.items() if value)}}}"


def share(value: float) -> str:
    """0.834 as "83 %"."""
    return f"{value * 100:.0f} %"
