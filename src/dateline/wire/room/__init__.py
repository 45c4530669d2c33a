"""What needs a look, in Wagtail's admin at ``incoming/``: shows rows, calls ``looks``, works without script."""
