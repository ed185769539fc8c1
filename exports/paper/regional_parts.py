"""What the pages of the regional report share: heads, and the report's rows as rows of charts."""

from exports import house
from exports.chart_rows import DotRow, PairRow
from exports.paper.flow import gap
from exports.paper.parts import Bookmark, Part
from exports.paper.styles import Flowable, paragraph
from exports.paper.tables import plain_table
from wb6assess.model.vocabulary import Actor
from wb6assess.reports.figures import interval_text, signed_text
from wb6assess.reports.region.rows import CountryPart, FixRow, GapRow, PublicScore, ScoreRow
from wb6assess.reports.region.steps import actor_words

BESIDE = "beside, not in the overall score"
COLUMNS = ("90 % interval", "Coverage", "Evidence", "Experts")
STEP = 46.0
FIELD_FIXES_NOTE = "The largest gains in the field's own score. Arithmetic, not advice."
STEPS_NOTE = (
    "Under each indicator stands its next level. The country decides about it, unless “with the EU” or "
    "“the EU decides” is written there."
)
OPENNESS_HEADS = ("Field", "Readiness", "Openness", "Difference", "Reading")
_OPENNESS = (
    "Both 0–100, as rated by experts. Readiness: what is reached of what the country can reach without "
    "a decision on the EU side. Openness: of the EU side. Differences under 2.0 points are not "
    "commented."
)
_DECIDES = {actor_words(Actor.JOINT): "with the EU", actor_words(Actor.EU): "the EU decides"}
PAIRS_NOTE = (
    "Filled circle: law in force. Open diamond: practice and results. Short line: institutions; open "
    "square: interface with the EU, both outside the gap. A gap says how far law runs ahead of "
    "practice, not that the law is good: read both ends."
)


def narrow(*block: Flowable) -> list[Flowable]:
    """Running text at most 150 mm wide."""
    return [plain_table([[item]], [house.READING_WIDTH]) for item in block]


def heading(number: str, title: str, finding: str, key: str) -> list[Flowable]:
    """A page's kicker, title and message."""
    return [
        Part(title if number.startswith("Domain") else number),
        Bookmark(title, key),
        paragraph(number, "kicker", keep=True),
        gap(2, keep=True),
        paragraph(title, "title", keep=True),
        gap(4, keep=True),
        paragraph(finding, "finding", keep=True),
        gap(10, keep=True),
    ]


def dot_row(row: ScoreRow, *, evidence: bool = True) -> DotRow:
    """A score with its interval, coverage, evidence and experts."""
    columns = (_between(row.score), row.score.coverage, row.evidence, row.experts)
    return small_row(row, columns if evidence else (*columns[:2], columns[3]))


def small_row(row: ScoreRow, columns: tuple[str, ...] = ()) -> DotRow:
    """A score with these columns."""
    score = row.score
    return DotRow(
        row.key,
        row.label,
        score.value,
        score.sign,
        score.band,
        columns,
        score.provisional,
        score.interval,
    )


def score_dot(label: str, score: PublicScore) -> DotRow:
    """A score of a panel."""
    return small_row(ScoreRow("", label, score, ""))


def pair_row(row: GapRow) -> PairRow:
    """Law and practice as a chart takes them."""
    return PairRow(row.country, row.law, row.practice, row.institution, row.missing, row.interface)


def next_words(row: FixRow) -> str:
    """The next level of an indicator, and who decides about it where it is not the country alone."""
    who = _DECIDES.get(row.actor, "")
    return f"{row.step_words} ({who})" if who else row.step_words


def openness_head(part: CountryPart) -> tuple[str, str]:
    """Title and explanation of what is said of readiness, openness and gaps of information."""
    if not part.openness:
        return "Information gaps", ""
    title = "Readiness and openness"
    return f"{title}, information gaps" if part.unknown else title, _OPENNESS


def openness_cells(part: CountryPart) -> list[list[str]]:
    """A row for each field with both figures."""
    return [
        [row.domain, row.readiness, row.openness, signed_text(row.points), row.reading]
        for row in part.openness
    ]


def _between(score: PublicScore) -> str:
    return interval_text(score.interval) if score.interval else ""
