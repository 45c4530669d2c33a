"""The newsroom on the screen: lists, forms, menus and pages of the desk, on top of Wagtail's admin."""
