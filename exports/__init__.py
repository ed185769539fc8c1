"""Workbooks and paper: the only users of document libraries."""
