"""What releases of a federation say, what they keep, and how long they take: `python -m benchmarks.figures`.

federations     which federations; each is seeded once, and copied for every run
closings        periods closed one after another by the real closing, with late entries in between
stages          how long counting, rounding and writing took of it
readable        what a release shows, beside the counts behind it
guesses         how often a best guess of a count would be right
attacked        how few values an attacker leaves a count
report          the same report of headquarters, with all releases there
picture         the head of that report, for the README
run             all of that for one federation
table           all of it in Markdown
before.json     what the method of before did, whose code is gone: hiding small counts
"""
