"""How fast the graph is: beside what a team would otherwise pick, beside the driver alone, and at the size to come.

python -m benchmarks           all of it; `make bench` installs what it needs first
ground          the database: a cluster of its own, filled once, and facts drawn from it
population      138,000 children in it, and 1,380,000
workloads       what is asked, in each peer's dialect
peers           servers that are asked, each a process of its own
floor           the driver alone, doing the same
wrk             the client
answers         whether all say the same
side_by_side    the peers one after another, round after round
cold, documents, workers, size      the other questions
ratios          runs become ratios, lines and a table
figures/        what releases say of a realistic federation, and how long closing takes: `python -m benchmarks.figures`
"""
