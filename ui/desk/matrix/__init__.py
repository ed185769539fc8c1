"""The matrix: countries by pillars, and what lies behind one cell."""
