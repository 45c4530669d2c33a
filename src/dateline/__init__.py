"""Dateline: the whole system behind an online news site, in one package and one data folder."""

__version__ = "0.1.0"
