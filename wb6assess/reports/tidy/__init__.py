"""The same data as tidy tables."""
