"""What the coordinator's desk shows."""
