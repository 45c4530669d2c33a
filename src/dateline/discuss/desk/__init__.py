"""The moderation desk, in Wagtail's admin at ``comments/``: queues, people, rules, word lists, notices.

It shows rows and calls ``doors``; it changes nothing by itself. Each page works without script.
"""
