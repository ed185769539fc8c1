"""The workspace database; SQLAlchemy and Alembic are used only here."""
