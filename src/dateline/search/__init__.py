"""The search index: stories found by their words, and stories found by other stories. Knows no Django."""
