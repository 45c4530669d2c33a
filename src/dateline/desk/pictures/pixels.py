"""From the bytes somebody sent to pixels that can be trusted: known type, bounded size, upright, one frame.

Nothing of the file but its pixels goes any further, so no place, no serial number of a camera and no hidden second
file does. Knows no rows and writes nothing.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps
from pillow_heif import register_heif_opener

from dateline.errors import CopyError

register_heif_opener()

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF")
LARGEST_FILE = 40 * 1024 * 1024
MOST_PIXELS = 64_000_000
"""More than any camera a newsroom is likely to own; a small file can claim to be far more, and cost all memory."""

_SRGB = ImageCms.createProfile("sRGB")
_SUFFIX = {"PNG": "png", "GIF": "png", "WEBP": "webp"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture upright and in plain colours, and the raw metadata that words may be read from."""

    image: Image.Image
    suffix: str
    metadata: Image.Image


def decode(data: bytes) -> Decoded:
    """The first frame of a picture. Raises CopyError, saying why, for what is none or is too large."""
    if len(data) > LARGEST_FILE:
        raise CopyError(f"The picture is {len(data) // 2**20} MB; the most is {LARGEST_FILE // 2**20} MB.")
    try:
        with warnings.catch_warnings():
            # Pillow warns of pixels that we are about to count ourselves.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            found = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise CopyError(f"The picture claims far more than {MOST_PIXELS:,} pixels.") from error
    except Exception as error:  # decoders raise what they like for hostile bytes
        raise CopyError("This is no picture that Dateline knows.", "Use JPEG, PNG, WebP, AVIF, HEIC or GIF.") from error
    if found.width * found.height > MOST_PIXELS:
        raise CopyError(f"The picture has {found.width} × {found.height} pixels; the most is {MOST_PIXELS:,}.")
    try:
        found.load()
        upright = ImageOps.exif_transpose(found)
        return Decoded(_plain(upright), _SUFFIX.get(found.format or "", "jpg"), found)
    except Exception as error:
        raise CopyError("The picture is damaged and cannot be read to its end.") from error


def encode(image: Image.Image, suffix: str) -> bytes:
    """The picture as the file that is kept: no metadata, close to lossless."""
    out = io.BytesIO()
    match suffix:
        case "png":
            image.save(out, "PNG")
        case "webp":
            image.save(out, "WEBP", quality=95, method=4)
        case _:
            flat(image).save(out, "JPEG", quality=95, subsampling=0)
    return out.getvalue()


def flat(image: Image.Image) -> Image.Image:
    """The picture on white, where it was transparent."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def _plain(image: Image.Image) -> Image.Image:
    """RGB, or RGBA if anything is transparent, in the colours of sRGB."""
    transparent = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    wanted = "RGBA" if transparent else "RGB"
    profile = image.info.get("icc_profile")
    if profile and not transparent and image.mode in ("RGB", "CMYK"):
        image = _to_srgb(image, profile)
    plain = image.convert(wanted)
    plain.info = {}
    return plain


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """A profile that cannot be read is as good as none: the picture is then shown as if it were sRGB."""
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, own, _SRGB, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
