"""The sheets of the scored workbook, one module each."""
