"""How PostgreSQL is spoken to: pools, transactions, the replica, what one process tells the others."""
