"""The outline: every indicator with its state; search and filters."""
