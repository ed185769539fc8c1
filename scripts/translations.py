"""Collect the interface's texts for translators; build what the desktop loads.

Usage: python scripts/translations.py update|build [LANGUAGE …]

`update` brings `ui/i18n/wb6assess_<language>.ts` up to the sources: new texts come in, vanished ones are
marked, translations stay. `build` makes the `.qm` of every language that has a finished text.

Qt's own collector does not see our `_tr` functions, so the texts are collected here and handed to it as
a file of macros; merging and building is left to Qt.
"""

import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

import PySide6

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "ui" / "i18n"
REPORT_WORDING = ROOT / "wb6assess" / "reports" / "wording.py"

# What Qt calls each language; it does not know Montenegrin, whose plurals are those of Serbian.
LANGUAGES = {
    "sq": "sq_AL",
    "mk": "mk_MK",
    "sr_Latn": "sr_Latn_RS",
    "sr_Cyrl": "sr_Cyrl_RS",
    "bs": "bs_BA",
    "cnr": "sr_Latn_ME",
}

_TEXTS_ELSEWHERE = {"ui/report_words.py"}
_NOOP = {"QT_TRANSLATE_NOOP", "translate"}


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text of the interface; `context` is the class or the area it belongs to."""

    context: str
    words: str


class UnclearTextError(Exception):
    """A text that cannot be collected, with its place."""


def texts_of(source: str, name: str) -> set[Text]:
    """Every text of one module.

    Raises:
        UnclearTextError: something else than literal words is translated.
    """
    return set(_Collector(ast.parse(source), name).texts())


def all_texts(folder: Path = ROOT / "ui") -> list[Text]:
    """Every text of the interface, sorted."""
    found: set[Text] = set()
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder.parent).as_posix()
        if name not in _TEXTS_ELSEWHERE:
            found |= texts_of(path.read_text(encoding="utf-8"), name)
    return sorted(found | report_texts(REPORT_WORDING.read_text(encoding="utf-8")))


def report_texts(source: str) -> set[Text]:
    """The sentences of reports, which stand in tables and constants; `ui.report_words` asks for them."""
    values = [
        node.value for node in ast.parse(source).body if isinstance(node, ast.Assign | ast.AnnAssign)
    ]
    tables = [value for table in values if isinstance(table, ast.Dict) for value in table.values]
    return {
        Text("Report", value.value)
        for value in (*values, *tables)
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    }


class _Collector:
    def __init__(self, module: ast.Module, name: str) -> None:
        self._module, self._name = module, name
        self._constants = {
            node.targets[0].id: node.value.value
            for node in module.body
            if isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        }
        self._own = self._own_functions()

    def _own_functions(self) -> dict[str, str]:
        """Functions of the module that translate their first argument: name -> context."""
        found: dict[str, str] = {}
        for node in self._module.body:
            if isinstance(node, ast.FunctionDef) and node.args.args:
                first = node.args.args[0].arg
                for call in ast.walk(node):
                    if _translates(call, first):
                        found[node.name] = self._text(call.args[0], call)
        return found

    def texts(self) -> Iterator[Text]:
        yield from self._inside(self._module, "")

    def _inside(self, node: ast.AST, owner: str) -> Iterator[Text]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef) and child.name in self._own and not owner:
                continue
            if isinstance(child, ast.Call):
                yield from self._of_call(child, owner)
            yield from self._inside(child, child.name if isinstance(child, ast.ClassDef) else owner)

    def _of_call(self, call: ast.Call, owner: str) -> Iterator[Text]:
        called = _called(call)
        if called == "tr" and isinstance(call.func, ast.Attribute) and call.args:
            yield Text(owner, self._text(call.args[0], call))
        elif called in self._own and isinstance(call.func, ast.Name) and call.args:
            yield Text(self._own[called], self._text(call.args[0], call))
        elif called in _NOOP and len(call.args) >= 2:
            yield Text(self._text(call.args[0], call), self._text(call.args[1], call))

    def _text(self, node: ast.expr, call: ast.Call) -> str:
        if isinstance(node, ast.Name) and node.id in self._constants:
            return self._constants[node.id]
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value
        place = f"{self._name}:{call.lineno}"
        raise UnclearTextError(f"{place}: {ast.unparse(call)} translates no literal words")


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _translates(node: ast.AST, argument: str) -> TypeGuard[ast.Call]:
    """Whether this hands an argument of the function to Qt as the text."""
    if not isinstance(node, ast.Call) or _called(node) != "translate" or len(node.args) < 2:
        return False
    text = node.args[1]
    return isinstance(text, ast.Name) and text.id == argument


def update(languages: list[str]) -> None:
    """Bring the `.ts` files up to the sources."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        macros = Path(folder) / "texts.cpp"
        macros.write_text("\n".join(map(_macro, all_texts())) + "\n", encoding="utf-8")
        for language in languages:
            _qt(
                "lupdate", str(macros), "-silent", "-locations", "none",
                "-source-language", "en", "-target-language", LANGUAGES[language],
                "-ts", str(file_of(language)),
            )  # fmt: skip


def build(languages: list[str]) -> None:
    """Make the `.qm` of languages with a finished text; take away those of others."""
    for language in languages:
        target = file_of(language).with_suffix(".qm")
        target.unlink(missing_ok=True)
        if finished(file_of(language)):
            _qt("lrelease", "-silent", str(file_of(language)), "-qm", str(target))


def finished(path: Path) -> dict[Text, list[str]]:
    """Finished translations of a `.ts` file; several for each text with plural forms."""
    found: dict[Text, list[str]] = {}
    if not path.is_file():
        return found
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue  # unfinished, vanished or obsolete
            forms = [form.text or "" for form in translation.iter("numerusform")]
            words = [form for form in forms or [translation.text or ""] if form]
            if words:
                found[Text(name, message.findtext("source") or "")] = words
    return found


def file_of(language: str) -> Path:
    """Where a language's texts stand."""
    return FOLDER / f"wb6assess_{language}.ts"


def _macro(text: Text) -> str:
    plural = "_N" if "%n" in text.words else ""
    return f"QT_TRANSLATE{plural}_NOOP({_quoted(text.context)}, {_quoted(text.words)})"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _qt(tool: str, *arguments: str) -> None:
    """Run a tool that comes with PySide6-Essentials."""
    folder = Path(PySide6.__file__).parent
    program = next(path for path in (folder / tool, folder / f"{tool}.exe") if path.is_file())
    subprocess.run([str(program), *arguments], check=True)  # noqa: S603 - a program of the wheel


def main(arguments: list[str]) -> int:
    """Run one call; returns the exit code."""
    jobs = {"update": update, "build": build}
    if not arguments or arguments[0] not in jobs or not set(arguments[1:]) <= set(LANGUAGES):
        sys.stderr.write(f"{__doc__}\nLanguages: {', '.join(LANGUAGES)}\n")
        return 2
    try:
        jobs[arguments[0]](arguments[1:] or list(LANGUAGES))
    except UnclearTextError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
