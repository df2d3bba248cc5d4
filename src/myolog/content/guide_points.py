"""The points of the guide in plain words, under the page that tells of each.

Decides which page that is: the first article among the homes of the point. What the guide itself
says, how that agrees with the evidence, and what was changed stands in the manual.
"""

from __future__ import annotations

from dataclasses import dataclass

from myolog.content.articles import Article, articles
from myolog.content.catalogue import load
from myolog.content.guide import GUIDE, GuideEntry

__all__ = ["Told", "points_told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one page tells of.

    Attributes
    ----------
    points : the id of each point, and the point in words
    """

    page: Article
    points: tuple[tuple[str, str], ...]


def points_told() -> tuple[Told, ...]:
    """Return every page that tells points of the guide, in reading order.

    Examples
    --------
    >>> points_told()[0].points[0]
    ('INTRO-DEF', 'What a twitch is, and how many people know it')
    """
    says = load().labels("page.learn.point")
    home = {entry.id: _page_of(entry) for entry in GUIDE}
    return tuple(
        Told(
            page=page,
            points=tuple((id, says[id]) for id, slug in home.items() if slug == page.slug),
        )
        for page in articles()
        if page.slug in home.values()
    )


def _page_of(entry: GuideEntry) -> str:
    homes = (home.partition("/") for home in entry.homes)
    return next(slug for kind, _, slug in homes if kind == "article")
