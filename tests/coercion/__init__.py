"""How values of documents and variables are read: as the specification says, with the place of what does not fit."""
