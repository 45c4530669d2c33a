"""XML and JSON as exports use them: cut into stories in bounded memory, parsed without following what they name."""
