"""The JSON API: what programs can ask and write, and how it is described."""
