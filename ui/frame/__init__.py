"""The main window: what stands around every page, and which page it shows."""
