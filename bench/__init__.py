"""What Dateline costs, measured beside what others can run on the same machine in the same run."""
