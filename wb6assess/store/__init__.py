"""The workspace's database: rows stay inside, model objects come out. Only `session` talks to it."""
