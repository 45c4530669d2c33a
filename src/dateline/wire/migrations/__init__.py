"""The table of what was taken in."""
