"""Where a check that is about many indicators noticed something."""

from wb6assess.model.conditions import Any, referenced_indicators
from wb6assess.model.finding import Finding
from wb6assess.scoring.conditions import holds
from wb6assess.scoring.states import AnswerSheet


def noticed_at(finding: Finding, sheet: AnswerSheet) -> tuple[str, ...]:
    """Those of `finding.about` whose answers make its check speak, in its order.

    A check such as "an answer at level 4 or 5 has no evidence" is a row of alternatives, one for each
    indicator; only the true ones say where to look. All of `about` where that cannot be told.
    """
    check = next((check for check in sheet.instrument.checks if check.id == finding.id), None)
    if check is None or not isinstance(check.when, Any):
        return finding.about
    true = [part for part in check.when.parts if holds(part, sheet) is True]
    there = {item for part in true for item in referenced_indicators(part)}
    return tuple(item for item in finding.about if item in there) or finding.about
