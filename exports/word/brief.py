"""A country's brief in Word: two pages to start a policy brief from."""

from collections.abc import Sequence

from exports import house
from exports.house import Palette
from exports.word.annex import notes
from exports.word.blocks import Pages
from exports.word.country import fields_chart, pillars_table, steps
from wb6assess.model.vocabulary import Addressee
from wb6assess.reports.region.asks import Ask
from wb6assess.reports.region.country_words import experts_words
from wb6assess.reports.region.rows import CountryPart, FixRow, Regional

_MM = house.MM
_STEPS = 5
_ASKS, _QUESTIONS = 6, 4
"""Answers for each addressee, and to how many questions: a brief has two pages."""
_DRAFT = (
    "A start, not a text: the numbers are those of the regional report; the reasons and the wording of "
    "what is asked for are for the authors."
)


def write_brief(
    pages: Pages, content: Regional, part: CountryPart, asks: Sequence[Ask], palette: Palette
) -> None:
    """Position and strengths on one page, what to fix first and what to ask for on the other."""
    pages.say(part.name, "Title")
    pages.say(f"Country brief, round {content.round}", "Subtitle")
    pages.head("Where the country stands")
    pages.say(part.text, "Finding" if part.fields else "Normal")
    if not part.fields:
        notes(pages, content, 2)
        return
    fields_chart(pages, part, palette)
    if part.strongest:
        pages.head("Three strongest pillars" if len(part.strongest) > 2 else "Strongest pillars")
        pillars_table(pages, part.strongest, "Pillars with the highest scores.")
    widest = max(part.openness, key=lambda row: abs(row.points), default=None)
    if widest is not None:
        pages.say(widest.said)
    _fix_first(pages, part)
    _asked_for(pages, part, asks)
    pages.say(_DRAFT, "Note")
    _closing(pages, content)


def _fix_first(pages: Pages, part: CountryPart) -> None:
    pages.head("What to fix first", new_page=True)
    rows = [row for row in part.fixes if row.step][:_STEPS]
    if not rows:
        pages.say("No scored indicator lies below its target, or there is no score yet.")
        return
    pages.say("Arithmetic, not advice: the indicators that would add most to the overall score.")
    steps(pages, rows, "The next steps, and points gained overall.")


def _asked_for(pages: Pages, part: CountryPart, asks: Sequence[Ask]) -> None:
    for title, whom, actors in (
        ("Asks to the government", Addressee.GOVERNMENT, ("the country",)),
        ("Asks to the EU", Addressee.EU, ("the EU", "the country and the EU together")),
    ):
        pages.head(title)
        named = [ask for ask in asks if ask.addressee is whom][:_ASKS]
        steps_of = [row for row in part.fixes[:_STEPS] if row.step and row.actor in actors]
        _asks(pages, named, steps_of[:1])


def _asks(pages: Pages, named: Sequence[Ask], fixes: Sequence[FixRow]) -> None:
    for row in fixes:
        where = f"to level {row.next_level}" if row.next_level else "a step further"
        pages.say(f"Take “{row.title}” ({row.id}) {where}, as described above.", "List Bullet")
    questions = {(ask.field, ask.question): None for ask in named}
    for field, question in [*questions][:_QUESTIONS]:
        answers = [
            f"{ask.answer} ({ask.named} of {experts_words(ask.of)})"
            for ask in named
            if (ask.field, ask.question) == (field, question)
        ]
        pages.say(f"{field}. {question}: {'; '.join(answers)}.", "List Bullet")
    if not named:
        pages.say("No obstacle or wish is named by enough experts to be published.", "Note")


def _closing(pages: Pages, content: Regional) -> None:
    pages.say(" ".join(content.notes), "Note")
