"""What every country lays down, on a day, with its source."""
