"""Pressing: the snapshots of the ledger made into fragments of pages, kept in LMDB. Knows no Django and no network."""
