"""WB6 Assess: questionnaires, scores and consolidation, without any window or document library."""

__version__ = "0.1.0"
