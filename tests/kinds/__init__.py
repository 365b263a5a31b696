"""Every kind of column through every door: entities of our own, a database made from them, the real engine."""
