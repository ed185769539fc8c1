"""Preferences: how the program looks and speaks, who uses it, where things lie."""
