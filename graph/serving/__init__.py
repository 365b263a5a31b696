"""A process that serves: when it may, with what, and what it says while it may not."""
