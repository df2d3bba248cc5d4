"""Writes: keyword-only, atomic, with `by=` and an audit event in the same transaction."""
