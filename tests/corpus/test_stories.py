"""The readers' proof: every kept reading and every other fair reply still comes to its level.

Aims (issue 11): two readers agree on the level in 98 % of the stories; no result is dangerous; the
level is exact in 75 % and exact or next in 98 % of the readings, and never two levels too high; and
another fair reply changes the level in at most 10 % of the stories, never dangerously. An aim that
is not reached is not asserted: what was measured is, so that it cannot get worse.
"""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from myolog.content.catalogue import load
from myolog.triage.check import SCREENS
from myolog.triage.rules import RULES
from tests.corpus.proof import NONE, SHARES, Proof, kept, proof
from tests.corpus.shown import shown
from tests.corpus.stories import kept_files, stories

VIGNETTES = Path(__file__).parents[1] / "spec" / "triage" / "vignettes.json"
READ = pytest.mark.skipif(not kept_files(), reason="no reader has answered yet")


@cache
def kept_proof() -> Proof:
    """Return the kept readings; each is walked once."""
    return proof()


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def runs(text: str, n: int) -> set[tuple[str, ...]]:
    """Return every run of `n` words."""
    found = words(text)
    return {tuple(found[at : at + n]) for at in range(len(found) - n + 1)}


def test_there_are_120_stories_of_every_level() -> None:
    found = Counter(story.expected.name for story in stories().values())
    assert found == {
        "EMERGENCY": 12,
        "SAME_DAY": 14,
        "URGENT": 14,
        "SOON": 25,
        "ROUTINE": 25,
        "SELF_CARE": 30,
    }


def test_a_story_is_60_to_140_words_and_says_where_it_comes_from() -> None:
    vignettes = {one["id"] for one in json.loads(VIGNETTES.read_text())["vignettes"]}
    text = (Path(__file__).parents[2] / "src/myolog/content/en/medical.toml").read_text()
    points = set(re.findall(r'"([A-Z]+(?:-[A-Z0-9]+)+|[A-Z]+\d*)"', text))
    known = vignettes | {rule.code for rule in RULES} | points
    for story in stories().values():
        assert 60 <= len(story.text.split()) <= 140, story.id
        assert set(story.ids) & known, story.id
        assert story.why, story.id
        assert story.safe <= story.expected, story.id


def test_people_of_every_age_tell_for_themselves_and_for_others() -> None:
    told = [story.text for story in stories().values()]
    ages = [int(age) for text in told for age in re.findall(r"\b(\d\d)\b(?=[,. ])", text)]
    assert sum(age < 20 for age in ages) >= 3
    assert sum(age > 65 for age in ages) >= 12
    whom = r"\b(my|our) (mother|father|husband|partner|son|daughter|boy|little one)\b"
    first = [" ".join(one.split()[:12]).lower() for one in told]
    for_others = [one for one in first if re.search(whom, one)]
    assert len(for_others) >= 14


def test_no_sentence_is_taken_from_a_vignette_or_a_screen() -> None:
    vignettes = json.loads(VIGNETTES.read_text())["vignettes"]
    taken = set().union(*(runs(one["story"], 7) for one in vignettes))
    taken |= set().union(*(runs(shown(screen), 7) for screen in SCREENS))
    for story in stories().values():
        assert not runs(story.text, 7) & taken, story.id


def test_a_story_says_no_level_and_nothing_of_the_product() -> None:
    levels = [load().text(f"urgency.{code}.title") for code in ("SELF_CARE", "ROUTINE", "SOON")]
    told = " ".join(story.text for story in stories().values())
    assert not [one for one in (*levels, "Myolog") if one in told]


@READ
def test_every_reading_and_every_other_reply_comes_to_the_level_that_was_kept() -> None:
    moved = [
        f"{way.story} {way.reader} {way.why}: {way.level} -> {level}"
        for way in kept_proof().ways
        if (level := way.walked.level) != way.level
    ]
    assert not moved, "read them; then python -m tests.corpus.proof --write"


@READ
def test_the_proof_is_no_worse_than_it_was() -> None:
    found, before = kept_proof().measured(), kept()
    for name, aim in SHARES.items():
        assert found[name] >= before[name], name
        assert found[name] >= aim or before[name] < aim, name
    for name in NONE:
        assert set(found[name]) <= set(before[name]), name
    for name in ("unanswered", "not_taken", "lacking"):
        assert found[name] == before[name], "read them; then python -m tests.corpus.proof --write"


@READ
def test_every_story_was_answered_by_two_readers() -> None:
    answered = Counter(one.said.story for one in kept_proof().every)
    assert answered == dict.fromkeys(stories(), 2)
    assert kept_proof().figures.n_twice == 120


@READ
def test_no_reading_is_dangerous() -> None:
    assert kept_proof().figures.dangerous == []
