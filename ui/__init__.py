"""Desktop and command line: show, ask, translate."""
