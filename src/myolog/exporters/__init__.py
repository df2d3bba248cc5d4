"""Journals and results in other programs' forms."""
