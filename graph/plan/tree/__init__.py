"""The nouns of a plan, plain frozen data: they import nothing else of the plan."""
