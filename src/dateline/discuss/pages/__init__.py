"""What readers do at /discuss/: writing, reporting, what is their own. No page of theirs is cached by anybody."""
