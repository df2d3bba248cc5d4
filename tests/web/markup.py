"""Reading a page's markup, however it is laid out."""

import re


def in_one_line(html: str) -> str:
    """Return the markup without line breaks, and without space at the edges of tags."""
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", " ".join(html.split()))
