"""Attention: how much a person notes and looks, how worried they are, and when to ease off.

Watching breeds symptoms (guide section 8, hazard H3), so Myolog measures its own load on a person.
Nothing here locks, hides or lowers anything; each module only says when a kind offer is due.
"""
