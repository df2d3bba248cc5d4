"""Measurements of what a person waits for."""
