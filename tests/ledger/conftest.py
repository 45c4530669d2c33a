from __future__ import annotations

import pytest

from dateline.ledger.note import Signer


@pytest.fixture(scope="session")
def signer() -> Signer:
    return Signer.generate("courier.example/ledger")
