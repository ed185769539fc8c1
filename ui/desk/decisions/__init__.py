"""The log of what meetings decided."""
