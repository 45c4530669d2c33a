"""Taking a picture in: from bytes and words to a row with its files. The forms of the desk and the import come here.

All the slow work is done before the row is written, so that no transaction waits for it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from dateline.desk import cleaning, house
from dateline.desk.models import NewsImage
from dateline.desk.pictures import files, pixels, words
from dateline.desk.pictures.words import Words
from dateline.errors import CopyError


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture that is safe to keep: its pixels, the file of them, the digest of what arrived, the words in it."""

    image: Image.Image
    file: ContentFile[bytes]
    digest: str
    words: Words


def take_picture(  # noqa: PLR0913 (each is a word about the picture, given by name)
    data: bytes,
    *,
    title: str = "",
    alt: str = "",
    caption: str = "",
    credit: str = "",
    rights: str = "",
    rights_until: date | None = None,
    focus: tuple[int, int] | None = None,
    user: Any = None,
) -> NewsImage:
    """The row of a picture, made now unless these very bytes were taken before; then that row, as it is.

    Words that are not given are read from the file. ``focus`` is what must stay in view, in pixels of the upright
    picture. Raises CopyError for bytes that are no picture or too large.
    """
    known = NewsImage.objects.filter(upload_digest=digest_of(data)).order_by("pk").first()
    if known:
        return known
    ready = prepare(data)
    row = NewsImage(
        title=cleaning.line(title)[:255] or "Untitled",
        alt=cleaning.line(alt or ready.words.alt)[:500],
        caption=cleaning.line(caption or ready.words.caption),
        credit=cleaning.line(credit or ready.words.credit)[:300],
        rights=cleaning.line(rights),
        rights_until=rights_until,
        uploaded_by_user=user,
        upload_digest=ready.digest,
    )
    return _keep(row, ready, focus)


def restore_picture(  # noqa: PLR0913 (each is a word about the picture, given by name)
    data: bytes,
    *,
    key: str,
    digest: str,
    focus: tuple[int, int] | None,
    alt: str = "",
    caption: str = "",
    credit: str = "",
) -> NewsImage:
    """The row of a picture that another Dateline had under this key, made now unless it is here.

    The kept file is not the one that arrived there, so what arrived is known by ``digest`` alone. Raises CopyError as
    ``take_picture`` does, and if the key is not the one that the digest and the focal point make.
    """
    known = NewsImage.objects.filter(key=key).order_by("pk").first()
    if known:
        return known
    if files.key_of(digest, focus) != key:
        raise CopyError(f"The key {key!r} is not made from the digest and the focal point that are given with it.")
    ready = prepare(data)
    row = NewsImage(
        title=cleaning.line(alt or caption)[:255] or "Untitled",
        alt=cleaning.line(alt)[:500],
        caption=cleaning.line(caption),
        credit=cleaning.line(credit)[:300],
        upload_digest=digest,
    )
    return _keep(row, ready, focus)


def _keep(row: NewsImage, ready: Prepared, focus: tuple[int, int] | None) -> NewsImage:
    if focus:
        row.focal_point_x, row.focal_point_y = focus
        row.focal_point_width = row.focal_point_height = 1
    row.file.save(ready.file.name, ready.file, save=False)
    row._set_image_file_metadata()
    dress(row, ready.image)
    row.save()
    return row


def prepare(data: bytes) -> Prepared:
    """Decode, read the words, and strip everything but the pixels. Raises CopyError as ``pixels.decode`` does."""
    decoded = pixels.decode(data)
    kept = ContentFile(pixels.encode(decoded.image, decoded.suffix), name=f"picture.{decoded.suffix}")
    return Prepared(decoded.image, kept, digest_of(data), words.read(decoded.metadata))


def dress(row: NewsImage, image: Image.Image) -> None:
    """Make the files that readers are sent, and note on the row, yet to be saved, where they lie."""
    focus = None
    if row.focal_point_x is not None and row.focal_point_y is not None:
        focus = (row.focal_point_x, row.focal_point_y)
    row.key = files.key_of(row.upload_digest, focus)
    row.widths = files.press(image, row.key, focus, house.media())


def digest_of(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=32).hexdigest()
