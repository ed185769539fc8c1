"""Section 5: several experts become one value."""

from tests.laws.plain.answers import Sheet
from tests.laws.plain.rounding import snap
from tests.laws.plain.tree import aggregated, parent_node, pillar_node


def middle(values):
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def joined(scores, confidences, how):
    """5.2: median, mean or mean by confidence."""
    if how == "median":
        return middle(scores)
    if how == "mean":
        return sum(scores) / len(scores)
    weighted = sum(c * x for c, x in zip(confidences, scores, strict=True))
    return weighted / sum(confidences)


def country_domain(instrument, sheets, decisions, parameters, method):
    """5.1, 5.2, 5.6, 1.5 and 3 for one domain of a country; a dictionary of everything.

    Args:
        instrument: The questionnaire.
        sheets: Expert code -> answers.
        decisions: Indicator id -> (action, score, references) of the one record in force.
        parameters: The framework's.
        method: Aggregation over pillars, or None.
    """
    read = {code: Sheet(instrument, answers, parameters) for code, answers in sorted(sheets.items())}
    found = {}
    for pillar in instrument.pillars:
        for item in pillar.indicators:
            found[item.id] = consolidated(item.id, read, parameters)
    experts = dict(found)
    for key, (action, score, _) in decisions.items():
        if action == "na":
            found[key] = ("not_applicable", None)
        elif action == "set":
            found[key] = ("validated", score)
        elif found[key][1] is not None:
            found[key] = ("validated", found[key][1])
    values = dict(found)
    unsupported = {}
    for key, (state, score) in found.items():
        proof = any(sheet.documented(key) for sheet in read.values())
        proof = proof or (key in decisions and bool(decisions[key][2]))
        unsupported[key] = parameters.evidence_mode == "cap" and not proof
        if unsupported[key] and score is not None and snap(score) > snap(40):
            values[key] = (state, 40.0)
    pillars = {p.id: pillar_node(p, values, parameters) for p in instrument.pillars}
    parts = [(p.weight, pillars[p.id]) for p in instrument.pillars if p.weight > 0]
    node = parent_node(parts, method or parameters.methods.domain.value, parameters)
    geometric = None
    if node["status"] == "ok":
        used = [(w, n["value"]) for w, n in parts if n["status"] == "ok"]
        geometric = aggregated(used, "geometric", parameters.geo_delta)
    return {
        "sheets": read,
        "experts": experts,
        "consensus": found,
        "values": values,
        "unsupported": unsupported,
        "validated": {key for key, (state, _) in found.items() if state == "validated"},
        "pillars": pillars,
        "node": node,
        "geometric": geometric,
    }


def consolidated(key, sheets, parameters):
    n = n_na = n_dk = 0
    scores, confidences = [], []
    for sheet in sheets.values():
        state, score = sheet.state(key), sheet.score(key)
        if state in {"answered", "skipped_zero"}:
            n += 1
            if score is not None:
                scores.append(score)
                confidences.append(sheet.confidence(key))
        elif state in {"not_applicable", "skipped_exclude"}:
            n_na += 1
        elif state in {"dont_know", "withheld"}:
            n_dk += 1
    if n_na > n:
        return "not_applicable", None
    if n >= 1:
        return "answered", joined(scores, confidences, parameters.consolidation) if scores else None
    return ("dont_know", None) if n_dk >= 1 else ("unanswered", None)
