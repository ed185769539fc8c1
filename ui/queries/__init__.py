"""Queries of the coordinator: taking them in, and the list of those to answer."""
