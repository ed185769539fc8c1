"""A questionnaire among colleagues: giving out parts, taking them back, comparing copies."""
