"""Changes of the tables of ``discuss``, named by hand."""
