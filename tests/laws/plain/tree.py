"""Sections 3, 6.5 and 7: aggregation, effective weights, law and practice."""

import math

from tests.laws.plain.rounding import band, reaches, rounded, snap

# 3 Aggregation.


def aggregated(children, method, delta):
    total = sum(weight for weight, _ in children)
    if method == "min":
        return min(score for _, score in children)
    if method == "geometric":
        return math.exp(sum(w * math.log(s + delta) for w, s in children) / total) - delta
    return sum(w * s for w, s in children) / total


def item_weight(item):
    return 0.0 if item.type.value in {"text", "vignette"} else item.weight


def pillar_node(pillar, values, parameters):
    weighted = [(item_weight(i), values[i.id]) for i in pillar.indicators if item_weight(i) > 0]
    if not weighted:
        return {"status": "empty", "value": None, "coverage": None}
    out = {"not_applicable", "skipped_exclude"}
    applicable = sum(w for w, (state, _) in weighted if state not in out)
    used = [(w, score) for w, (_, score) in weighted if score is not None]
    answered = sum(w for w, _ in used)
    method = (pillar.method or parameters.methods.pillar).value
    return node(used, applicable, answered, method, parameters)


def parent_node(parts, method, parameters):
    if not parts:
        return {"status": "empty", "value": None, "coverage": None}
    kept = [(w, n) for w, n in parts if n["status"] not in {"empty", "not_applicable"}]
    used = [(w, n) for w, n in kept if n["status"] == "ok"]
    applicable = sum(w for w, _ in kept)
    covered = sum(w * n["coverage"] for w, n in used)
    return node([(w, n["value"]) for w, n in used], applicable, covered, method, parameters)


def node(used, applicable, covered, method, parameters):
    if applicable == 0:
        return {"status": "not_applicable", "value": None, "coverage": None}
    coverage = covered / applicable
    value = aggregated(used, method, parameters.geo_delta) if used else None
    if value is None or not reaches(coverage, parameters.tau):
        return {"status": "insufficient", "value": value, "coverage": coverage}
    shown = rounded(value)
    return {
        "status": "ok",
        "value": value,
        "coverage": coverage,
        "published": shown,
        "provisional": not reaches(coverage, parameters.provisional),
        "band": band(shown, parameters.cuts),
    }


def overall(domains, parts, parameters):
    """3.5 and the geometric figure of 3.2: domain level and overall level geometric."""
    weighted = [(d.weight, parts[d.id]["node"]) for d in domains if d.weight > 0]
    found = parent_node(weighted, parameters.methods.overall.value, parameters)
    core_ok = all(parts[d.id]["node"]["status"] == "ok" for d in domains if d.core)
    if not core_ok:
        found = {**found, "status": "insufficient"}
    geometric = None
    if found["status"] == "ok":
        used = [
            (d.weight, parts[d.id]["geometric"])
            for d in domains
            if d.weight > 0 and parts[d.id]["node"]["status"] == "ok"
        ]
        geometric = aggregated(used, "geometric", parameters.geo_delta)
    return {"node": found, "geometric": geometric}


# 6.5 Effective weights and gains.


def effective(instrument, part):
    ok = [p for p in instrument.pillars if p.weight > 0 and part["pillars"][p.id]["status"] == "ok"]
    total = sum(p.weight for p in ok)
    weights = {}
    for pillar in ok:
        used = [
            i for i in pillar.indicators if item_weight(i) > 0 and part["values"][i.id][1] is not None
        ]
        inside = sum(item_weight(i) for i in used)
        for item in used:
            weights[item.id] = pillar.weight / total * item_weight(item) / inside
    return weights


def gains(instrument, part):
    """(id, gain) by gain down, weight down, score up, id up."""
    weights = effective(instrument, part)
    rows = []
    for pillar in instrument.pillars:
        for item in pillar.indicators:
            if item.id in weights:
                score = part["values"][item.id][1]
                gap = max(0.0, 20.0 * item.target - score)
                if snap(gap) > 0:
                    rows.append((weights[item.id] * gap, weights[item.id], score, item.id))
    rows.sort(key=lambda r: (-snap(r[0]), -snap(r[1]), snap(r[2]), r[3]))
    return [(key, gain) for gain, _, _, key in rows]


# 7 Law and practice.


def aspect_mean(instrument, part, aspects, tau):
    total = sum(p.weight for p in instrument.pillars)
    above = covered = applicable = 0.0
    count = 0
    for pillar in instrument.pillars:
        inside = sum(item_weight(i) for i in pillar.indicators)
        for item in pillar.indicators:
            if item.aspect.value not in aspects or not inside or not total or not item_weight(item):
                continue
            omega = pillar.weight / total * item_weight(item) / inside
            state, score = part["values"][item.id]
            if omega == 0:
                continue
            if state not in {"not_applicable", "skipped_exclude"}:
                applicable += omega
            if score is not None:
                count += 1
                covered += omega
                above += omega * score
    if count < 3 or not applicable or not reaches(covered / applicable, tau):
        return None
    return rounded(above / covered)
