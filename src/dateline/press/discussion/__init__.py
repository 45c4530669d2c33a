"""Readers' discussions: comments and threads of the ledger made into fragments, lists and pages."""
