"""What the summary of one expert's assessment says: rows and sentences, no layout."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from wb6assess.model.assessment import Status
from wb6assess.model.finding import Finding
from wb6assess.model.instrument import Indicator
from wb6assess.model.vocabulary import Severity
from wb6assess.reports.answers import answer_words
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.reports.expert.summary_rows import (
    FindingRow,
    GapRow,
    LevelRow,
    NotScoredRow,
    PillarRow,
    Summary,
)
from wb6assess.reports.figures import (
    fingerprint,
    level_text,
    score_text,
    share_text,
)
from wb6assess.reports.identity import country_title, identity_lines, round_title, source_line
from wb6assess.reports.notes import reading_notes
from wb6assess.reports.wording import (
    band_words,
    finding_message,
    gap_words,
    published_sign,
    state_words,
)
from wb6assess.scoring.bands import BANDS, to_next_band
from wb6assess.scoring.findings import Rule
from wb6assess.scoring.numbers import at_least, snapped
from wb6assess.scoring.states import IndicatorScore, State
from wb6assess.scoring.tree import NodeScore, NodeStatus, balance_penalty

TOP_PRIORITIES = 10
_EXTREMES = 4
_ALONG_FROM = 60.0
_BEHIND_TO = 40.0
_UNEVEN = Decimal(5)
_MANY = 6


def summary_of(report: AssessmentReport) -> Summary:
    """Put one scored assessment into words and rows."""
    identity, scores = report.document.identity, report.scores
    name = country_title(report)
    node = scores.domain
    return Summary(
        title=report.instrument.title,
        subtitle=f"{name}, round {round_title(report)}",
        country=name,
        identity=identity_lines(report),
        sign=published_sign(node.status, node.published),
        published=node.published,
        band=node.band,
        verdict=_verdict(node),
        verdict_text=" ".join(_verdict_sentences(report)),
        pillars=tuple(_pillars(report)),
        along=tuple(_extremes(report, along=True)),
        behind=tuple(_extremes(report, along=False)),
        priorities=tuple(_priorities(report)),
        aspects=scores.aspects,
        aspects_text=_aspects_text(report),
        not_scored=tuple(_not_scored(report)),
        findings_text=_findings_text(scores.findings),
        findings=tuple(_finding_rows(scores.findings)),
        notes=tuple(
            reading_notes(
                report.framework,
                (report.instrument,),
                identity.round,
                single=True,
                sample=report.document.sample,
            )
        ),
        status_note=report.framework.note_on([identity.country]),
        fingerprint=fingerprint(report.content_hash),
        content_hash=report.content_hash,
        source=source_line(report),
        sample=report.document.sample,
        draft=report.document.status is Status.DRAFT,
    )


def _verdict(node: NodeScore) -> str:
    if node.band is not None:
        words = band_words(node.band)
        return words[0].upper() + words[1:]
    return "Insufficient data" if node.status is NodeStatus.INSUFFICIENT else "Not applicable"


def _verdict_sentences(report: AssessmentReport) -> Iterator[str]:
    node, parameters = report.scores.domain, report.framework.parameters
    if node.published is not None and node.band is not None:
        distance = to_next_band(node.published, parameters.cuts)
        if distance is not None:
            above = BANDS[BANDS.index(node.band) + 1]
            yield f"{score_text(distance)} points below “{band_words(above)}”."
        else:
            yield "This is the highest band."
    elif node.status is NodeStatus.INSUFFICIENT:
        yield f"No score is published below a coverage of {share_text(parameters.tau)}."
    else:
        yield "No indicator applies."
    if node.coverage is None:
        yield f"{_counts(report)}."
    else:
        dagger = ", provisional (†)" if node.provisional else ""
        yield f"Coverage {share_text(node.coverage)}{dagger}: {_counts(report)}."
    penalty = balance_penalty(node, report.scores.geometric)
    if penalty is not None:
        uneven = ", an uneven profile" if penalty >= _UNEVEN else ""
        yield (
            f"With pillars aggregated geometrically {score_text(report.scores.geometric)}; "
            f"balance penalty {score_text(penalty)}{uneven}."
        )


def _counts(report: AssessmentReport) -> str:
    """How many indicators stand in each state, most common words first, zero ones left out."""
    states = Counter(result.state for result in report.scores.indicators.values())
    parts = [f"{states[State.ANSWERED]} of {states.total()} indicators answered"]
    parts += [
        f"{states[state]} {words}"
        for state, words in (
            (State.DONT_KNOW, "“don't know”"),
            (State.WITHHELD, "withheld"),
            (State.NOT_APPLICABLE, "not applicable"),
            (State.UNANSWERED, "not answered"),
            (State.SKIPPED_ZERO, "not asked and counted as 0"),
            (State.SKIPPED_EXCLUDE, "not asked and left out"),
        )
        if states[state]
    ]
    return ", ".join(parts)


def _pillars(report: AssessmentReport) -> Iterator[PillarRow]:
    for pillar in report.instrument.pillars:
        node = report.scores.pillars[pillar.id]
        yield PillarRow(
            pillar.id,
            pillar.title,
            node.published,
            published_sign(node.status, node.published),
            node.band,
            share_text(node.coverage, missing="z"),
            node.provisional,
        )


def _extremes(report: AssessmentReport, *, along: bool) -> list[LevelRow]:
    """The indicators furthest along, or furthest from their target; skipped ones are in neither."""
    rows = []
    for item in report.instrument.indicators():
        result = report.scores.indicators[item.id]
        if result.score is None or result.state is not State.ANSWERED or not item.score_weight:
            continue
        far = at_least(result.score, _ALONG_FROM) if along else at_least(_BEHIND_TO, result.score)
        gap = 20.0 * item.target - result.score
        if far and (along or snapped(gap) > 0):
            weight = report.scores.effective.get(item.id, 0.0)
            key = -result.score if along else -gap
            rows.append(((snapped(key), -snapped(weight), item.id), item, result))
    ordered = sorted(rows, key=lambda row: row[0])[:_EXTREMES]
    return [_level_row(report, item, result) for _, item, result in ordered]


def _level_row(report: AssessmentReport, item: Indicator, result: IndicatorScore) -> LevelRow:
    value = report.document.answers[item.id].value
    assert value is not None  # answered
    assert result.score is not None
    says = "" if item.sensitive else answer_words(item, value)
    if result.cap is not None:
        chosen = level_text(result.uncapped or 0.0)
        says = f"chosen {chosen}, counts {level_text(result.score)}: {result.cap.because}"
    return LevelRow(item.id, item.title, level_text(result.score), says)


def _priorities(report: AssessmentReport) -> Iterator[GapRow]:
    for row in report.scores.priorities[:TOP_PRIORITIES]:
        item = report.instrument.by_id[row.indicator]
        result = report.scores.indicators[row.indicator]
        remark = state_words(result.state) if result.state is State.SKIPPED_ZERO else ""
        if result.cap is not None:
            remark = f"capped: {result.cap.because}"
        yield GapRow(
            item.id, item.title, remark, row.gain, level_text(row.score), level_text(20.0 * item.target)
        )


def _aspects_text(report: AssessmentReport) -> str:
    aspects = report.scores.aspects
    institutions = _many(aspects.institution.scored, "institution indicator")
    figure = aspects.institution.published
    value = "" if figure is None else f" ({score_text(figure)})"
    aside = f"{institutions}{value} shown beside, outside the gap"
    basis = (
        f"Based on {_many(aspects.law.scored, 'law indicator')} and "
        f"{_many(aspects.practice.scored, 'practice indicator')}; {aside}."
    )
    if aspects.gap is None:
        return (
            "No gap is published: law and practice each need three scored indicators and a coverage of "
            f"{share_text(report.framework.parameters.tau)}. {basis}"
        )
    return f"Gap {score_text(aspects.gap)}: {gap_words(aspects.gap)}. {basis}"


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _not_scored(report: AssessmentReport) -> Iterator[NotScoredRow]:
    country = report.document.identity.country
    for item in report.instrument.indicators():
        result = report.scores.indicators[item.id]
        if result.score is not None or not item.scored:
            continue
        why = item.na_for[country] if result.by_design else state_words(result.state)
        yield NotScoredRow(item.id, item.title, why)


def _findings_text(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "No check noticed anything."
    blocking = sum(finding.severity is Severity.BLOCK for finding in findings)
    open_ones = sum(
        finding.severity is Severity.COMMENT and not finding.comment.strip() for finding in findings
    )
    first = (
        f"{blocking} of them must be settled before handing in" if blocking else "None blocks handing in"
    )
    second = (
        f"; {open_ones} still {'needs' if open_ones == 1 else 'need'} a comment." if open_ones else "."
    )
    return f"Checks that noticed something. {first}{second}"


def _finding_rows(findings: tuple[Finding, ...]) -> Iterator[FindingRow]:
    """One row for each thing noticed: the same sentence about many indicators stands once."""
    grouped: dict[tuple[Severity, str, str], list[Finding]] = {}
    for finding in findings:
        commented = "yes" if finding.comment.strip() else "no"
        key = (finding.severity, finding_message(finding), commented)
        grouped.setdefault(key, []).append(finding)
    for (severity, message, commented), same in grouped.items():
        about = tuple(dict.fromkeys(item for finding in same for item in finding.about))
        listed = same[0].id == Rule.UNANSWERED and len(about) > _MANY
        words = f"{len(about)} indicators, see “Not scored”" if listed else ", ".join(about)
        yield FindingRow(severity, message, words, commented)
