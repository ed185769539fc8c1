"""Annexes of the regional report in Word: agreement, method, notes, sources."""

from itertools import groupby

from exports import house
from exports.paper import regional_charts
from exports.word.blocks import Pages
from wb6assess.reports.region.rows import MethodPart, Regional

_MM = house.MM
_AGREE = (
    "Alpha of the domain; then indicators on which the experts disagree, of those rated by two or more. "
    "“c” confidential."
)
_WIDTHS = (
    "Width in points of the 90 % interval of the overall score, with everything varying and with one "
    "source alone."
)


def annexes(pages: Pages, content: Regional) -> None:
    """How far experts agree, how the numbers come about, notes, what was scored."""
    _agreement(pages, content)
    _method(pages, content.method)
    notes(pages, content)
    _sources(pages, content)


def _agreement(pages: Pages, content: Regional) -> None:
    part = content.agreement
    pages.head("Annex: how far experts agree", new_page=True)
    pages.say(part.finding, "Finding")
    pages.say(part.text)
    pages.chart(regional_charts.agreement(part), "Agreement of experts by domain, alpha.")
    count = max(1, len(part.columns))
    widths = [36 * _MM, *[134 * _MM / count] * len(part.columns)]
    cells = [[country, *texts] for country, texts in part.countries]
    head = ("Country", *part.columns)
    pages.table(head, cells, widths, caption=f"Agreement and disagreement by country. {_AGREE}")
    for words in part.others:
        pages.say(words, "Note")


def _method(pages: Pages, part: MethodPart) -> None:
    pages.head("Annex: how the numbers come about")
    for words in part.sentences:
        pages.say(words)
    if part.widths:
        head = ("Country", "Everything", "Weights", "Aggregation", "Experts, thin ratings")
        cells = [[row.country, *row.widths] for row in part.widths]
        widths = [46 * _MM, *[31 * _MM] * 4]
        caption = f"Where the intervals come from. {_WIDTHS}"
        pages.table(
            head, cells, widths, looks=dict.fromkeys(range(1, 5), "Cell Number"), caption=caption
        )
    rows = [
        [name, value, "changed" if changed else "default"] for name, value, changed in part.parameters
    ]
    widths = [part * _MM for part in (60, 80, 30)]
    pages.table(("Parameter", "Value", ""), rows, widths, caption="Parameters.")


def notes(pages: Pages, content: Regional, level: int = 1) -> None:
    """The notes every report must carry."""
    pages.head("Notes", level)
    for number, words in enumerate(content.notes, start=1):
        pages.say(f"{number}  {words}", "Note")
    pages.say(content.status_note, "Note")


def digest(pages: Pages, content: Regional) -> None:
    """The full fingerprint, once."""
    pages.say("Fingerprint of this result (SHA-256 over the fingerprints of its assessments)", "Note")
    grouped = (content.digest[start : start + 8] for start in range(0, len(content.digest), 8))
    pages.say(" ".join(grouped), "Digest")


def _sources(pages: Pages, content: Regional) -> None:
    pages.head("Sources")
    pages.say(
        "The handed-in assessments that are scored, by country, with revision and fingerprint; whose "
        "they are is not published."
    )
    if not content.sources:
        pages.say("No assessment is scored.")
    rows = [
        [country, instrument, "\n".join(f"r{item.revision}  {item.content_hash}" for item in group)]
        for (country, instrument), group in groupby(
            content.sources, key=lambda item: (item.country, item.instrument)
        )
    ]
    if rows:
        widths = [part * _MM for part in (36, 38, 96)]
        head = ("Country", "Questionnaire", "Revision and fingerprint (SHA-256)")
        pages.table(
            head, rows, widths, looks={1: "Cell Small", 2: "Digest"}, caption="Scored assessments."
        )
    digest(pages, content)
