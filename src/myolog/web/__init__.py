"""The pages and the API, over HTTP on this computer."""
