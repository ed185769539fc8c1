"""A workbook from outside: judged before its cells are read, then read with every problem by its cell."""
