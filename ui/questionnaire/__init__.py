"""The questionnaire: outline, indicator page, where I stand."""
