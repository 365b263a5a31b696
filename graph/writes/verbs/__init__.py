"""The plain verbs, one module for each: from an entity's columns to a mutation."""
