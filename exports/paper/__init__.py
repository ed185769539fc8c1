"""Setting pages with ReportLab: styles, furniture, tables, and what each paper shows."""
