"""Sheets of the coordinator's workbook, one story per module."""
