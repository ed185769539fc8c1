"""Names of the files in a workspace folder."""

DATABASE_FILE = "wb6assess.sqlite3"
