"""The coordinator's use cases: files that came in, one result of many, what goes back to experts."""
