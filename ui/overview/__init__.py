"""The list of assessments on Home: as cards, as a table, and the files written lately."""
