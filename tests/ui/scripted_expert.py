"""An expert who fills a questionnaire in by keyboard alone, always with the same answers.

Only keys are sent, always to whatever has the focus; the script reads nothing but what a screen
reader would say.
"""

import random
import time
from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.evidence.intake import file_kind
from ui.frame.main_window import MainWindow
from ui.questionnaire.questions import CONTEXT
from wb6assess.model.assessment import Answer, Confidence, Evidence, SpecialState, Value
from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Field, Indicator, Instrument
from wb6assess.model.vocabulary import FieldType
from wb6assess.session import samples

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
REASON = samples.REASON
_FACTS_OF = 5
"""Every so many indicators the first facts are entered too."""
_TYPED_FACTS = {FieldType.YESNO, FieldType.LEVEL, FieldType.SINGLE, FieldType.MULTI, FieldType.TEXT}


def scripted_answers(
    instrument: Instrument, country: str, parameters: Parameters
) -> Mapping[str, Answer]:
    """What the expert will answer: every indicator and vignette; nothing stands against handing in."""
    draw = random.Random(f"script/{instrument.id}")
    answers = {item.id: _answer(item, n, draw) for n, item in enumerate(instrument.indicators())}
    answers |= {vignette.id: Answer(draw.randrange(6)) for vignette in instrument.vignettes}
    answers |= {
        field.id: Answer(REASON)
        for field in instrument.context
        if field.type is FieldType.TEXT and country not in field.na_for
    }
    return samples._without_open_findings(instrument, answers, country, parameters)


def _answer(indicator: Indicator, n: int, draw: random.Random) -> Answer:
    luck = draw.random()
    if luck < 0.05 and indicator.na_allowed:
        return Answer(state=SpecialState.NOT_APPLICABLE, justification=REASON)
    if luck < 0.12:
        return Answer(state=SpecialState.DONT_KNOW)
    level = draw.choice((0, 1, 2, 2, 3, 3, 4, 5))
    evidence = (Evidence(file_kind(indicator.evidence), title=f"Paper {n}"),) if level > 3 else ()
    facts = _facts(indicator) if n % _FACTS_OF == 0 else {}
    confidence = draw.choice((None, *Confidence))
    reason = REASON if level > 3 else ""
    return Answer(level, None, confidence, reason, evidence, facts)


def _facts(indicator: Indicator) -> dict[str, Value]:
    """The first fact of each type that is asked whatever the others say."""
    chosen: dict[FieldType, Field] = {}
    for field in indicator.fields:
        if field.type in _TYPED_FACTS and field.ask_if is None:
            chosen.setdefault(field.type, field)
    return {field.id: _fact(field) for field in chosen.values()}


def _fact(field: Field) -> Value:
    match field.type:
        case FieldType.YESNO:
            return "no"
        case FieldType.LEVEL:
            return 2
        case FieldType.SINGLE:
            return field.options[0].key
        case FieldType.MULTI:
            return (field.options[0].key,)
        case _:
            return REASON


