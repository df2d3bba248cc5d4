"""What is new since a result: places and reasons, and never what it already said."""

from dataclasses import replace
from datetime import date

from myolog.journal.model import Journal
from myolog.journal.records import StorySite
from myolog.triage.assessment import decide
from myolog.triage.history import Told, history_of
from myolog.triage.joining import first_days, joining_of
from myolog.triage.since import since_then
from myolog.wording.since import since_in_words
from tests import factories as make

TODAY = date(2026, 3, 20)


def noted(*sites: tuple[str, str | None, int]) -> Journal:
    entries = tuple(
        make.tally(day=date(2026, 3, day), site=site, side=side) for site, side, day in sites
    )
    return Journal(entries, make.ZONE)


def test_a_place_counts_once_and_from_its_first_day() -> None:
    then = noted(("calf", "left", 1))
    now = noted(
        ("calf", "left", 1), ("calf", "left", 9), ("thigh", "right", 8), ("thigh", "right", 7)
    )
    found = since_then(then=then, now=now, was=decide({}), found=decide({}), said=TODAY)
    assert [(one.site, one.side, one.since, one.told) for one in found.places] == [
        ("thigh", "right", date(2026, 3, 7), False)
    ]
    assert not found.reasons
    assert found
    assert not since_then(then=now, now=now, was=decide({}), found=decide({}), said=TODAY)


def test_a_story_tells_where_it_was_before() -> None:
    story = make.story(first_site="calf", first_side="left", onset_day=date(2026, 1, 5))
    journal = Journal((story, *noted(("calf", "left", 3)).entries), make.ZONE)
    assert next(iter(first_days(journal).items())) == (("calf", "left"), date(2026, 1, 5))


def test_a_place_is_told_only_where_the_day_is_the_one_that_was_told() -> None:
    """What was noted before the day of the story is noted, in the result as in what is new."""
    later = (
        StorySite(site="thigh", side="right", since=date(2026, 3, 5), since_precision="month"),
    )
    story = make.story(onset_day=date(2026, 1, 5), sites=later)
    for noted_on, told, precision in ((9, True, "month"), (2, False, "day")):
        now = Journal((story, *noted(("thigh", "right", noted_on)).entries), make.ZONE)
        (one,) = since_then(
            then=Journal((replace(story, sites=()),), make.ZONE),
            now=now,
            was=decide({}),
            found=decide({}),
            said=TODAY,
        ).places
        assert (one.told, one.precision, one.since.day) == (told, precision, 5 if told else 2)
        assert joining_of(now).later == (one,)


def test_more_than_three_places_are_counted_and_signs_that_only_count_are_left_out() -> None:
    now = noted(*(("calf", "left", 1), ("thigh", "left", 2), ("forearm", "left", 3)),
                ("chest", "left", 4), ("thigh", "right", 5))  # fmt: skip
    was = decide({"weakness": "functional"})
    found = decide({"weakness": "functional", "wasting": "yes", "trend": "worsening"})
    said = since_in_words(
        since_then(
            then=Journal((), make.ZONE), now=now, was=was, found=found, said=date(2026, 2, 28)
        ),
        now,
        today=TODAY,
    )
    assert said[0] == "It has also twitched in your left calf, first noted for 1 March."
    assert said[3] == "It has also twitched in 2 more places."
    assert len(said) > 4
    assert not any("checklist" in one for one in said)


def test_a_calmer_stand_is_said_and_lowers_nothing() -> None:
    empty = Journal((), make.ZONE)
    found = since_then(
        then=empty,
        now=empty,
        was=decide({"wasting": "yes"}),
        found=decide({"trend": "worsening"}),
        said=TODAY,
    )
    assert found.calmer
    assert since_in_words(found, empty, today=TODAY)[-1].startswith(
        "By what stands in the journal now"
    )


def test_a_visit_belongs_to_the_result_that_stood_on_its_day() -> None:
    visits = tuple(make.examination(day=date(2026, 3, day)) for day in (1, 5, 9, 12))
    results = [
        Told(day=date(2026, 3, day), assessment=decide({"trend": trend}), has_risen=False)
        for day, trend in ((5, "stable"), (9, "worsening"), (10, "stable"))
    ]
    found = history_of(results, Journal(visits, make.ZONE), today=results[-1].day)
    assert [[act.day.day for act in past.acts] for past in found] == [[5], [9], [12]]
    assert [past.is_first for past in found] == [True, False, False]
    assert [bool(past.gained) for past in found] == [False, True, False]
    assert [bool(past.gone) for past in found] == [False, False, True]


def test_the_places_of_the_check_are_not_new_because_they_are_told_after_it() -> None:
    """A story told on the evening of the check said "also", of the twitch the check was about."""
    sites = (StorySite(site="eyelid", side="right", since=date(2026, 3, 9)),)
    story = make.story(day=TODAY, first_site="calf", first_side="left", sites=sites,
                       onset_day=date(2026, 3, 1))  # fmt: skip
    thigh = make.tally(day=date(2026, 3, 12), site="thigh", side="right")
    empty, told = Journal((), make.ZONE), Journal((story, thigh), make.ZONE)
    for said, new in ((10, ["thigh"]), (12, []), (8, ["eyelid", "thigh"])):
        found = since_then(
            then=empty, now=told, was=decide({}), found=decide({}), said=date(2026, 3, said)
        )
        assert [one.site for one in found.places] == new


def test_what_is_told_anew_of_a_task_is_told_beside_the_result() -> None:
    look = make.tasks(day=date(2026, 3, 1), answers={"stairs": "harder", "grip": "fine"},
                      since={"stairs": "weeks"}, explained={"stairs": "no"})  # fmt: skip
    then = Journal((look,), make.ZONE)
    longer = Journal((replace(look, since={"stairs": "months"}),), make.ZONE)
    fine = make.tasks(day=date(2026, 3, 8), answers={"stairs": "fine", "grip": "fine"})
    better = Journal((look, fine), make.ZONE)
    calm = decide({})

    def said(now: Journal) -> tuple[str, ...]:
        found = since_then(then=then, now=now, was=calm, found=calm, said=date(2026, 3, 1))
        return since_in_words(found, now, today=TODAY)

    assert said(then) == ()
    (one,) = said(longer)
    assert one.startswith("Noted since: climb stairs (a bit harder; for up to a year")
    (back,) = said(better)
    assert back.startswith("Noted since: climb stairs (")
