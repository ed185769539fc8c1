"""What a validation meeting sees, decides and writes down."""
