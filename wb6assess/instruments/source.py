"""YAML text as plain data that remembers its lines; hostile or careless files end in sentences.

The parser's events are read one by one, so that nothing is built recursively, no alias is ever
expanded and every key keeps its line. Scalars follow YAML 1.2: `yes`, `no`, `on` and `off` are texts,
dates are texts, and keys are always texts.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Any, cast

import yaml

from wb6assess.instruments.problems import FaultyFileError, Path, Problem, path_text

MAX_BYTES = 20_000_000
MAX_DEPTH = 40
_MAX_FAULTS = 200
_MAX_EXACT = 2**53 - 1

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NUMBER_START = frozenset("-+.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]{1,20}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?")
_CONSTANTS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


class Source:
    """A parsed file.

    Attributes:
        name: As the author knows it.
        data: Mappings, lists, texts, numbers, booleans and None.
        problems: Faults that did not stop the parser (keys given twice, aliases, tags).
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.data: Any = None
        self.problems: list[Problem] = []
        self._lines: dict[int, dict[str | int, int]] = {}

    def note(self, container: dict[str, Any] | list[Any], step: str | int, line: int) -> None:
        """Remember where an entry of a mapping or list begins."""
        self._lines[id(container)][step] = line

    def begin(self, container: dict[str, Any] | list[Any]) -> None:
        """Remember lines of this mapping or list from now on."""
        self._lines[id(container)] = {}

    def line(self, path: Path) -> int:
        """Line of the value at a path, or of the nearest existing one above it."""
        found, node = 1, self.data
        for step in path:
            lines = self._lines.get(id(node), {})
            if step not in lines:
                break
            found, node = lines[step], node[step]
        return found

    def fault(self, message: str, path: Path = (), line: int = 0) -> None:
        """Add a problem; stops when there are absurdly many."""
        self.problems.append(Problem(self.name, line or self.line(path), path_text(path), message))
        if len(self.problems) >= _MAX_FAULTS:
            raise self.error()

    def error(self) -> FaultyFileError:
        """All problems so far as the error to raise."""
        return FaultyFileError(self.name, self.problems)