class Expert:
    """Sends keys to one window that has a questionnaire open."""

    def __init__(self, window: MainWindow, answers: Mapping[str, Answer], country: str) -> None:
        self.window, self.answers, self.country = window, answers, country
        self.given: dict[str, Answer] = {}

    @property
    def page(self) -> str:
        """The open page, as the outline and the page's head say it."""
        assert self.window.questionnaire is not None
        return self.window.questionnaire.page

    @property
    def instrument(self) -> Instrument:
        assert self.window.questionnaire is not None
        return self.window.questionnaire.opened.instrument

    def answer_everything(self) -> Iterator[str]:
        """Go from the first to-do to the last; gives each page once it is answered."""
        assert self.window.questionnaire is not None
        todo = self.window.questionnaire
        if not todo.opened.answer(self.page).empty:
            self.press(Qt.Key.Key_Return, CTRL)
        seen: set[str] = set()
        while todo.isVisible() and self.page not in seen:
            seen.add(self.page)
            self.give(self.page)
            yield self.page
            self.press(Qt.Key.Key_Return, CTRL)

    def give(self, item: str) -> None:
        """Answer the page that is open."""
        answer = self.answers[item]
        match answer.state:
            case SpecialState.NOT_APPLICABLE:
                self.press(Qt.Key.Key_N)
            case SpecialState.DONT_KNOW:
                self.press(Qt.Key.Key_D)
            case _:
                self.press(Qt.Key(Qt.Key.Key_0 + int(str(answer.value))))
        if answer.confidence is not None:
            self.tab_to("Low", "Medium", "High")
            self._choose_part(list(Confidence).index(answer.confidence))
        if answer.justification:
            self.tab_to("Justification", "Why it", "What keeps")
            self.type(answer.justification)
        for piece in answer.evidence:
            self.press(Qt.Key.Key_E, CTRL)
            self.wait_for("Title")
            self.type(piece.title)
            self.press(Qt.Key.Key_Return)
        self._give_facts(item, answer)
        self.given[item] = answer

    def _give_facts(self, item: str, answer: Answer) -> None:
        indicator = self.instrument.by_id.get(item)
        for field in indicator.fields if indicator else ():
            if field.id not in answer.fields:
                continue
            match field.type:
                case FieldType.YESNO:
                    self.tab_to("Yes", within=field.label)
                    self.press(Qt.Key.Key_Right)
                case FieldType.LEVEL:
                    self.tab_to("0", within=field.label)
                    self._choose_part(2)
                case FieldType.SINGLE:
                    self.tab_to(field.label)
                    self.press(Qt.Key.Key_Down)
                case FieldType.MULTI:
                    self.tab_to(field.options[0].label)
                    self.press(Qt.Key.Key_Space)
                case _:
                    self.tab_to(field.label)
                    self.type(str(answer.fields[field.id]))

    def answer_context(self) -> None:
        """Go on to the context questions and type what is a text."""
        while self.page != CONTEXT:
            before = self.page
            self.press(Qt.Key.Key_Right, ALT)
            assert self.page != before, "there is no page of context questions"
        for field in self.instrument.context:
            if field.id in self.answers:
                self.tab_to(field.label)
                self.type(REASON)
                self.given[field.id] = self.answers[field.id]

    def review(self) -> None:
        """Go to the review page and write the comments it asks for."""
        self.press(Qt.Key.Key_Return, CTRL | SHIFT)
        for answer in self.given.values():
            for comment in answer.comments.values():
                self.tab_to("Your comment on ")
                self.type(comment)

    def _choose_part(self, place: int) -> None:
        """In a segment without a choice: Space takes the first, arrows go on."""
        if place == 0:
            self.press(Qt.Key.Key_Space)
        for _ in range(place):
            self.press(Qt.Key.Key_Right)

    # Keys.

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, to whatever has the focus."""
        QTest.keyClick(self._focus(), key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Letters, to whatever has the focus."""
        QTest.keyClicks(self._focus(), text)

    def tab_to(self, *names: str, within: str = "") -> None:
        """Press Tab until what has the focus is called so."""
        reached = []
        for _ in range(90):
            self.press(Qt.Key.Key_Tab)
            focus = self._focus()
            reached.append(focus.accessibleName())
            parent = focus.parentWidget()
            inside = not within or (parent is not None and parent.accessibleName() == within)
            if inside and any(focus.accessibleName().startswith(name) for name in names):
                return
        raise AssertionError(f"{self.page}: Tab never reached {names} within {within!r}: {reached}")

    def wait_for(self, name: str) -> None:
        """Until the focus has gone to a field by itself."""
        self.until(lambda: self._focus().accessibleName() == name)

    def until(self, reached: Callable[[], bool]) -> None:
        """Let the window work until something holds."""
        deadline = time.monotonic() + 30
        while not reached():
            assert time.monotonic() < deadline, f"stuck at {self._focus().accessibleName()!r}"
            QApplication.processEvents()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window
