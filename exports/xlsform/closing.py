"""What follows the pillars: vignettes, context questions, and checks as notes."""

from exports.xlsform.choices import PLAIN_LEVELS
from exports.xlsform.draft import TOO_LONG, Draft, fits
from exports.xlsform.scoring import rows_of
from exports.xlsform.survey import write_field
from exports.xlsform.xpath import InexpressibleError
from wb6assess.instruments.plain import Data
from wb6assess.model.instrument import Check, Vignette
from wb6assess.model.vocabulary import Severity


def write_vignettes(draft: Draft, data: list[Data]) -> None:
    """Invented countries, each rated on its indicator's ladder."""
    if not data:
        return
    label = draft.words.fixed("label", "Invented countries")
    draft.add("begin_group", draft.names.of("", "vignettes"), "vignettes", label)
    for vignette, part in zip(draft.instrument.vignettes, data, strict=True):
        _write_vignette(draft, vignette)
        draft.scoring += rows_of(("vignette", vignette.id, ""), part, frozenset({"id", "title", "text"}))
    draft.end()


def _write_vignette(draft: Draft, vignette: Vignette) -> None:
    item, words, names = vignette.id, draft.words, draft.names
    title = words.text("label", f"{item}.title")
    draft.add("begin_group", names.of(item, "group"), "vignette_group", title, item=item)
    ladder = f"{vignette.indicator}_levels"
    listed = ladder if ladder in draft.lists else PLAIN_LEVELS
    text = words.text("label", f"{item}.text")
    draft.add(f"select_one {listed}", names.of(item), "vignette", text, item=item)
    draft.end()


def write_context(draft: Draft, data: list[Data]) -> None:
    """Unscored questions at the end."""
    if not data:
        return
    label = draft.words.fixed("label", "Context")
    draft.add("begin_group", draft.names.of("", "context"), "contexts", label)
    for field, part in zip(draft.instrument.context, data, strict=True):
        write_field(draft, field, "", part)
    draft.end()


def write_checks(draft: Draft, data: list[Data]) -> None:
    """Contradictions as notes that appear when they are certain; a blocking one cannot be passed.

    A required note can never be answered, so survey tools do not let the form be finished.
    """
    if not data:
        return
    shown: list[tuple[Check, str]] = []
    for check, part in zip(draft.instrument.checks, data, strict=True):
        xpath = _fires(draft, check)
        if xpath:
            shown.append((check, xpath))
        # A check without a note has its message here too.
        texts = frozenset({"id", "message"} if xpath else {"id"})
        draft.scoring += rows_of(("check", check.id, ""), part, texts, {"relevant": xpath})
    label = draft.words.fixed("label", "Contradictions between answers")
    draft.add("begin_group", draft.names.of("", "checks"), "checks", label)
    for check, xpath in shown:
        _write_check(draft, check, xpath)
    draft.end()
    if not shown:
        del draft.survey[-2:]


def _fires(draft: Draft, check: Check) -> str:
    """The expression under which a check's note is shown; "" when the form cannot say it."""
    try:
        xpath = draft.expressions.certain(check.when)
    except InexpressibleError as error:
        draft.omit(check.id, str(error))
        return ""
    if not fits(xpath):
        draft.omit(check.id, TOO_LONG)
        return ""
    return xpath


def _write_check(draft: Draft, check: Check, xpath: str) -> None:
    item, words, names = check.id, draft.words, draft.names
    texts = words.text("label", f"{item}.message")
    texts |= words.fixed("hint", f"About {', '.join(check.about)}")
    fires = {"relevant": xpath}
    stop = {"required": "yes"} if check.severity is Severity.BLOCK else {}
    draft.add("note", names.of(item), "check", texts, fires, stop, item=item)
    if check.severity is Severity.COMMENT:
        label = words.fixed("label", "Your comment")
        draft.add("text", names.of(item, "comment"), "comment", label, fires, item=item)
