"""One page of a questionnaire: what is asked, what is answered, what stands beside it."""
