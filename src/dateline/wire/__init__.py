"""Copy in: files told apart, read into records, offered to the desk, every piece of them accounted for."""
