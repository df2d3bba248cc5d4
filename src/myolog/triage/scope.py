"""Where it twitches: one place, several, or spread to new parts over time.

Decides which groups of muscles are established, which of them are related, and
what counts as spread. Source: the guide, section 3d. The eyelid never counts as
a new part, two limbs that start on the same day are one start, and "everywhere"
is several places at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, Literal

from myolog.journal.model import Journal
from myolog.journal.records import Story
from myolog.triage.run import Run, find_run, ongoing_story
from myolog.vocabulary.sites import GROUP_REGION, groups_of

__all__ = ["established_groups", "n_regions", "site_scope"]

WINDOW_DAYS: Final = 28
"""Two twitch days of a group within this many days establish it."""

ACTIVE_DAYS: Final = 14
"""A group that twitched within this many days is active."""

LATER_DAYS: Final = 7
"""A group that came this many days after the first came later."""

Scope = Literal["single", "multi_site", "spread"]

_EVERYWHERE: Final = "everywhere"
_SIDES: Final = {"_L": "_R", "_R": "_L"}


def established_groups(journal: Journal, today: date) -> frozenset[str]:
    """Return the groups with two twitch days in the last 28 days.

    "Everywhere" needs one day only. A place of an ongoing story told in that
    time counts as established. A limb whose side was not noted is left out when
    the same limb is there with a side.
    """
    since = today - timedelta(days=WINDOW_DAYS - 1)
    found = {
        group
        for group, days in journal.group_days.items()
        if sum(since <= day <= today for day in days) >= _days_needed(group)
    }
    story = ongoing_story(journal)
    if story is not None and story.day >= since:
        found |= _told_groups(story).keys()
    return frozenset(group for group in found if not _has_sided_twin(group, found))


def _days_needed(group: str) -> int:
    return 1 if group == _EVERYWHERE else 2


def _has_sided_twin(group: str, groups: Iterable[str]) -> bool:
    return group in {"arm", "leg"} and any(other.startswith(f"{group}_") for other in groups)


def _told_groups(story: Story) -> dict[str, date]:
    """Return the groups of a story and the day since which each twitches."""
    told = dict.fromkeys(groups_of(story.first_site, story.first_side), story.onset_day)
    for place in story.sites:
        for group in groups_of(place.site, place.side):
            told[group] = min(place.since, told.get(group, place.since))
    return told


def site_scope(journal: Journal, today: date) -> Scope | None:
    """Return where it twitches, or None when no group is established.

    Parameters
    ----------
    journal
        Entries up to `today`.

    Returns
    -------
    scope : "spread" when a group unrelated to the first came 7 days later or
        more and was active in the last 14 days; "multi_site" for two
        established groups; "single" for one
    """
    if _has_spread(journal, today):
        return "spread"
    groups = established_groups(journal, today)
    if _EVERYWHERE in groups or len(groups) >= 2:
        return "multi_site"
    return "single" if groups else None


def n_regions(journal: Journal, today: date) -> int:
    """Return in how many of the four regions of the body a group is established.

    The regions are bulbar, cervical, thoracic and lumbosacral; "everywhere" is
    in all of them.
    """
    regions = {GROUP_REGION[group] for group in established_groups(journal, today)}
    return 4 if "all" in regions else len(regions)


def _has_spread(journal: Journal, today: date) -> bool:
    run = find_run(journal)
    if run is None:
        return False
    begun = _beginnings(journal, run)
    if not begun:
        return False
    start = min(begun.values())
    first = [group for group, day in begun.items() if day == start]
    last_seen, both = _last_seen(journal), _told_for_both(journal)
    return any(
        (day - start).days >= LATER_DAYS
        and group != "bulbar_eyelid"
        and not any(_related(other, group) or {other, group} <= both for other in first)
        and (today - last_seen[group]).days < ACTIVE_DAYS
        for group, day in begun.items()
    )


def _told_for_both(journal: Journal) -> frozenset[str]:
    """Return the limbs that a story tells of on both sides, so that none of them is a new part."""
    story = journal.story
    if story is None:
        return frozenset()
    places = [(story.first_site, story.first_side)]
    places += [(one.site, one.side) for one in story.sites]
    return frozenset(
        group for site, side in places if side == "both" for group in groups_of(site, side)
    )


def _beginnings(journal: Journal, run: Run) -> dict[str, date]:
    """Return the day on which each group of the run was established."""
    story = ongoing_story(journal)
    begun = _told_groups(story) if story is not None and run.told else {}
    for group, days in journal.group_days.items():
        day = _established_on(group, sorted(day for day in days if run.first <= day <= run.last))
        if day is not None:
            begun[group] = min(day, begun.get(group, day))
    return begun


def _established_on(group: str, days: list[date]) -> date | None:
    """Return the second twitch day within 28 days; the first one for "everywhere"."""
    if _days_needed(group) == 1:
        return days[0] if days else None
    for earlier, later in pairwise(days):
        if (later - earlier).days < WINDOW_DAYS:
            return later
    return None


def _last_seen(journal: Journal) -> Mapping[str, date]:
    story = ongoing_story(journal)
    told = {} if story is None else dict.fromkeys(_told_groups(story), story.day)
    noted = {group: max(days) for group, days in journal.group_days.items()}
    return {
        group: max(day for day in (told.get(group), noted.get(group)) if day is not None)
        for group in told.keys() | noted.keys()
    }


def _related(first: str, later: str) -> bool:
    """Return whether `later` is no new part of the body beside `first`.

    Related are groups of one region, unless they are the two sides of a limb.
    """
    if first in {_EVERYWHERE, later}:
        return True
    other_side = first[:-2] + _SIDES.get(first[-2:], "")
    return GROUP_REGION[first] == GROUP_REGION[later] and later != other_side
