"""A workbook from outside: judged before its cells are read, then every problem by its cell."""
