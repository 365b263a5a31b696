"""What one caller may have of a process, and how long work is shared out in turns."""
