"""National code lists: what a country's law and administration call things, as dated data with labels by language."""
