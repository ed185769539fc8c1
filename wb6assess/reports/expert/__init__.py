"""What is said of one expert's assessment."""
