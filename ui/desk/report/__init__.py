"""The regional report: about what, in which files, and what keeps it from being final."""
