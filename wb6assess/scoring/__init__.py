"""From answers to scores: pure functions over immutable objects; no clock, no files, no database."""
