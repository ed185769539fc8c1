"""How a number came about, line by line: what each node of an explanation says on screen."""

from collections.abc import Iterator
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from ui.report_words import state_words
from wb6assess.reports.figures import interval_text, score_text, share_text
from wb6assess.reports.json_parts import Json
from wb6assess.scoring.states import State


def _tr(text: str) -> str:
    return QCoreApplication.translate("Explanation", text)


def figure(part: Json) -> str:
    """The number of a node."""
    return score_text(part["score"]) if part["kind"] == "indicator" else str(part["published"])


def node_words(part: Json) -> str:
    """How a node is made of its parts."""
    if part["kind"] == "indicator":
        return ", ".join(_indicator(part))
    return ", ".join(_node(part))


def _node(part: Json) -> Iterator[str]:
    yield _method(part["method"])
    if part["score"] is not None:
        yield _tr("unrounded {score}").format(score=f"{part['score']:.9f}")
    if "weight" in part:
        yield _tr("weight {weight}").format(weight=f"{part['weight']:g}")
    if part["coverage"] is not None:
        yield _tr("coverage {share}").format(share=share_text(part["coverage"]))
    if part.get("geometric") is not None:
        yield _tr("geometric {score}").format(score=score_text(part["geometric"]))


def _method(method: str) -> str:
    return {
        "arithmetic": _tr("arithmetic mean"),
        "geometric": _tr("geometric mean"),
        "min": _tr("weakest link"),
    }[method]


def _indicator(part: Json) -> Iterator[str]:
    yield state_words(State(part["state"]))
    yield _tr("weight {weight}").format(weight=f"{part['weight']:g}")
    if part["effective_weight"] is not None:
        yield _tr("{share} of the domain, gives {points} points").format(
            share=share_text(part["effective_weight"]), points=score_text(part["contribution"])
        )
    yield {
        "median": _tr("median, experts: {n}"),
        "mean": _tr("mean, experts: {n}"),
        "confidence": _tr("mean by confidence, experts: {n}"),
    }[part["rule"]].format(n=part["n"])
    if part["n_na"]:
        yield _tr("{n} not applicable").format(n=part["n_na"])
    if part["n_dk"]:
        yield _tr("{n} don't know").format(n=part["n_dk"])
    if part["score"] != part["consensus"]:
        yield _tr("counts 40: no evidence of grade A or B")


def draws_words(drawn: Json) -> Iterator[str]:
    """How the interval of a node was drawn."""
    if drawn["interval"] is None:
        yield _tr("No interval without a published score.")
        return
    low, high = drawn["interval"]
    yield _tr("90 % interval {interval}, from {n} draws of stream “{stream}”, seed {seed}").format(
        interval=interval_text((low, high)),
        n=drawn["replicates"],
        stream=drawn["label"],
        seed=drawn["seed"],
    )
    for part in drawn["resampled"]:
        if part["experts"]:
            yield _tr("Drawn with replacement in {domain}: {experts}").format(
                domain=part["domain"], experts=", ".join(part["experts"])
            )


def draw_words(drawn: Json) -> str:
    """What one replicate drew for a node."""
    said = []
    if "factor" in drawn:
        said.append(_tr("weight × {factor}").format(factor=f"{drawn['factor']:.4f}"))
    if "method" in drawn:
        said.append(_method(drawn["method"]))
    if drawn.get("experts"):
        said.append(_tr("experts {codes}").format(codes=", ".join(drawn["experts"])))
    if drawn.get("noise"):
        said.append(_tr("thin rating moved {points}").format(points=f"{drawn['noise']:+.0f}"))
    return ", ".join(said)


def record_words(record: Json) -> str:
    """What a meeting decided, why, and whether it is in force."""
    fate = {
        "applied": _tr("in force"),
        "stale": _tr("in force, but ratings changed since"),
        "superseded": _tr("replaced by a later record"),
        "conflict": _tr("contradicted by another record; neither applies"),
        "refused": _tr("refused"),
        "other-round": _tr("of another round"),
        "other-version": _tr("of another version"),
    }[record["fate"]]
    what = {
        "set": _tr("set to {score}"),
        "confirm": _tr("confirmed"),
        "na": _tr("not applicable"),
        "revoke": _tr("revoked"),
    }[record["action"]].format(score=score_text(record["score"]))
    return f"{what}, {fate}; {record['reason_code']}: {record['reason']}"


def rating_words(rating: Json) -> str:
    """An expert's answer, what it counts, and where it stands."""
    return ", ".join(_rating(rating))


def _rating(rating: Json) -> Iterator[str]:
    yield state_words(State(rating["state"]))
    if rating["by_design"]:
        yield _tr("by design of the questionnaire")
    if rating["skipped_because"]:
        yield _tr("asked only if {condition}").format(condition=rating["skipped_because"])
    if rating["value"] is not None and rating["state"] == "answered":
        yield _tr("answer {value}").format(value=rating["value"])
    if rating["cap"]:
        yield _tr("capped from {score}: {reason}").format(
            score=score_text(rating["uncapped"]), reason=rating["cap"]["because"]
        )
    if rating["confidence"]:
        yield _tr("confidence {step}").format(step=rating["confidence"])
    if rating["evidence"]:
        grades = "".join(piece["grade"] for piece in rating["evidence"])
        yield _tr("evidence {grades}").format(grades=grades)
    if rating["justification"]:
        yield f"“{rating['justification']}”"
    if rating["file"]:
        yield _tr("from {file}").format(file=PurePath(rating["file"]).name)


def titles() -> dict[str, str]:
    """What lines under a node are called; the gaps are filled where they stand."""
    return {
        "interval": _tr("Interval"),
        "draw": _tr("Draw {n}"),
        "meeting": _tr("Meeting {id}"),
        "expert": _tr("Expert {code}, revision {n}"),
    }
