"""The pseudo-language for the interface: whatever passes through Qt's translator, in longer words."""

from PySide6.QtCore import QTranslator

from wb6assess.instruments.pseudo import pseudo_text


class PseudoTranslator(QTranslator):
    """Shows at once which text was never translated and which part has no room for longer words."""

    def isEmpty(self) -> bool:
        """It knows every text."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """The text, two fifths longer, with other letters."""
        del context, disambiguation, n
        return pseudo_text(source)
