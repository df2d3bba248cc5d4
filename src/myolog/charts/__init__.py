"""Pictures of results: a Vega-Lite spec, a sentence and a table each, drawn on this computer.

A chart module offers `spec`, `describe`, `table`, and `chart`, which puts them together.
"""
