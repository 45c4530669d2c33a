"""Finding the pictures that lie beside saved pages, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.wire import beside


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    root = tmp_path / "archive"
    for name in (
        "news/page.html",
        "news/page_files/boat.jpg",
        "news/near.jpg",
        "images/old.jpg",
        "old.example/a/b.jpg",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    (root / "news/link.jpg").symlink_to(tmp_path / "secret.jpg")
    return root


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("https://cdn.example/9/boat.jpg?w=900", "news/page_files/boat.jpg"),
        ("near.jpg", "news/near.jpg"),
        ("/images/old.jpg", "images/old.jpg"),
        ("https://old.example/a/b.jpg", "old.example/a/b.jpg"),
        ("../images/old.jpg", "images/old.jpg"),
    ],
)
def test_a_picture_is_found_where_browsers_and_mirrors_put_it(root: Path, address: str, place: str) -> None:
    assert beside.find(address, root / "news/page.html", root) == (root / place).resolve()


@pytest.mark.parametrize(
    "address",
    [
        "../../secret.jpg",
        "/../secret.jpg",
        "%2e%2e/%2e%2e/secret.jpg",
        "link.jpg",
        "https://old.example/../../secret.jpg",
        "http://[broken/secret.jpg",
        "a\0b.jpg",
        "",
        "/",
        "gone.jpg",
        "x" * 5000,
    ],
)
def test_nothing_outside_the_archive_is_ever_found(root: Path, address: str) -> None:
    assert beside.find(address, root / "news/page.html", root) is None
