"""Who is asking: a bearer token becomes a caller."""
