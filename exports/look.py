"""How a chart looks where it is shown: colours, height of rows, words of its heads."""

from dataclasses import dataclass

from exports.house import COLOUR, Palette

ROW = 18.5
"""Least height in points of a row of one line, on paper."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words charts add to their rows; the reader's language stands in for English on screen."""

    score: str = "Score"
    band: str = "Band"
    indicator: str = "Indicator"
    levels: str = "Level to target"
    now: str = "Now"
    target: str = "Target"
    left_out: str = "Left out"
    source: str = "Source"
    law: str = "Law"
    practice: str = "Practice"
    gap: str = "Gap"
    reading: str = "Reading"
    change: str = "Change"
    word: str = "Word"
    ranks: str = "Ranks"
    alpha: str = "Alpha"
    interval: str = "90 % interval"
    units: str = "Units"
    limits: tuple[str, str] = ("tentative from 0.67", "reliable from 0.80")
    """What agreement is from a limit on."""
    within: str = "within uncertainty"
    incomparable: str = "not comparable"
    confidential: str = "confidential"
    insufficient: str = "insufficient"
    beside: tuple[str, str] = ("institutions", "interface")
    """What stands outside the gap, below a label, and as heads of narrow columns."""
    beside_heads: tuple[str, str] = ("Institut.", "Interface")
    gaps: tuple[str, str, str, str] = ("large", "moderate", "balanced", "practice ahead")
    """A gap in a word, from large to practice ahead of law."""
    progress: tuple[str, ...] = ("backsliding", "no progress", "limited", "some", "good", "very good")
    """The words for a change, in the order of `ProgressWord`."""


ENGLISH = Words()


@dataclass(frozen=True, slots=True)
class Look:
    """Everything about a chart that is not its rows.

    Attributes:
        palette: Colours.
        words: Heads of columns and the like.
        row: Least height of a row, in points.
        on_screen: Countries have their own marker, levels stand in discs, and the strip of bands keeps
            to the ground of the screen.
        chosen: What the row stands for whose label is bold; "" for none.
    """

    palette: Palette = COLOUR
    words: Words = ENGLISH
    row: float = ROW
    on_screen: bool = False
    chosen: str = ""


PAPER = Look()
