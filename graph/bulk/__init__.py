"""Rows in bulk: a country's children, homes and all that belongs to them, from files and into files.

    sheets      which tables, under which names, by which columns: out of the entities; sheet: what one is
    sources     which tables a file or a directory holds: csv_files, workbooks
    reading     rows of values: cells, row_rules, guarding
    staging     the tables of what an import works with; stage: where they are; routed: on a country's own node
    resolving   names become ids
    checks      what must hold: rules, crowding
    locks       rows that are held, and whether others were there before
    store       the two statements that write; in_steps: the steps of a distributed server
    bringing    an import from its files to its commit
    selecting   a country's rows, page by page; exporting: the files
    one_form    texts from before brought to their form; shared: rows that have another's number or name by it
    populations national child populations, from files of the same kinds
    report      what a person sees; commands: what the command line runs

A file is called as the graph's connection (`children.csv`, `communityLinks.csv`) or is a workbook with sheets of those
names; its first row names columns as the graph names fields (`givenName`). Rows are told apart by the natural keys that
their entities declare: a home by programme and name, a child by programme and case number. The `id` column, where there
is one, tells them better and keeps identities: export, wipe and import give the same graph.

Everything is done as the country's office, under its policies and grants, in one transaction: all of it, or nothing.
"""
