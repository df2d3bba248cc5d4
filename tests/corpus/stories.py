"""The readers' proof: lay stories, what two readers answered to each, and how far that carries."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from myolog.triage.urgency import Urgency
from tests.corpus.said import Said, by_code, changed
from tests.corpus.walk import OPEN, Walk, walk

HOME = Path(__file__).parent
STORIES = HOME / "stories.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a person tells, and what the guide says to it.

    Attributes
    ----------
    ids : rules and points of the guide, or vignettes, that it was written from
    expected : the level by the guide, written by hand
    safe : the lowest level that does no harm; below it a result is dangerous
    """

    id: str
    text: str
    ids: tuple[str, ...]
    expected: Urgency
    safe: Urgency
    why: str


@dataclass(frozen=True, kw_only=True)
class Way:
    """Replies to one story, and the level kept for them: what a reader said, or nearly said."""

    story: str
    reader: str
    replies: Mapping[str, Said]
    answered: frozenset[str]
    level: str
    why: str = ""

    @cached_property
    def walked(self) -> Walk:
        """The replies carried through the check as it is now."""
        return walk(self.replies, answered=self.answered)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader answered to one story, and every reply that might have been another."""

    said: Way
    others: tuple[Way, ...]


@cache
def stories() -> Mapping[str, Story]:
    """Return the stories by id."""
    told = tomllib.loads(STORIES.read_text(encoding="utf-8"))["story"]
    return {one["id"]: _story(one) for one in told}


def _story(one: Mapping) -> Story:
    expected = Urgency[one["expected"]]
    usual = expected if expected >= Urgency.URGENT else Urgency(max(0, expected - 1))
    return Story(
        id=one["id"],
        text=" ".join(one["text"].split()),
        ids=tuple(one["ids"]),
        expected=expected,
        safe=Urgency[one["safe"]] if "safe" in one else usual,
        why=one["why"],
    )


def kept_files(home: Path = HOME) -> list[Path]:
    """Return the files of kept readings, one for each reader."""
    return sorted(home.glob("readings_*.toml"))


def readings(file: Path) -> Iterator[Reading]:
    """Return what one reader answered, story by story."""
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    screens = {one["code"]: one["codes"] for one in told["asked"]}
    for one in told["reading"]:
        answered = _codes(screens, one["asked"])
        replies = by_code(one["replies"])
        told_by = {"story": one["story"], "reader": told["reader"]}
        yield Reading(
            said=Way(**told_by, replies=replies, answered=answered, level=one["level"]),
            others=tuple(
                Way(
                    **told_by,
                    replies=changed(replies, other["other"]) | by_code(other.get("replies", ())),
                    answered=answered | _codes(screens, other.get("asked", ())),
                    level=other["level"],
                    why=other["why"],
                )
                for other in one.get("hesitated", ())
            ),
        )


def _codes(screens: Mapping[str, Sequence[str]], named: Sequence[str]) -> frozenset[str]:
    return frozenset(code for name in named for code in screens[name])


@dataclass(frozen=True)
class Figures:
    """How often readings of the same story meet, and how near they come to the guide.

    Parameters
    ----------
    told : the stories
    levels : reader to story to the level that came of the replies
    flips : story, level, and level of the other reply, of each hesitation
    """

    told: Mapping[str, Story]
    levels: Mapping[str, Mapping[str, str]]
    flips: Sequence[tuple[str, str, str]] = field(default=())

    @cached_property
    def _every(self) -> list[tuple[Story, str]]:
        return [
            (self.told[id], level) for read in self.levels.values() for id, level in read.items()
        ]

    @cached_property
    def _by_story(self) -> dict[str, list[str]]:
        """The levels of each story that two readers, whoever they are, have answered."""
        found: dict[str, list[str]] = {}
        for story, level in self._every:
            found.setdefault(story.id, []).append(level)
        return {id: levels for id, levels in found.items() if len(levels) > 1}

    @property
    def differ(self) -> list[str]:
        """Stories of which two readers have come to different levels."""
        return sorted(id for id, levels in self._by_story.items() if len(set(levels)) > 1)

    @property
    def n_twice(self) -> int:
        """How many stories two readers have answered."""
        return len(self._by_story)

    @property
    def agreement(self) -> float:
        """Share of the stories answered twice whose readers have come to the same level."""
        return 1 - len(self.differ) / self.n_twice

    @property
    def exact(self) -> float:
        """Share of readings with the guide's level."""
        return self._share(lambda story, level: level == story.expected.name)

    @property
    def near(self) -> float:
        """Share of readings with the guide's level or the next one."""
        return self._share(lambda story, level: abs(_above(story, level)) <= 1)

    @property
    def too_high(self) -> list[str]:
        """Stories with a reading two or more levels above the guide's."""
        return sorted({one.id for one, level in self._every if 2 <= _above(one, level) < 9})

    @property
    def dangerous(self) -> list[str]:
        """Stories with a reading below what is safe."""
        return sorted({one.id for one, level in self._every if is_dangerous(one, level)})

    @property
    def changed(self) -> list[str]:
        """Stories in which another fair reply gives another level."""
        return sorted({id for id, level, other in self.flips if level != other})

    @property
    def steady(self) -> float:
        """Share of stories in which no other fair reply changes the level."""
        return 1 - len(self.changed) / len({story.id for story, _ in self._every})

    @property
    def dangerous_flips(self) -> list[str]:
        """Stories in which another fair reply gives a level below what is safe."""
        return sorted({id for id, _, other in self.flips if is_dangerous(self.told[id], other)})

    def _share(self, holds) -> float:
        return sum(holds(story, level) for story, level in self._every) / len(self._every)


def is_dangerous(story: Story, level: str) -> bool:
    """Say whether a level is below what is safe; a check that was left open says none."""
    return level != OPEN and Urgency[level] < story.safe


def _above(story: Story, level: str) -> int:
    """Return by how many levels a result lies above the guide; 9 for a check left open."""
    return 9 if level == OPEN else Urgency[level] - story.expected


def figures(told: Mapping[str, Story], every: Sequence[Reading]) -> Figures:
    """Walk every reading and every flip of it, and return what comes of them."""
    levels: dict[str, dict[str, str]] = {}
    flips = []
    for one in every:
        level = one.said.walked.level
        levels.setdefault(one.said.reader, {})[one.said.story] = level
        flips += [(other.story, level, other.walked.level) for other in one.others]
    return Figures(told, levels, tuple(flips))
