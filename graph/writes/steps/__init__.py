"""The other way to carry a mutation out: step by step, where tables are spread over several servers.

    one statement   WITH rows read, checks, key, go, UPDATE … RETURNING, INSERT … SELECT, history, counter, feed
    in steps        WITH rows read, checks, go, the rows as they are to be      <- the same draft, which writes nothing
                      ─> key ─> UPDATE and INSERT, one a table ─> history ─> counter ─> feed

A statement that reads and writes in one is copied to every server by a distributed one, and committed by all of them in
two phases. Each step here names the country itself, once, and nothing but values: it goes to the one server that holds
the country, and so does the commit.

The first step rehearses the mutation. It reads what the one statement reads, asks the same checks, and answers each row
that it would write, with what it holds now and what it is to hold, worked out by the same expressions; the rows that
change are locked until the commit. What follows writes these values down.
"""
