"""The language in which entities are declared, and what is read of a declaration."""
