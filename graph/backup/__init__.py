"""Backups: the whole database by PostgreSQL's own programs, and one country with ids, history and feed.

hearth backup DIR                       snapshot ─> pg_dump ─> read back, counted ─> manifest
hearth export --country BE --whole DIR  snapshot ─> COPY, a file a table ─> manifest
hearth restore DIR                      manifest ─> files checked ─> one transaction ─> rows counted ─> COMMIT
"""
