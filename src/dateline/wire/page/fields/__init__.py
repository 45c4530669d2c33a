"""The fields of a record, one module each: every one chooses among what is declared and what is seen."""
