"""What the product says, in the languages of those who read it: catalogues, and which of them a client reads."""
