"""What a server says of itself: log lines and metrics, without personal data."""
