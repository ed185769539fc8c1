"""The scored workbook of one assessment: its plan, its formulas, its sheets, and reading it again.

Written with XlsxWriter, read with python-calamine; `plan` and `cells` are shared by both ways.
"""
