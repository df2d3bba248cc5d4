"""The dates behind a reason are no more exact than the person knows them."""

from datetime import date, timedelta

import pytest

from myolog.content.languages import speaking
from myolog.journal.entries import Entry
from myolog.journal.model import Journal
from myolog.journal.records import StorySite
from myolog.triage.assessment import assess
from myolog.wording.result_facts import facts_of, own_words
from tests.factories import DAY, answers, episode, medicine, story, tally, tasks


def test_own_words_stand_whole_beside_what_was_asked() -> None:
    assert own_words(Journal()) == ()
    why = {"weakness": "she says since summer really"}
    (line,) = own_words(Journal([answers({"weakness": "felt_only"}, reasons=why)]))
    assert line.endswith("“she says since summer really”")


@pytest.mark.parametrize(
    ("precision", "since"),
    [("day", "1 November 2025"), ("month", "November 2025"), ("year", "2025")],
)
def test_a_beginning_known_roughly_is_told_roughly(precision: str, since: str) -> None:
    told = Journal((story(onset_day=date(2025, 11, 1), onset_precision=precision),))
    facts = facts_of(told, assess(told, {}, today=DAY), today=DAY)
    days = "for 129 days, " if precision == "day" else ""
    assert facts["run_days"] == f"It has twitched on most days {days}since {since}."


def test_places_are_told_in_their_order_and_a_medicine_with_its_day() -> None:
    journal = Journal(
        (
            story(
                onset_day=date(2026, 2, 1),
                sites=(StorySite(site="thigh", side="left", since=date(2026, 2, 20)),),
            ),
            episode(),
            medicine(name="Sertraline", day=date(2026, 1, 20)),
        )
    )
    facts = facts_of(journal, assess(journal, {}, today=DAY), today=DAY)
    assert facts["site_scope"] == (
        "First in your right forearm, then in your left thigh since 20 February, "
        "your left calf (noted from 9 March)."
    )
    assert facts["new_medicine"] == (
        "You noted Sertraline on 20 January, in the four weeks before it began."
    )


def test_an_answer_of_ones_own_needs_no_dates_of_the_journal() -> None:
    told = Journal((story(onset_day=date(2026, 2, 1)),))
    given = assess(told, {"run_days": 60}, today=DAY)
    assert facts_of(told, given, today=DAY) == {}


def test_failed_tasks_are_named_beside_the_weakness_they_show() -> None:
    look = tasks(answers={"grip": "cannot", "stairs": "fine"})
    journal = Journal((look,))
    facts = facts_of(journal, assess(journal, {}, today=DAY), today=DAY)
    assert facts["weakness"] == (
        "In your weekly look this was not as always: hold a full cup or carry a bag (I cannot)."
    )


def places_told(*entries: Entry) -> str:
    journal = Journal(entries)
    return facts_of(journal, assess(journal, {}, today=DAY), today=DAY).get("site_scope", "")


def test_places_of_one_day_are_told_without_an_order_and_without_a_since() -> None:
    one_line = [episode(site=site) for site in ("calf", "thigh")]
    assert places_told(*one_line) == (
        "You noted this on one day: your left calf and your left thigh."
    )
    assert places_told(*one_line, tally(site="foot", day=DAY + timedelta(days=1))) == (
        "You noted this on one day: your left calf and your left thigh. "
        "Then your left foot (noted from 10 March)."
    )
    assert places_told(episode(site="calf")) == ""


def test_a_place_of_the_story_without_a_day_of_its_own_is_no_later_one() -> None:
    began = date(2026, 2, 1)
    told = story(onset_day=began, sites=(StorySite(site="thigh", side="left", since=began),))
    assert places_told(told) == "First in your right forearm. Also in your left thigh."
    assert places_told(told, episode()) == (
        "First in your right forearm. Also in your left thigh. "
        "Then in your left calf (noted from 9 March)."
    )
    with speaking("de"):
        assert places_told(told, episode()) == (
            "Zuerst: Unterarm rechts. Außerdem: Oberschenkel links. "
            "Danach: Wade links (eingetragen ab 9. März)."
        )


def test_an_eyelid_that_joins_is_said_to_be_no_spread() -> None:
    """A leg that joins, too, is one: then nothing is said of the eyelid alone."""
    later = {"day": DAY + timedelta(days=9), "side": "right"}
    calf, lid, thigh = episode(site="calf"), tally(site="eyelid", **later), tally(**later)
    assert places_told(calf, lid).endswith(
        "A twitching eyelid does not count as spread, because it is so common."
    )
    assert "eyelid does not count" not in places_told(calf, lid, thigh)
    assert "eyelid does not count" not in places_told(lid, episode(site="eyelid", side="right"))
    with speaking("de"):
        assert places_told(calf, lid).endswith(
            "Ein zuckendes Augenlid zählt nicht als Ausbreitung, weil es so häufig ist."
        )
    journal = Journal((calf, lid))
    spread = assess(journal, {"site_scope": "spread"}, today=DAY)
    assert "does not count" not in facts_of(journal, spread, today=DAY)["site_scope"]
