"""Rules between rows: the same rows asked in every context in which rules are asked."""
