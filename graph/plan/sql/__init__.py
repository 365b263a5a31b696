"""From the tree to one statement."""
