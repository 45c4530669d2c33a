from __future__ import annotations

import pytest

from dateline.ledger import checkpoint, record, tree
from dateline.ledger.models import SignedCheckpoint
from dateline.ledger.note import Signer

pytestmark = pytest.mark.django_db


def test_a_checkpoint_of_the_past_is_the_one_that_was_signed_then(signer: Signer) -> None:
    record.record_many([(f"story:{code}", {"n": code}) for code in range(300)])
    then = checkpoint.sign(signer, 300)
    record.record_many([(f"story:{code}", {"n": code}) for code in range(300, 400)])
    assert checkpoint.sign(signer, 300) == then
    assert signer.verifier.open(then).root == tree.root(300, record.read_tile)


def test_a_checkpoint_is_kept_once(signer: Signer) -> None:
    record.record("site", {"n": 1})
    checkpoint.keep(signer, 1)
    checkpoint.keep(signer, 1)
    assert list(SignedCheckpoint.objects.values_list("size", "note")) == [(1, checkpoint.sign(signer, 1))]


def test_of_an_empty_ledger_none_is_kept(signer: Signer) -> None:
    checkpoint.keep(signer, 0)
    assert not SignedCheckpoint.objects.exists()
