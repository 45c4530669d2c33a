"""Readers' comments: taking them in, judging them, showing them. What readers see of them changes through ``doors``."""
