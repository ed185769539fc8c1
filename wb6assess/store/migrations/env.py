"""Run by Alembic: upgrade over the connection and inside the transaction of whoever asked.

The caller (`store.migration`) opens the transaction, so that a failing step takes all others back.
"""

from alembic import context
from sqlalchemy import Connection

from wb6assess.store.tables import Row

connection = context.config.attributes["connection"]
assert isinstance(connection, Connection)
context.configure(connection=connection, target_metadata=Row.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
