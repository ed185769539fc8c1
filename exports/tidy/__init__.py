"""Tidy data: CSV tables with a Frictionless Data Package descriptor."""
