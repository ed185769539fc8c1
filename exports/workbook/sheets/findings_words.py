"""What checks notice, as formulas: one row each on Findings, gathered beside every answer."""

from exports.workbook.draft import Draft
from exports.workbook.live import Live
from exports.workbook.names import ANSWERS, FINDINGS, column, on, quoted
from exports.workbook.plan import ANSWER, FindingKey
from wb6assess.model.finding import Finding
from wb6assess.model.query import is_reply
from wb6assess.model.vocabulary import Severity
from wb6assess.reports.wording import finding_message, severity_words
from wb6assess.scoring.findings import Rule

# Columns of Findings.
ID, SEVERITY, ABOUT, SAYS, NOW, COMMENT = range(6)
OPEN, COMMENTED, NOTED = "open", "commented", "noted"
# Columns on Scores.
_UNCAPPED, _CAP, _BLOCKS = 5, 8, 10


def noticed(draft: Draft, key: FindingKey) -> Finding | None:
    """The finding of this row in the app's own list."""
    return draft.findings.get((key.id, "" if key.check is not None else key.item))


def now_of(finding: Finding | None) -> str:
    """Where a finding stands, in a word."""
    if finding is None:
        return ""
    if finding.severity is Severity.COMMENT:
        return OPEN if finding.open else COMMENTED
    return OPEN if finding.open else NOTED


def now_cell(draft: Draft, key: FindingKey, row: int) -> Live:
    """Whether the finding holds with the present answers."""
    if key.check is not None:
        test = f"{draft.inputs.truth(f'cond.check.{key.id}')}=1"
    else:
        test = _requirement(draft, key)
    comment = f"TRIM(${column(COMMENT)}${row + 1})"
    word = {
        Severity.BLOCK: quoted(OPEN),
        Severity.COMMENT: f'IF({comment}="",{quoted(OPEN)},{quoted(COMMENTED)})',
    }.get(key.severity or Severity.INFO, quoted(NOTED))
    return Live(f'IF({test},{word},"")', now_of(noticed(draft, key)))


def says_cell(draft: Draft, key: FindingKey) -> Live | str:
    """The sentence; a rule's names the level chosen."""
    if key.check is not None:
        return key.check.message
    if key.severity is None:
        return "Reply to a query of the coordinator." if is_reply(key.id) else ""
    answer = draft.inputs.sheet.answer(key.item)
    cell = on(ANSWERS, draft.plan.answer_rows[key.item], ANSWER)
    mark = "\0"
    message = finding_message(Finding(key.id, key.severity, key.about, facts={"level": mark}))
    level = f"IF(ISNUMBER({cell}),{cell},{key.level})"
    formula = f"&{level}&".join(quoted(part) for part in message.split(mark))
    shown = answer.value if isinstance(answer.value, int) else key.level
    return Live(formula, message.replace(mark, str(shown)))


def findings_cell(draft: Draft, item: str) -> Live | None:
    """Every finding about one indicator that holds now, one under the other."""
    plan = draft.plan
    if item not in plan.instrument.by_id:
        return None
    blocks = plan.score_cell(item, _BLOCKS)
    blocking = severity_words(Severity.BLOCK)
    parts = [f'IF({blocks}="","",{quoted(f"{blocking}: ")}&{blocks}&CHAR(10))']
    texts = [
        f"{blocking}: {finding_message(finding)}\n"
        for finding in draft.report.scores.findings
        if finding.severity is Severity.BLOCK and finding.about == (item,) and not finding.message
    ]
    caps, capped = _caps(draft, item)
    parts += caps
    texts += capped
    for key in plan.findings_about.get(item, ()):
        assert key.severity is not None  # those without are comments on something else
        row = plan.finding_rows[key.id, key.item]
        now, says = on(FINDINGS, row, NOW), on(FINDINGS, row, SAYS)
        label = f"{severity_words(key.severity)}: "
        parts.append(f'IF({now}="","",{quoted(label)}&{says}&CHAR(10))')
        finding = noticed(draft, key)
        if finding is not None:
            texts.append(f"{label}{finding_message(finding)}\n")
    return Live("&".join(parts), "".join(texts))


def _caps(draft: Draft, item: str) -> tuple[list[str], list[str]]:
    """What lowers the score, wherever the score is shown (methodology 1.6)."""
    plan, indicator = draft.plan, draft.plan.instrument.by_id[item]
    result = draft.report.scores.indicators[item]
    lowest, before = plan.score_cell(item, _CAP), plan.score_cell(item, _UNCAPPED)
    parts: list[str] = []
    for place, cap in enumerate(indicator.caps):
        says = f"counts as level {cap.at} at most: {cap.because}"
        # Of several true caps at the same level the first one is named.
        earlier = [
            f"{draft.inputs.truth(f'cond.cap.{item}.{other}')}<1"
            for other, same in enumerate(indicator.caps[:place])
            if same.at == cap.at
        ]
        truth = draft.inputs.truth(f"cond.cap.{item}.{place}")
        tests = ",".join([f"{truth}=1", f"{lowest}={cap.at}", f"{before}>{20 * cap.at}", *earlier])
        parts.append(f'IF(ISNUMBER({before}),IF(AND({tests}),{quoted(says)}&CHAR(10),""),"")')
    if result.cap is None:
        return parts, []
    return parts, [f"counts as level {result.cap.at} at most: {result.cap.because}\n"]


def _requirement(draft: Draft, key: FindingKey) -> str:
    """A level from the required one on without a reason, or without evidence."""
    indicator = draft.plan.instrument.by_id[key.item]
    machine = f"value.{key.item}"
    value = draft.plan.machine(machine)
    grounds = 4 if key.id == Rule.JUSTIFICATION_MISSING.value else 7
    missing = f"{draft.plan.machine(machine, grounds)}=0"
    state = draft.inputs.state(key.item)
    # AND evaluates all of its parts, and a text is larger than any number: ISNUMBER comes first.
    test = f'IF(ISNUMBER({value}),AND({value}>={key.level},{missing},LEFT({state},4)<>"skip"),FALSE)'
    if indicator.na_for:
        test = f"AND(NOT({draft.inputs.is_country(indicator.na_for)}),{test})"
    return test
