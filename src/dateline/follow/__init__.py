"""The one loop from the ledger to everything derived from it."""
