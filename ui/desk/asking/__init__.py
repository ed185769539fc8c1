"""Queries to experts, and second rounds with an anonymous spread."""
