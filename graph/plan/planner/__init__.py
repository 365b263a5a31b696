"""From an operation to the tree of what to read; every refusal of a field is decided here."""
