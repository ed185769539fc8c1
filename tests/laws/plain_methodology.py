"""The methodology once more, slowly and plainly: loops over dictionaries, nothing of the scoring core.

Written from the text of sections 1 to 7, section by section, and compared with the fast code on random
cases. It reads questionnaires and answers as the model holds them and shares no formula with the core.
Only the random stream is NumPy's, because section 6.2 prescribes it.
"""

import math
from decimal import Decimal
from zlib import crc32

import numpy as np

NAN = float("nan")


# 3.6 Rounding.


def snap(x):
    """|x| in whole billionths, with the sign of x."""
    n = math.floor(abs(x) * 1e9 + 0.5)
    return n if x >= 0 else -n


def rounded(x, d=1):
    """R_d(x) as a decimal."""
    n = abs(snap(x))
    q = (n + 10 ** (9 - d) // 2) // 10 ** (9 - d)
    value = Decimal(q) / Decimal(10) ** d
    return -value if x < 0 and q else value


def reaches(x, limit):
    return snap(x) >= snap(limit)


def band(score, cuts):
    number = 0
    for cut in cuts:
        if score >= Decimal(str(cut)):
            number += 1
    return number


# 1 Answers.


class Sheet:
    """One expert's answers to one questionnaire."""

    def __init__(self, instrument, answers, parameters):
        self.items = {i.id: i for p in instrument.pillars for i in p.indicators}
        self.answers = answers
        self.least = parameters.na_justification_min
        self._states = {}

    def state(self, key):
        if key not in self._states:
            self._states[key] = self._state(self.items[key])
        return self._states[key]

    def _state(self, item):
        if item.ask_if is not None:
            truth = self.truth(item.ask_if)
            skipped = truth is False or (
                truth is None and any(self.is_skipped(other) for other in mentioned(item.ask_if))
            )
            if skipped:
                return "skipped_zero" if item.skip_effect.value == "score_zero" else "skipped_exclude"
        answer = self.answers.get(item.id)
        if answer is None:
            return "unanswered"
        special = answer.state.value if answer.state else None
        if special == "not_applicable":
            reason = len(answer.justification.strip())
            return special if item.na_allowed and reason >= self.least else "unanswered"
        if special == "withheld":
            return special if item.sensitive else "unanswered"
        if special == "dont_know":
            return special
        return "answered" if valid(item, answer.value) else "unanswered"

    def is_skipped(self, key):
        return self.state(key).startswith("skipped")

    def truth(self, condition):
        """Kleene: True, False, or None for unknown."""
        kind = type(condition).__name__
        if kind == "Not":
            inner = self.truth(condition.part)
            return None if inner is None else not inner
        if kind in {"All", "Any"}:
            parts = [self.truth(part) for part in condition.parts]
            decisive = kind == "Any"
            if decisive in parts:
                return decisive
            return None if None in parts else not decisive
        key = condition.left.id
        if self.state(key) != "answered":
            return None
        mine, theirs = self.answers[key].value, condition.right
        return {
            "eq": mine == theirs,
            "ne": mine != theirs,
            "gt": mine > theirs,
            "ge": mine >= theirs,
            "lt": mine < theirs,
            "le": mine <= theirs,
        }[condition.op.value]

    def score(self, key):
        """1.3 and 1.6: the score of the answer, at most what the lowest true cap allows."""
        item, state = self.items[key], self.state(key)
        if item.type.value in {"text", "vignette"}:
            return None
        if state == "skipped_zero":
            return 0.0
        if state != "answered":
            return None
        score = raw_score(item, self.answers[key].value)
        for cap in item.caps:
            if self.truth(cap.when) is True:
                score = min(score, 20.0 * cap.at)
        return score

    def confidence(self, key):
        answer = self.answers.get(key)
        if answer is None or answer.confidence is None:
            return 2
        return {"low": 1, "medium": 2, "high": 3}[answer.confidence.value]

    def documented(self, key):
        answer = self.answers.get(key)
        if self.state(key).startswith("skipped"):
            return False
        return answer is not None and any(piece.grade.value in "AB" for piece in answer.evidence)


def mentioned(condition):
    kind = type(condition).__name__
    if kind == "Not":
        return mentioned(condition.part)
    if kind in {"All", "Any"}:
        return [key for part in condition.parts for key in mentioned(part)]
    return [condition.left.id]


def valid(item, value):
    kind = item.type.value
    if value is None:
        return False
    if kind == "level":
        return isinstance(value, int) and 0 <= value <= 5
    if kind == "yesno":
        return value in {"yes", "no"}
    if kind == "single":
        return value in {option.key for option in item.options}
    if kind == "multi":
        alone = {option.key for option in item.options if option.exclusive}
        known = {option.key for option in item.options}
        return bool(value) and set(value) <= known and (len(value) == 1 or not alone & set(value))
    if kind == "numeric":
        number = float(value)
        return item.plausible is None or item.plausible[0] <= number <= item.plausible[1]
    return isinstance(value, str)


def raw_score(item, value):
    kind = item.type.value
    if kind == "level":
        return 20.0 * value
    if kind == "yesno":
        good = "yes" if item.polarity.value == "positive" else "no"
        return 100.0 if value == good else 0.0
    if kind == "single":
        return next(option.score for option in item.options if option.key == value)
    if kind == "multi":
        if any(option.exclusive and option.key in value for option in item.options):
            return 0.0
        full = item.full_points
        if full is None:
            full = sum(option.points for option in item.options if (option.points or 0) > 0)
        got = sum(option.points or 0 for option in item.options if option.key in value)
        return 100.0 * min(1.0, max(0.0, got / full))
    number = float(value)
    if item.thresholds:
        higher = item.direction.value == "higher"
        return 20.0 * sum(number >= t if higher else number <= t for t in item.thresholds)
    share = (number - item.worst) / (item.best - item.worst)
    return 100.0 * min(1.0, max(0.0, share))


# 5 Several experts.


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


# 6.2 Monte Carlo.


def replicates(framework, instruments, countries, b):
    """Country -> list of (overall, {domain: score}) of every replicate, drawn in the order of 6.2.

    Args:
        framework: Domains in order and parameters.
        instruments: By id.
        countries: Country code -> {"parts": domain id -> part, "overall": …}, in code order.
        b: How many.
    """
    p = framework.parameters
    draw = np.random.Generator(np.random.PCG64(np.random.SeedSequence([p.seed, crc32(b"mc")]))).random
    domains = [d for d in framework.domains if d.instrument in instruments]
    results = {code: [] for code in countries}
    for _ in range(b):
        factors = {}
        everything = [(d, instruments[d.instrument]) for d in domains]
        for _domain, made in everything:
            for pillar in made.pillars:
                for item in pillar.indicators:
                    factors["item", item.id] = 1 + p.mc_weight_band * (2 * draw() - 1)
        for _domain, made in everything:
            for pillar in made.pillars:
                factors["pillar", pillar.id] = 1 + p.mc_weight_band * (2 * draw() - 1)
        for domain, _made in everything:
            factors["domain", domain.id] = 1 + p.mc_weight_band * (2 * draw() - 1)
        geometric = draw() < p.mc_p_geo
        for code, country in countries.items():
            picked = {}
            for domain, made in everything:
                raters = scoring_experts(country["parts"][domain.id], made)
                picked[domain.id] = [raters[math.floor(draw() * len(raters))] for _ in raters]
            noise = {
                item.id: draw()
                for _domain, made in everything
                for pillar in made.pillars
                for item in pillar.indicators
            }
            results[code].append(
                one_replicate(everything, country, picked, noise, factors, geometric, p)
            )
    return results


def scoring_experts(part, instrument):
    """Ascending codes of the experts with at least one score."""
    return [
        code
        for code, sheet in sorted(part["sheets"].items())
        if any(sheet.score(i.id) is not None for p in instrument.pillars for i in p.indicators)
    ]


def one_replicate(everything, country, picked, noise, factors, geometric, p):
    scores = {}
    for domain, made in everything:
        part = country["parts"][domain.id]
        pillars = {}
        for pillar in made.pillars:
            children = []
            for item in pillar.indicators:
                value = resampled(item, part, picked[domain.id], noise[item.id], p)
                if value is not None and item_weight(item) > 0:
                    children.append((item_weight(item) * factors["item", item.id], value))
            if part["pillars"][pillar.id]["status"] == "ok":
                method = (pillar.method or p.methods.pillar).value
                pillars[pillar.id] = aggregated(children, method, p.geo_delta)
        if part["node"]["status"] == "ok":
            children = [
                (pillar.weight * factors["pillar", pillar.id], pillars[pillar.id])
                for pillar in made.pillars
                if pillar.id in pillars and pillar.weight > 0
            ]
            method = varied((domain.method or p.methods.domain).value, geometric)
            scores[domain.id] = aggregated(children, method, p.geo_delta)
    whole = None
    if country["overall"]["node"]["status"] == "ok":
        children = [
            (domain.weight * factors["domain", domain.id], scores[domain.id])
            for domain, _made in everything
            if domain.id in scores and domain.weight > 0
        ]
        whole = aggregated(children, varied(p.methods.overall.value, geometric), p.geo_delta)
    return whole, scores


def varied(method, geometric):
    """Nodes with the weakest link stay so."""
    return "geometric" if geometric and method != "min" else method


def resampled(item, part, picked, noise, p):
    value = part["consensus"][item.id][1]
    if value is None:
        return None
    if item.id not in part["validated"]:
        pairs = [
            (part["sheets"][code].score(item.id), part["sheets"][code].confidence(item.id))
            for code in picked
        ]
        rated = [(score, confidence) for score, confidence in pairs if score is not None]
        if rated:
            value = joined([s for s, _ in rated], [c for _, c in rated], p.consolidation)
        ratings = sum(sheet.score(item.id) is not None for sheet in part["sheets"].values())
        if item.type.value == "level" and ratings < p.mc_noise_n:
            if noise < p.mc_noise_p:
                value -= 20.0
            elif noise >= 1 - p.mc_noise_p:
                value += 20.0
            value = min(100.0, max(0.0, value))
    if part["unsupported"][item.id] and value > 40.0:
        value = 40.0
    return value


# 6.3 Outputs.


def quantile(values, share):
    """Type 7."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def certainty(values, point, cuts):
    own = band(point, cuts)
    return sum(band(rounded(value), cuts) == own for value in values) / len(values)


def rank_range(runs, code, shares):
    """Order statistics ceil(0.05 B) and ceil(0.95 B) of the sorted ranks."""
    others = [values for other, values in runs.items() if other != code]
    ranks = sorted(
        1 + sum(snap(values[place]) > snap(mine) for values in others)
        for place, mine in enumerate(runs[code])
    )
    low, high = (math.ceil(share * len(ranks)) for share in shares)
    return ranks[max(low, 1) - 1], ranks[high - 1]
