"""What was: every change of an answer, revisions handed in, taking one back."""
