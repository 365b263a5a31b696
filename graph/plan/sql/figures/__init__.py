"""The SQL of figures: released ones above the offices, counted live for an office."""
