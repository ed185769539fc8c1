"""The robustness room: how far scores could move, what moves them, and how a number came about."""
