"""What the desktop remembers of its own, in the workspace folder and never in a registry."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

FILE = "window.ini"

_QUESTION_KEYS = ("questions_language", "questions_second_language")


class Preferences:
    """Reads and writes `window.ini` beside the database."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """One of system, light, dark, contrast."""
        return str(self._settings.value("theme", "system"))

    @theme.setter
    def theme(self, choice: str) -> None:
        self._settings.setValue("theme", choice)

    @property
    def percent(self) -> int:
        """Size of letters, 90 to 200 % of the system's."""
        value = str(self._settings.value("font_percent", "100"))
        return min(max(int(value), 90), 200) if value.isdigit() else 100

    @percent.setter
    def percent(self, percent: int) -> None:
        self._settings.setValue("font_percent", percent)

    @property
    def language(self) -> str:
        """Tag of the interface's language; "" follows the system."""
        return str(self._settings.value("language", ""))

    @language.setter
    def language(self, tag: str) -> None:
        self._settings.setValue("language", tag)

    @property
    def question_languages(self) -> tuple[str, str]:
        """Tags of the questions' language and of the one beside; "" for the interface's, for none."""
        first, second = (str(self._settings.value(key, "")) for key in _QUESTION_KEYS)
        return first, second

    @question_languages.setter
    def question_languages(self, tags: tuple[str, str]) -> None:
        for key, tag in zip(_QUESTION_KEYS, tags, strict=True):
            self._settings.setValue(key, tag)

    @property
    def person(self) -> str:
        """The person's name; it stays on this computer."""
        return str(self._settings.value("person", ""))

    @person.setter
    def person(self, name: str) -> None:
        self._settings.setValue("person", name)

    @property
    def home_view(self) -> str:
        """Cards or list, as the person chose; "" for our own choice."""
        return str(self._settings.value("home_view", ""))

    @home_view.setter
    def home_view(self, view: str) -> None:
        self._settings.setValue("home_view", view)

    @property
    def desk_shown(self) -> bool:
        """Whether the coordinator's desk stands in the sidebar."""
        return str(self._settings.value("desk_shown", "true")) == "true"

    @desk_shown.setter
    def desk_shown(self, shown: bool) -> None:
        self._settings.setValue("desk_shown", "true" if shown else "false")

    @property
    def room(self) -> str:
        """The room the person was in last; "" the first time."""
        return str(self._settings.value("room", ""))

    @room.setter
    def room(self, room: str) -> None:
        self._settings.setValue("room", room)

    @property
    def recent_files(self) -> str:
        """The list of files written, as `ui.files.recent_files` packs it."""
        return str(self._settings.value("recent_files", ""))

    @recent_files.setter
    def recent_files(self, packed: str) -> None:
        self._settings.setValue("recent_files", packed)

    @property
    def geometry(self) -> QByteArray:
        """The window's place, as Qt packs it; empty the first time."""
        value = self._settings.value("geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, packed: QByteArray) -> None:
        self._settings.setValue("geometry", packed)

    @property
    def outline_width(self) -> int:
        """Width of the outline in design px; 0 for our own."""
        value = str(self._settings.value("outline_width", "0"))
        return int(value) if value.isdigit() and 240 <= int(value) <= 400 else 0

    @outline_width.setter
    def outline_width(self, width: int) -> None:
        self._settings.setValue("outline_width", width)

    @property
    def country_names(self) -> dict[str, str]:
        """Country names by code, as read last; saves reading the framework at the start."""
        pairs = str(self._settings.value("country_names", "")).split("|")
        return dict(pair.split("=", 1) for pair in pairs if "=" in pair)

    @country_names.setter
    def country_names(self, names: dict[str, str]) -> None:
        pairs = "|".join(f"{code}={name}" for code, name in names.items())
        self._settings.setValue("country_names", pairs)

    @property
    def guide_open(self) -> bool:
        """Whether the guide was open."""
        return str(self._settings.value("guide_open", "false")) == "true"

    @guide_open.setter
    def guide_open(self, opened: bool) -> None:
        self._settings.setValue("guide_open", "true" if opened else "false")

    def half_typed(self, assessment_id: str) -> str:
        """What was half typed in an assessment (`questionnaire.half_typed`); "" for nothing."""
        return str(self._settings.value(f"half_typed/{assessment_id}", ""))

    def keep_half_typed(self, assessment_id: str, packed: str) -> None:
        """Remember it until the assessment is opened again."""
        if packed:
            self._settings.setValue(f"half_typed/{assessment_id}", packed)
        else:
            self._settings.remove(f"half_typed/{assessment_id}")

    def left_at(self, assessment_id: str) -> str:
        """Where an assessment was left (`questionnaire.left_at`); "" the first time."""
        return str(self._settings.value(f"left/{assessment_id}", ""))

    def keep_left_at(self, assessment_id: str, packed: str) -> None:
        """Remember where an assessment is left."""
        self._settings.setValue(f"left/{assessment_id}", packed)

    @property
    def output_folder(self) -> str:
        """The folder files were written to last; "" the first time."""
        return str(self._settings.value("output_folder", ""))

    @output_folder.setter
    def output_folder(self, folder: str) -> None:
        self._settings.setValue("output_folder", folder)
