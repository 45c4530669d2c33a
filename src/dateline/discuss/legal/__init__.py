"""What the EU Digital Services Act asks of a site that takes comments: notices and statements of reasons.

Articles 16 and 17 of Regulation (EU) 2022/2065. What is decided about a comment goes through ``doors`` as always.
"""
