"""The PostgreSQL that comes with the package, and PostgreSQL's own programs."""
