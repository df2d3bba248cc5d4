"""Finding the sentences that carry a point of the guide."""

from myolog.content.articles import MARKER, article, articles, read_citation


def statements(guide_id, slug=None):
    """Return (text, citation) of every statement that carries `guide_id`."""
    found = []
    for one in [article(slug)] if slug else articles():
        for block in one.blocks:
            for paragraph in block.text.splitlines():
                start = 0
                for match in MARKER.finditer(paragraph):
                    citation = read_citation(match)
                    if guide_id in citation.ids:
                        found.append((paragraph[start : match.start()].strip(), citation))
                    start = match.end()
    return found


def said(guide_id, slug=None):
    """Return all that is said under `guide_id`, as one text in small letters."""
    return " ".join(text for text, _ in statements(guide_id, slug)).lower()


def grades(guide_id, slug=None):
    return {citation.grade for _, citation in statements(guide_id, slug)}
