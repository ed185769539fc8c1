"""The last pages: agreement of experts, method and parameters, notes, sources."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from exports import house
from exports.paper import regional_charts
from exports.paper.flow import gap, section, together
from exports.paper.regional_parts import heading, narrow
from exports.paper.styles import Flowable, paragraph
from exports.paper.tables import plain_table, table
from exports.paper.words import fingerprint_lines, replaced_signs
from wb6assess.reports.region.rows import MethodPart, Regional

_MM = house.MM
_READING = house.READING_WIDTH
_AGREE = (
    "By country: alpha of the domain; then indicators on which the experts disagree, of those rated by "
    "two or more. “c” confidential."
)


def annexes(content: Regional) -> list[Flowable]:
    """Agreement, method, notes and sources."""
    return [*_agreement(content), *_method(content.method), *_notes(content), *_sources_part(content)]


def _agreement(content: Regional) -> list[Flowable]:
    part = content.agreement
    widths = [34 * _MM, *[136 * _MM / len(part.columns)] * len(part.columns)]
    cells = [[country, *texts] for country, texts in part.countries]
    return [
        *heading("Annex: agreement", "How far experts agree", part.finding, "agreement"),
        regional_charts.agreement(part),
        gap(4),
        *narrow(paragraph(part.text, "note")),
        gap(14),
        *section("Agreement and disagreement by country", _AGREE, key="agreement-countries", level=1),
        gap(3, keep=True),
        table(cells, widths, head=("Country", *part.columns), padding=1.6),
        gap(8),
        *narrow(*(paragraph(words, "note") for words in part.others)),
    ]


def _method(part: MethodPart) -> list[Flowable]:
    said = [item for words in part.sentences for item in (paragraph(words, "body"), gap(5))]
    return [
        gap(26),
        *heading(
            "Annex: method", "How the numbers come about", "Every step can be computed again.", "method"
        ),
        *narrow(*said),
        *_widths(part),
        gap(12),
        *_parameters(part),
    ]


def _widths(part: MethodPart) -> list[Flowable]:
    if not part.widths:
        return []
    cells = [[row.country, *row.widths] for row in part.widths]
    head = ("Country", "Everything", "Weights", "Aggregation", "Experts, thin ratings")
    block = [
        gap(8),
        *section(
            "Where the intervals come from",
            "Width in points of the 90 % interval of the overall score, with everything varying and "
            "with one source alone.",
            key="widths",
            level=1,
        ),
        gap(3, keep=True),
        table(
            cells,
            [46 * _MM, *[31 * _MM] * 4],
            head=head,
            right=frozenset(range(1, 5)),
            padding=1.4,
        ),
    ]
    return [together(block)]


def _parameters(part: MethodPart) -> list[Flowable]:
    """Three columns of names and values; those that differ from the defaults say so."""
    pairs = [
        [paragraph(name, "grey"), paragraph(f"{value}{' (changed)' if changed else ''}", "grey")]
        for name, value, changed in part.parameters
    ]
    third = -(-len(pairs) // 3)
    cells = [
        [cell for start in range(0, len(pairs), third) for cell in _at(pairs, start + row)]
        for row in range(third)
    ]
    widths = [27 * _MM, 29 * _MM] * 3
    return [
        together(
            [
                *section("Parameters", key="parameters", level=1),
                gap(3, keep=True),
                table(cells, widths[: len(cells[0])], padding=0.8, layout=True),
            ]
        )
    ]


def _at(pairs: Sequence[Sequence[Flowable]], place: int) -> Sequence[Flowable]:
    return pairs[place] if place < len(pairs) else [paragraph("", "grey"), paragraph("", "grey")]


def _notes(content: Regional) -> list[Flowable]:
    notes = [*content.notes, *replaced_signs(content)]
    rows = [
        [paragraph(str(number), "note"), paragraph(words, "note")]
        for number, words in enumerate(notes, start=1)
    ]
    listed = plain_table(rows, [12, _READING - 12], padding=1)
    block = [*section("Notes", key="notes"), gap(2), listed]
    if content.status_note:
        block += [gap(4), *narrow(paragraph(content.status_note, "note"))]
    return [gap(20), together(block)]


def _sources_part(content: Regional) -> list[Flowable]:
    lead = (
        "The handed-in assessments that are scored, by country, with revision and fingerprint; whose "
        "they are is not published."
    )
    return [
        gap(14),
        *section("Sources", lead, key="sources"),
        gap(3, keep=True),
        _sources(content),
        gap(14),
        together(
            fingerprint_lines(
                "Fingerprint of this result (SHA-256 over the fingerprints above)",
                content.digest,
                "The same scored assessments, in any order, give the same fingerprint.",
            )
        ),
    ]


def _sources(content: Regional) -> Flowable:
    if not content.sources:
        return paragraph("No assessment is scored.", "small")
    grouped = [
        (
            country,
            instrument,
            [paragraph(f"r{source.revision}  {source.content_hash}", "digest") for source in group],
        )
        for (country, instrument), group in groupby(
            content.sources, key=lambda source: (source.country, source.instrument)
        )
    ]
    # The country stands once, at its first line.
    firsts = [True] + [later[0] != earlier[0] for earlier, later in pairwise(grouped)]
    rows: Sequence[Sequence[Flowable]] = [
        [paragraph(country if first else "", "strong"), paragraph(instrument, "grey"), digests]
        for (country, instrument, digests), first in zip(grouped, firsts, strict=True)
    ]
    widths = [36 * _MM, 40 * _MM, 94 * _MM]
    head = ("Country", "Questionnaire", "Revision and fingerprint (SHA-256)")
    return table(rows, widths, head=head, padding=1.2)
