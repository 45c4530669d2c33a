"""The record: an ordered, append-only log of every state that readers could see."""
