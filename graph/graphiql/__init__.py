"""GraphiQL from our own origin: its page, its assets, the examples that it opens with."""
