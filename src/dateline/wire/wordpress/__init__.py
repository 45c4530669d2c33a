"""What WordPress says of its stories, in its export files and over its REST interface, made into records."""
