"""Section 1: what one expert answered, and what it scores."""


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
