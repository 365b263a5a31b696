"""From a commit to all who listen: one look, one run, many deliveries."""
