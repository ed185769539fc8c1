"""What a questionnaire, an answer and a submission are. Standard library only."""
