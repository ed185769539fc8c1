"""What reports say, before any document format: documents, tables, sentences."""
