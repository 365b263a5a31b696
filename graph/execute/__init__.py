"""The sentence: one request read, planned, run and answered."""
