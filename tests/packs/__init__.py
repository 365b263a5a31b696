"""What every country lays down: its files, its days, its rows, and what is asked of it."""
