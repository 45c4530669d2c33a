"""Pictures: taken in once, made safe and cut to size then, and only read after that."""

from dateline.desk.pictures.taking import restore_picture, take_picture

__all__ = ["restore_picture", "take_picture"]
