"""Saved web pages: ``read`` makes a record of the bytes of one."""

from dateline.wire.page.reader import read

__all__ = ["read"]