def decoded(data: bytes, name: str) -> str:
    """The text of a file, which must be UTF-8; a byte-order mark is dropped.

    Raises:
        FaultyFileError: another encoding.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:64]:
        message = "the file is saved as UTF-16; save it as UTF-8"
        raise FaultyFileError(name, [Problem(name, 1, "", message)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte {data[error.start]:02X} is not UTF-8 text; save the file as UTF-8"
        raise FaultyFileError(name, [Problem(name, line, "", message)]) from error


def parse(text: str, name: str) -> Source:
    """Read YAML text.

    Raises:
        FaultyFileError: nothing can be made of it (syntax, size, depth, characters). Faults that
            leave the rest readable are in `Source.problems`.
    """
    source = Source(name)
    text = text.removeprefix("\ufeff")
    _refuse_unusable(source, text)
    parser = _LOADER(text)
    try:
        _Builder(source, parser.get_event).run()
    except yaml.YAMLError as error:
        source.problems.append(_syntax_problem(name, text, error))
        raise source.error() from error
    finally:
        parser.dispose()
    return source


def _refuse_unusable(source: Source, text: str) -> None:
    if len(text) > MAX_BYTES:
        source.fault(f"the file is larger than {MAX_BYTES // 10**6} MB")
        raise source.error()
    for match in _CONTROL.finditer(text):
        code = f"U+{ord(match.group()):04X}"
        line = text.count("\n", 0, match.start()) + 1
        source.fault(f"the invisible control character {code} is not allowed; delete it", line=line)
    if source.problems:
        raise source.error()


def _syntax_problem(name: str, text: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Problem(name, 0, "", "the file is not YAML")
    lines = text.splitlines() or [""]
    shown = lines[min(mark.line, len(lines) - 1)]
    what = str(getattr(error, "problem", "") or "")
    return Problem(name, mark.line + 1, "", _syntax_sentence(shown, what))


def _syntax_sentence(line: str, what: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent or ("\t" in line and "cannot start any token" in what):
        return "a tab stands where YAML needs spaces; indent with spaces only"
    if "mapping values are not allowed" in what:
        return "a colon followed by a space inside a text; put the whole text in quotes"
    if "cannot start any token" in what:
        return "a text cannot begin with this character; put the whole text in quotes"
    if "did not find expected key" in what or "did not find expected '-'" in what:
        return "the indentation does not fit the lines above, or a quotation mark is not closed"
    if "unexpected end of stream" in what:
        return "the file ends inside a quoted text; a quotation mark is not closed"
    return f"this is not valid YAML: {what}"


class _Builder:
    """Puts events together; `_open` holds the unfinished containers, `_steps` the way to them."""

    def __init__(self, source: Source, next_event: Callable[[], Any]) -> None:
        self._source = source
        self._next = next_event
        self._open: list[Any] = []
        self._steps: list[str | int] = []
        self._key: str | None = None
        self._documents = 0

    def run(self) -> None:
        while True:
            event = self._next()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                self._start(event, {})
            elif kind is yaml.SequenceStartEvent:
                self._start(event, [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._end()
            elif kind is yaml.AliasEvent:
                self._fault(event, "aliases (*name) are not read; write the value out")
                self._place(None, event)
            elif kind is yaml.DocumentStartEvent:
                self._document(event)
            elif kind is yaml.StreamEndEvent:
                break
        if not self._documents:
            self._source.fault("the file is empty")
            raise self._source.error()

    def _scalar(self, event: Any) -> None:
        value = event.value
        if not value.isascii():
            value = unicodedata.normalize("NFC", value)
        container = self._open[-1] if self._open else None
        if type(container) is dict and self._key is None:
            self._begin_entry(container, value, event)
            return
        if event.tag is not None:
            self._fault(event, f"tags ({event.tag}) are not read; put a text in quotes instead")
        elif event.implicit[0]:
            value = self._plain(value, event)
        elif event.style == '"' and _CONTROL.search(value):
            self._fault(event, "the text holds an invisible control character; delete it")
        self._place(value, event)

    def _plain(self, value: str, event: Any) -> object:
        """What an unquoted scalar stands for in YAML 1.2."""
        if value in _CONSTANTS:
            return _CONSTANTS[value]
        if value[0] not in _NUMBER_START:
            return value
        number: int | float
        if _INTEGER.fullmatch(value):
            number = int(value)
        elif _FLOAT.fullmatch(value):
            number = float(value)
        elif _NOT_FINITE.fullmatch(value):
            self._fault(event, f"`{value}` is not a number that can be used")
            return 0
        else:
            return value
        if abs(number) > _MAX_EXACT:
            self._fault(event, f"the number `{value[:30]}` is too large; put a text in quotes")
            return 0
        return number

    def _begin_entry(self, container: dict[str, Any], key: str, event: Any) -> None:
        self._key = key
        if key in container:
            first = self._source.line((*self._steps, key))
            self._fault(event, f"the key `{key[:40]}` is given twice; the first is in line {first}")
        else:
            self._source.note(container, key, event.start_mark.line + 1)

    def _start(self, event: Any, container: dict[str, Any] | list[Any]) -> None:
        if event.tag is not None:
            self._fault(event, f"tags ({event.tag}) are not read")
        if len(self._open) >= MAX_DEPTH:
            self._fault(event, f"nested more than {MAX_DEPTH} levels deep")
            raise self._source.error()
        if self._open and type(self._open[-1]) is dict and self._key is None:
            self._fault(event, "a key must be one word or text, not a list or mapping")
            raise self._source.error()
        self._source.begin(container)
        step = self._place(container, event)
        if self._open:
            self._steps.append(step)
        self._open.append(container)

    def _end(self) -> None:
        self._open.pop()
        if self._open:
            self._steps.pop()

    def _place(self, value: object, event: Any) -> str | int:
        """Put a value where it belongs; says which key or position that is."""
        if not self._open:
            self._source.data = value
            return ""
        container = self._open[-1]
        if type(container) is list:
            self._source.note(container, len(container), event.start_mark.line + 1)
            container.append(value)
            return len(container) - 1
        step = self._key
        if step is None:
            self._fault(event, "a key must be one word or text")
            raise self._source.error()
        container[step] = value
        self._key = None
        return step

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._fault(event, "a second document (---) begins here; a file holds one")
            raise self._source.error()

    def _fault(self, event: Any, message: str) -> None:
        path = cast(Path, (*self._steps, *(() if self._key is None else (self._key,))))
        self._source.fault(message, path, event.start_mark.line + 1)
