"""A score that learns from this newsroom's own approvals and rejections, on this machine and nowhere else.

``features`` and ``model`` are pure; ``keeping`` is the file; ``learning`` follows the decisions. All of it is derived:
the file can be thrown away, and is made again from the decisions.
"""
