"""What a person types: one module for each command, thin; the work is elsewhere."""
