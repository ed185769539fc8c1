"""XLSForms drawn for tests, as people lay them out."""

import io
from pathlib import Path

from pyxform.xls2xform import convert
from xlsxwriter import Workbook

Sheet = list[list[object]]


def draw(path: Path, **sheets: Sheet) -> Path:
    """A workbook with these sheets; the first row of each holds the heads."""
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell is not None and cell != "":
                        sheet.write(place, column, cell)
    path.write_bytes(buffer.getvalue())
    return path


def xform_of(path: Path) -> tuple[str, list[str]]:
    """What pyxform makes of a form, and its warnings; raises when it does not convert."""
    result = convert(path)
    return result.xform, result.warnings


LANGUAGES = ("English (en)", "Shqip (sq)", "Српски (sr-Cyrl)")


def household(path: Path) -> Path:
    """A household survey: groups, a repeat, conditions, constraints, three languages."""

    def texts(english: str, albanian: str = "", serbian: str = "") -> list[object]:
        return [english, albanian, serbian]

    heads = ["type", "name", *(f"label::{name}" for name in LANGUAGES), "hint::English (en)"]
    heads += ["relevant", "constraint", "constraint_message::English (en)", "required", "appearance"]
    heads += ["calculation", "choice_filter", "repeat_count"]

    def row(kind: str, name: str, label: list[object], hint: str = "", **more: str) -> list[object]:
        keys = ("relevant", "constraint", "message", "required", "appearance", "calculation")
        return [kind, name, *label, hint, *(more.get(key, "") for key in (*keys, "filter", "count"))]

    blank = texts("")
    survey: Sheet = [
        heads,
        row("start", "started", blank),
        row("note", "welcome", texts("This survey is about water.", "Kjo anketë është për ujin.")),
        row("begin group", "about", texts("The household", "Familja", "Домаћинство")),
        row("select_one region", "region", texts("Region", "Rajoni", "Регион"), required="yes"),
        row("select_one town", "town", texts("Town", "Qyteti"), filter="region=${region}"),
        row(
            "integer",
            "members",
            texts("How many people live here?", "Sa veta jetojnë këtu?"),
            "Count children too.",
            constraint=". > 0 and . < 31",
            message="Between 1 and 30.",
            required="yes",
        ),
        row("integer", "children", texts("How many are children?"), constraint=". <= ${members}",
            message="No more children than people."),
        row("date", "visited", texts("Date of the visit", "Data e vizitës")),
        row("end group", "", blank),
        row("begin_group", "water", texts("Water", "Uji", "Вода"), relevant="${members} > 0"),
        row("select_multiple sources or_other", "sources", texts("Where does the water come from?")),
        row("begin_group", "tap", texts("The tap"), relevant="selected(${sources}, 'tap')"),
        row("select_one yes_no", "daily", texts("Is there water every day?", "A ka ujë çdo ditë?")),
        row("decimal", "hours", texts("Hours a day"), relevant="${daily} = 'no' and ${members} >= 2"),
        row("end_group", "", blank),
        row("calculate", "per_head", blank, calculation="${hours} div ${members}"),
        row("text", "remarks", texts("What else?"), relevant="${per_head} > 3", appearance="multiline"),
        row("text", "code", texts("Meter number"), constraint="regex(., '^[0-9]{6}$')"),
        row("end_group", "", blank),
        row("begin_repeat", "person", texts("A member of the household"), count="${members}"),
        row("text", "first_name", texts("First name")),
        row("integer", "age", texts("Age in years"), constraint=". >= 0"),
        row("end_repeat", "", blank),
        row("geopoint", "place", texts("Where is the house?")),
        row("image", "photo", texts("A picture of the meter")),
        row("note", "thanks", texts("Thank you.")),
    ]  # fmt: skip
    choices: Sheet = [
        ["list_name", "name", *(f"label::{name}" for name in LANGUAGES), "region", "image"],
        ["region", "north", "North", "Veri", "Север"],
        ["region", "south", "South", "Jug", "Југ"],
        ["town", 1, "Springfield", "", "", "north"],
        ["town", 2, "Riverton", "", "", "south"],
        ["town", -99, "Elsewhere", "", "", "south"],
        ["sources", "tap", "Tap", "Çezmë", "Чесма"],
        ["sources", "well", "Well", "Pus", "Бунар", "", "well.png"],
        ["yes_no", "yes", "Yes", "Po", "Да"],
        ["yes_no", "no", "No", "Jo", "Не"],
        ["colours", "red", "Red"],
    ]
    settings: Sheet = [
        ["form_title", "form_id", "version", "default_language", "style"],
        ["Household water", "household_water", "20250412", "English (en)", "pages"],
    ]
    return draw(path, survey=survey, choices=choices, settings=settings)
