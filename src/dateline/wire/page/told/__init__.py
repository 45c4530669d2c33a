"""What a page declares of its story, for machines: each module one way to declare it."""
