"""Pictures: taken in once, made safe and cut to size then, and only read after that."""

from dateline.desk.pictures.taking import take_picture

__all__ = ["take_picture"]
