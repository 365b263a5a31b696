"""From the entities to tables, migrations and their place: the only modules that know DDL."""
