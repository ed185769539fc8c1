"""The coordinator's desk: rooms of the main window that share one result."""
