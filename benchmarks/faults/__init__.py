"""What callers get when something breaks: a real server, real faults, and writers who repeat until they are answered.

python -m benchmarks.faults                 every fault, a table in Markdown; code 1 where a write was lost or doubled
python -m benchmarks.faults --only WORD     those whose name has the word

place               PostgreSQL and `hearth serve --workers 2`, in a folder and on a small file system of their own
processes           which processes belong to one, and signals to them
provider            an identity provider whose keys drip and whose clock is another
follower            a read replica of the place's PostgreSQL
callers             who writes steadily, under idempotency keys, and what each attempt was answered
ledger              what of it stands in the database: lost, doubled, or as it was acknowledged
of_postgres, of_replica, of_server, of_identity, of_commands     the faults, by what they hit
table               outcomes as rows
"""
