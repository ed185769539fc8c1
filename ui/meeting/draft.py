"""What is being decided on an item, before it is recorded."""

from dataclasses import replace

from wb6assess.model.decision import REASON_MIN, Action, ReasonCode
from wb6assess.model.meeting import HalfDecided
from wb6assess.reports.meeting.rows import TOP_LEVEL, AgendaItem
from wb6assess.session.meeting import Finding

HALF = 0.5


class Draft(HalfDecided):
    """A choice with its reason, as a meeting changes it."""

    __slots__ = ()

    @classmethod
    def of(cls, kept: HalfDecided) -> "Draft":
        """What was kept, to go on with."""
        return cls(kept.action, kept.level, kept.code, kept.reason, kept.reference)

    def at(self, level: float) -> "Draft":
        """Choose a level."""
        return replace(self, action=Action.SET, level=level, code=self._fitting(Action.SET))

    def half(self) -> "Draft":
        """Half a level more than the whole one chosen, or back to it."""
        if self.action is not Action.SET or self.level is None:
            return self
        whole = int(self.level)
        other = float(whole) if self.level != whole else min(whole + HALF, TOP_LEVEL)
        return replace(self, level=other)

    def choosing(self, action: Action) -> "Draft":
        """Choose "confirm" or "not applicable"."""
        return replace(self, action=action, level=None, code=self._fitting(action))

    def _fitting(self, action: Action) -> ReasonCode:
        """Whether something applies is R4; otherwise the code stays what the person chose."""
        if action is Action.NA and self.code is ReasonCode.PANEL_CONSENSUS:
            return ReasonCode.APPLICABILITY
        if (
            self.action is Action.NA
            and action is not Action.NA
            and self.code is ReasonCode.APPLICABILITY
        ):
            return ReasonCode.PANEL_CONSENSUS
        return self.code

    @property
    def letters_missing(self) -> int:
        """How many characters the reason lacks."""
        return max(0, REASON_MIN - len(self.reason.strip()))

    def needs_reference(self, item: AgendaItem) -> bool:
        """Whether a reference is expected: late evidence, an error, a level no expert stands at."""
        beyond = self.action is Action.SET and self.level is not None and item.outside(self.level)
        return beyond or self.code.may_leave_the_range or bool(self.reference)

    def finding(self) -> Finding:
        """What is to be recorded; something is chosen."""
        assert self.action is not None  # the button is off before
        references = tuple(part.strip() for part in self.reference.split(";") if part.strip())
        return Finding(self.action, self.code, self.reason, self.level, references)
