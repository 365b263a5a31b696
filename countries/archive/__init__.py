"""What a server has written, kept, and brought back."""
