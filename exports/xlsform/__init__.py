"""Questionnaires as XLSForms, for tools such as ODK and KoboToolbox, and back (docs/xlsform.md)."""
