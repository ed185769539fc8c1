"""Evidence of an answer: rows to read, a form in place, files, links and items used again."""
