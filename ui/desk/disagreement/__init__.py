"""Disagreement: what to look at first, how far experts agree, who stands apart."""
