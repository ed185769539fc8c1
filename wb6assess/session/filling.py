"""What taking the answers of a file would do to an open assessment."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wb6assess.model.assessment import Answer
from wb6assess.model.query import is_reply


@dataclass(frozen=True, slots=True)
class FillPreview:
    """Ids of answers by what happens to them, in the order of the file.

    Attributes:
        new: Nothing stands there yet.
        changed: Another answer stands there and is replaced.
        same: The same answer stands there.
        kept: Answered here and absent from the file, be it that they were cleared there: they stay,
            unless whoever takes the file wants them cleared (`with_cleared`).
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    kept: tuple[str, ...]


def fill_preview(current: Mapping[str, Answer], coming: Mapping[str, Answer]) -> FillPreview:
    """Compare the answers of a file with those that are there."""
    new: list[str] = []
    changed: list[str] = []
    same: list[str] = []
    for item, answer in with_replies(current, coming).items():
        before = current.get(item, Answer())
        (same if before == answer else new if before.empty else changed).append(item)
    kept = tuple(item for item, answer in current.items() if item not in coming and not answer.empty)
    return FillPreview(tuple(new), tuple(changed), tuple(same), kept)


def with_cleared(coming: Mapping[str, Answer], found: FillPreview) -> dict[str, Answer]:
    """The answers of a file, with an empty one for each the file no longer has."""
    return {**coming, **dict.fromkeys(found.kept, Answer())}


def with_replies(current: Mapping[str, Answer], coming: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers of a file with the replies to the coordinator that stand here and not there.

    A file made before the queries came knows nothing of them; only clearing an answer clears them.
    """
    return {item: _replied(current.get(item, Answer()), answer) for item, answer in coming.items()}


def _replied(before: Answer, answer: Answer) -> Answer:
    replies = {key: text for key, text in before.comments.items() if is_reply(key)}
    if answer.empty or not replies:
        return answer
    return replace(answer, comments={**replies, **answer.comments})
