"""What a request says, read: operations, arguments, ids, values."""
