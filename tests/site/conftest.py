"""One running site for all the tests of what readers write: to start its processes takes longer than most of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import provider
import sites
import waiting

SERVICE = """
[[social]]
provider = "openid_connect"
name = "Harbour ID"
client_id = "{client}"
secret = "{secret}"
server_url = "{address}"
"""


@pytest.fixture(scope="session")
def service() -> Iterator[provider.Provider]:
    """Another service that readers can sign in with."""
    with provider.running("http://courier.example/discuss/account/oidc/harbour-id/login/callback/") as found:
        yield found


@pytest.fixture(scope="session")
def talking(service: provider.Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sites.Server]:
    """A site with a story that is out, an editor, and a service to sign in with; it takes comments."""
    folder = sites.copy(tmp_path_factory.mktemp("talking"))
    with sites.desk(folder) as desk:
        desk.do("published('New bridge opens to trams'); account('editor', 'Rui Costa')")
    with (folder / "dateline.toml").open("a") as toml:
        toml.write(SERVICE.format(client=provider.CLIENT, secret=provider.SECRET, address=service.address))
    with sites.serving(folder) as found:
        waiting.until(lambda: found.ask("/discuss/account/login/").status == 200, "comments are taken", 60, 0.1)
        yield found
