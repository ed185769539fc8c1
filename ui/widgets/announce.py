"""Telling a screen reader what appeared without the keyboard going there."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(part: QWidget, words: str, *, urgent: bool = False) -> None:
    """Let a screen reader say a sentence; `urgent` interrupts what it is saying."""
    if not words or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(part, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
