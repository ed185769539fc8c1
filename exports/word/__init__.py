"""Word files of a regional result: the report, a country's brief, a handout for a round table.

Made with python-docx from the same public rows and sentences as the PDF (`reports.region.report`), so
that nothing is in them that has not passed disclosure control. Nothing is computed here.
"""
