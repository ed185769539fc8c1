"""Progress against an earlier round."""
