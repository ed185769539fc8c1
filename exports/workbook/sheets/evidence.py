"""The Evidence sheet: one row per item, empty rows to add more."""

from exports.workbook import lists, measure
from exports.workbook.cells import shown_text
from exports.workbook.draft import A3, LANDSCAPE, Column, Draft
from exports.workbook.kept import EVIDENCE_FIELDS
from exports.workbook.live import Live, put
from exports.workbook.names import EVIDENCE, column
from exports.workbook.plan import HEAD_ROW
from exports.workbook.sheets.evidence_words import GRADE, KIND, READS, words_formula, words_of
from exports.workbook.validation import id_rule, kind_rule
from wb6assess.model.assessment import EVIDENCE_GRADES

COLUMNS = (
    Column(11, "Id", style="head_indent"),
    Column(16, "Kind", "kind", style="head_indent"),
    Column(26, "Title", "title", style="head_indent"),
    Column(26, "Citation", "citation", style="head_indent"),
    Column(16, "Issuer", "issuer", style="head_indent"),
    Column(11, "Date", "date", style="head_indent"),
    Column(14, "Reference", "reference", style="head_indent"),
    Column(24, "Link", "url", style="head_indent"),
    Column(8, "Page", "page", style="head_indent"),
    Column(30, "Quote", "quote", style="head_indent"),
    Column(16, "File", "file", style="head_indent"),
    Column(12, "SHA-256", "sha256", style="head_indent"),
    Column(7, "Grade", style="head_centre"),
    Column(34, "Reads as", style="head_indent"),
)


def write_evidence(draft: Draft) -> None:
    """Write the sheet with its drop-downs."""
    sheet = draft.sheet(EVIDENCE, COLUMNS, "evidence")
    draft.heading(
        sheet,
        "Evidence",
        "One row per item; add items in the empty blue rows. Choose the id and the kind first. "
        "Grade A: law and official documents, B: other documents, C: statements.",
    )
    first, last = draft.plan.evidence_rows
    styles = draft.styles
    room = [measure.column_points(item.width) - 8 for item in COLUMNS]
    kinds = list(lists.KINDS)
    table = _kind_table(draft, kinds)
    for row in range(first, last + 1):
        place = row - first
        item, piece = draft.plan.evidence[place] if place < len(draft.plan.evidence) else ("", None)
        texts = [item]
        if piece is not None:
            texts += [lists.KINDS[piece.kind]]
            texts += [shown_text(getattr(piece, name)) for name in EVIDENCE_FIELDS[1:]]
            # Spare rows keep the standard height; text there is still to come.
            heights = [
                measure.height((text[:2000], room[col], 9, False)) for col, text in enumerate(texts)
            ]
            reads = words_of(piece)
            sheet.set_row(row, max(*heights, measure.height((reads, room[READS], 8, False))))
        else:
            reads = ""
        for col in range(GRADE):
            text = texts[col] if col < len(texts) else None
            put(sheet, row, col, text, styles["input_small"])
        kind = f"${column(KIND)}{row + 1}"
        grade = EVIDENCE_GRADES[piece.kind].value if piece else ""
        lookup = f'IF({kind}="","",IFERROR(VLOOKUP({kind},{table},3,FALSE),""))'
        put(sheet, row, GRADE, Live(lookup, grade), styles["caption_centre"])
        put(sheet, row, READS, Live(words_formula(row), reads), styles["caption_indent"])
    id_rule(draft, sheet, first, last, 0)
    kind_rule(draft, sheet, first, last, KIND)
    sheet.freeze_panes(first, 2)
    sheet.repeat_rows(HEAD_ROW)
    draft.page(sheet, A3, landscape=LANDSCAPE)
    sheet.print_area(0, 0, first + max(len(draft.plan.evidence), 10) - 1, READS)
    draft.quiet(sheet, last, READS)
    draft.protect(sheet)


def _kind_table(draft: Draft, kinds: list[str]) -> str:
    """Label, code and grade of every kind on the machine sheet."""
    start = draft.plan.machine(f"list.kind.{kinds[0]}", 1)
    end = draft.plan.machine(f"list.kind.{kinds[-1]}", 3)
    return f"{start}:{end.split('!')[1]}"
