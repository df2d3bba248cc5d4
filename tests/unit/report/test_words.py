"""What the page says about a person, an onset, a task or a tablet, word for word."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from myolog.content.catalogue import load
from myolog.content.dates import whole_date
from myolog.content.grammar import joined
from myolog.content.languages import speaking
from myolog.journal.entries import Entry
from myolog.journal.model import Journal
from myolog.journal.records import StorySite
from myolog.report.build import build_report
from myolog.report.page import plain
from myolog.report.pdf import render
from myolog.report.phrases import (
    counted,
    listed,
    place_and_side,
    short,
    span_name,
    tidy,
    vague_span_name,
)
from myolog.report.text import as_text
from myolog.report.wording import say
from myolog.triage.assessment import assess_standing, decide
from myolog.triage.history import Told
from myolog.triage.rules import RULES_VERSION
from myolog.triage.since import Rise, what_raised
from tests import factories as make
from tests.report_journals import reported

TODAY = date(2026, 3, 11)
Answers = dict[str, Any]
Notes = tuple[Entry, ...]

NOON = datetime(2026, 3, 11, 12, tzinfo=UTC)


def page(*entries: Entry) -> Any:
    return say(reported(Journal(entries, "UTC"), TODAY))


def opening(*entries: Entry) -> str:
    return plain(page(*entries).opening)


def block(part: Any) -> str:
    return " ".join(plain(line) for line in part.lines)


# ---- who


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "Person (sex not told), age not told, handedness not told, work not told. "),
        (
            {"age_years": 42, "sex": "man", "handedness": "right", "occupation": "welder"},
            "Man of 42, right-handed, welder. ",
        ),
        ({"age_years": 30, "sex": "woman", "handedness": "left"}, "Woman of 30, left-handed, "),
        ({"age_years": 17, "sex": "woman", "handedness": "both"}, "Girl of 17, uses both hands"),
        ({"age_years": 8, "sex": "man"}, "Boy of 8, "),
        ({"age_years": 0, "sex": "man"}, "Boy under 1 year of age, "),
        ({"age_years": 50, "sex": "other"}, "Person of 50, "),
        ({"age_years": 9, "sex": "unstated"}, "Person of 9, "),
        ({"sex": "woman"}, "Woman, age not told, "),
    ],
)
def test_the_first_words_say_who(facts: dict[str, Any], words: str) -> None:
    told = [make.fact(code, value, day=TODAY) for code, value in facts.items()]
    assert opening(*told).startswith(words)


def test_an_age_grows_with_the_years() -> None:
    assert opening(make.fact("age_years", 42, day=date(2024, 3, 11))).startswith("Person (sex")
    assert "of 44, " in opening(make.fact("age_years", 42, day=date(2024, 3, 11)))


# ---- since when and where


@pytest.mark.parametrize(
    ("onset", "precision", "words"),
    [
        (date(2026, 3, 11), "day", "Twitching since 11 March 2026 (1 day)"),
        (date(2026, 1, 9), "day", "Twitching since 9 January 2026 (62 days)"),
        (date(2026, 1, 9), "week", "Twitching since about 9 January 2026 (about 62 days)"),
        (date(2026, 1, 1), "month", "Twitching since January 2026 (about 2 months)"),
        (date(2025, 6, 1), "month", "Twitching since June 2025 (about 9 months)"),
        (date(2020, 1, 1), "year", "Twitching since 2020 (about 6 years)"),
    ],
)
def test_the_onset_is_said_as_exactly_as_it_was_told(
    onset: date, precision: str, words: str
) -> None:
    told = make.story(day=TODAY, onset_day=onset, onset_precision=precision)
    assert f"{words}, first in the right forearm. " in opening(told)


def test_without_a_story_the_first_note_stands_in() -> None:
    days = [make.tally(day=TODAY - timedelta(days=n), site="calf") for n in (0, 3)]
    assert (
        "First noted in the journal on 8 March 2026 (4 days; when it began was not told), "
        "first in the left calf. "
    ) in opening(*days)
    look = make.window(at=datetime(2026, 3, 9, 12, tzinfo=UTC), zone="UTC")
    assert "First noted in the journal on 9 March 2026 (3 days; when" in opening(look)
    assert "When the twitching began was not told" in opening(make.none_today(day=TODAY))


def test_a_journal_that_begins_before_the_told_onset_is_not_hidden() -> None:
    told = make.story(day=TODAY, onset_day=date(2026, 3, 1))
    early = make.tally(day=date(2026, 2, 1), site="forearm", side="right")
    words = "; the journal has twitching from 1 February 2026, before that. "
    assert words in opening(told, early)
    vague = make.story(day=TODAY, onset_day=date(2026, 3, 1), onset_precision="month")
    assert "before that" not in opening(vague, early)


def test_later_places_of_story_and_journal_follow_in_order() -> None:
    told = make.story(
        day=TODAY,
        sites=(
            StorySite(site="shoulder", side="right", since=date(2026, 2, 14)),
            StorySite(site="calf", side="both", since=date(2026, 3, 1)),
        ),
    )
    thigh = [make.tally(day=date(2026, 2, n), site="thigh", side=None) for n in (20, 21)]
    once = make.tally(day=date(2026, 2, 1), site="eyelid", side="left")
    earlier = [make.tally(day=date(2026, 2, n), site="calf", side="both") for n in (26, 27)]
    assert (
        "then right shoulder (14 February 2026), "
        "thigh (side not noted) (noted from 20 February 2026) and "
        "calf on both sides (noted from 26 February 2026). "
    ) in opening(told, *thigh, once, *earlier)


def test_places_of_the_first_day_are_told_together_and_none_as_the_first() -> None:
    one_day = [make.episode(site=site) for site in ("thigh", "calf")]
    later = [make.tally(day=date(2026, 3, n), site="foot") for n in (10, 11)]
    words = "when it began was not told), on that day left thigh and left calf, then left foot"
    assert f"{words} (noted from 10 March 2026). " in opening(*one_day, *later)
    since = date(2026, 1, 9)
    told = make.story(day=TODAY, sites=(StorySite(site="calf", side="left", since=since),))
    assert "first in the right forearm, also left calf. " in opening(told)


def test_more_than_four_later_places_are_counted() -> None:
    sites = ("hand", "foot", "thigh", "calf", "knee", "hip")
    places = tuple(StorySite(site=site, side="left", since=TODAY) for site in sites)
    assert "and 2 more in the journal. " in opening(make.story(day=TODAY, sites=places))


def test_all_over_needs_no_article() -> None:
    told = make.story(day=TODAY, first_site="everywhere", first_side=None)
    assert ", first all over. " in opening(told)


@pytest.mark.parametrize(
    ("trend", "words"),
    [
        ("improving", "Less in the past four weeks than before"),
        ("stable", "About the same over the past four weeks"),
        ("worsening", "More in the past four weeks than before"),
        ("not_sure", "Patient cannot tell how it went over the past four weeks"),
    ],
)
def test_the_course_is_told(trend: str, words: str) -> None:
    found = page(make.answers({"trend": trend}))
    if trend == "worsening":
        assert block(found.flags) == f"{words}. "
        assert words not in plain(found.opening)
    else:
        assert f"{words} (answered on 9 March 2026)." in plain(found.opening)
    assert "Course over the past four weeks: not told. " in opening()


def test_a_course_from_the_story_says_where_it_is_from_and_a_stop_is_told() -> None:
    told = make.story(day=TODAY, trend="worsening", ongoing=False)
    assert "Not there on most days when the story was told on 11 March 2026. " in opening(told)
    assert block(page(told).flags).startswith("More in the past four weeks than before. ")
    calm = make.story(day=TODAY, trend="stable")
    words = "About the same over the past four weeks (told with the story on 11 March 2026)."
    assert words in opening(calm)


def test_a_course_that_the_journal_shows_otherwise_is_told_once_with_both_days() -> None:
    counts = [9] * 14 + [1] * 14
    noted = [
        make.tally(day=TODAY - timedelta(days=28 - n), amount=None, count=count)
        for n, count in enumerate(counts)
    ]
    shown = opening(*noted)
    less = "Less in the past four weeks than before (counted in the journal up to 10 March 2026)."
    assert less in shown
    found = page(*noted, make.answers({"trend": "stable"}))
    assert (
        "About the same over the past four weeks (answered on 9 March 2026); the journal up to "
        "10 March 2026 shows: less in the past four weeks than before."
    ) in plain(found.opening)
    graver = page(*noted, make.answers({"trend": "worsening"}))
    assert "four weeks" not in plain(graver.opening)
    assert (
        "More in the past four weeks than before (9 March 2026); the journal up to 10 March 2026 "
        "shows: less in the past four weeks than before. "
    ) in block(graver.flags)


def test_a_course_answered_below_the_journal_is_told_with_its_reason_only() -> None:
    noted = [
        make.tally(day=TODAY - timedelta(days=28 - n), amount=None, count=1 if n < 14 else 9)
        for n in range(28)
    ]
    below = make.answers({"trend": "improving"}, reasons={"trend": "I look more"}, at=NOON)
    found = page(*noted, below)
    assert "; the journal up to" not in plain(found.opening)
    assert "I look more" in block(found.flags)


def test_no_days_of_twitching_in_the_check_are_no_beginning() -> None:
    assert "When the twitching began was not told" in opening(make.answers({"run_days": 0}))


def test_how_long_it_has_twitched_is_a_beginning_and_is_told_once() -> None:
    found = page(make.answers({"run_days": 22}))
    assert (
        "Twitching on most days since about 16 February 2026 "
        "(about 22 days, as answered on 9 March 2026). "
    ) in plain(found.opening)
    assert "not told" not in plain(found.opening).partition("Twitching")[2].partition(".")[0]
    told = page(make.story(day=TODAY), make.answers({"run_days": 62}, at=NOON, zone="UTC"))
    assert str(found.flags).count("days") + str(told.flags).count("62") == 1
    assert block(told.flags).startswith("Twitching on most days since it began")


def test_why_now_names_signs_and_not_counts() -> None:
    given = {"weakness": "progressive", "sensory": "persistent", "family_nm": True}
    why = "Why now: progressive weakness; persistent numbness or tingling."
    assert why.lower() in opening(make.answers(given)).lower()
    assert "Why now: visible wasting (patient not sure)." in opening(
        make.answers({"wasting": "not_sure"})
    )
    assert opening().endswith("No warning sign was asked about: the check was not done.")
    begun = opening(make.answers({"mood": "none"}))
    assert begun.endswith("No warning sign was answered yes so far; the check is not finished.")
    alone = opening(make.answers({"recent_infection": True}))
    assert alone.endswith("Course over the past four weeks: not told.")


# ---- daily tasks


def look(days_ago: int, **answers: str) -> Entry:
    return make.tasks(day=TODAY - timedelta(days=days_ago), answers=answers)


def test_tasks_that_never_failed_are_told_with_the_weeks_asked() -> None:
    text = block(page(look(14, grip="fine"), look(1, grip="fine")).tasks)
    assert text.startswith("None failed: holding a full cup. Not answered: opening a jar, ")
    assert text.endswith("Asked in 2 of 3 weeks since 25 February 2026, last on 10 March 2026.")


def test_a_failed_task_bears_its_first_date_and_how_it_is_now() -> None:
    text = block(
        page(
            look(21, jar="fine", stairs="harder", speech="fine"),
            look(14, jar="much_harder", stairs="fine"),
            look(7, jar="cannot"),
        ).tasks
    )
    assert text.startswith(
        "Failed: opening a jar, first on 25 February 2026 (much harder; when last asked "
        "impossible). Harder, but possible: climbing stairs (18 February 2026). "
        "Always fine: speech. Not answered: "
    )


def test_a_task_last_answered_not_sure_is_neither_fine_nor_failed() -> None:
    text = block(page(look(14, jar="fine", keys="harder"), look(7, jar="not_sure")).tasks)
    assert text.startswith(
        "Harder, but possible: turning a key (25 February 2026). "
        "Unsure when last asked: opening a jar. Not answered: "
    )
    failed = block(page(look(14, jar="cannot"), look(7, jar="not_sure")).tasks)
    assert failed.startswith(
        "Failed: opening a jar, first on 25 February 2026 (impossible; when last asked not sure). "
    )
    assert "Unsure when" not in failed
    assert "None failed" not in block(page(look(7, jar="not_sure")).tasks)


def test_since_when_a_task_fails_and_whether_it_is_explained_stands_beside_it() -> None:
    told = make.tasks(
        day=TODAY - timedelta(days=7),
        answers={"jar": "cannot", "keys": "much_harder"},
        since={"jar": "years", "keys": "not_sure"},
        explained={"jar": "yes", "keys": "no"},
    )
    assert block(page(told).tasks).startswith(
        "Failed: opening a jar, first on 4 March 2026 (impossible; patient: for more than a year; "
        "explained by a doctor, unchanged); turning a key, first on 4 March 2026 (much harder; "
        "patient unsure since when; not explained by a doctor)."
    )


def test_no_calm_sentence_stands_above_a_task_that_failed() -> None:
    explained = make.tasks(
        day=TODAY - timedelta(days=60),
        answers={"jar": "cannot"},
        since={"jar": "years"},
        explained={"jar": "yes"},
    )
    for calm in ({"wasting": "no"}, {"weakness": "none"}, {}):
        found = page(explained, look(1, jar="fine"), *([make.answers(calm)] if calm else []))
        assert found.flagged
        assert block(found.flags) == "Daily task failed: opening a jar 10 January 2026. "
        assert found.flags.heading == "Told in the story or journal"
        assert plain(found.opening).endswith("Course over the past four weeks: not told.")


def test_weakness_that_stops_nothing_is_not_told_of_the_tasks_that_failed() -> None:
    felt = make.answers({"weakness": "felt_only", "wasting": "no"}, at=NOON)
    assert block(page(look(60, jar="cannot"), look(1, jar="fine"), felt).flags) == (
        "Perceived weakness or more effort, no functional loss (11 March 2026). "
        "Daily task failed: opening a jar 10 January 2026. "
    )


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            {"speech": "cannot"},
            "Change of speech or swallowing: speech 4 March 2026. Weakness with loss of function "
            "(a daily task fails): speech 4 March 2026. ",
        ),
        (
            {"speech": "harder"},
            "Change of speech or swallowing: speech 4 March 2026. Daily task a bit harder, but "
            "possible: speech 4 March 2026. ",
        ),
        (
            {"grip": "harder"},
            "Daily task a bit harder, but possible: holding a full cup 4 March 2026. ",
        ),
    ],
)
def test_what_rests_on_the_weekly_look_is_told_in_the_words_of_that_look(
    told: dict[str, str], words: str
) -> None:
    assert block(page(look(7, **told)).flags) == words


# ---- signs and weight


def test_signs_are_not_asked_without_single_bouts() -> None:
    text = block(page(make.tally(day=TODAY)).signs)
    assert "Cramps: not noted (no single bouts)." in text
    assert text.endswith("Weight: not told.")


def test_signs_bear_their_number_first_day_and_place() -> None:
    bouts = [
        make.episode(accompanied=("cramp",)),
        make.episode(accompanied=("cramp",), started_at=make.AT - timedelta(days=3)),
        make.episode(site="chin", side=None),
    ]
    text = block(page(*bouts).signs)
    assert "Cramps: with 2 of 3 single bouts, first on 6 March 2026 (left calf 2)." in text
    assert "Tingling: not told with any single bout (of 3)." in text


def test_weight_is_told_once_or_as_a_change() -> None:
    one = make.fact("weight_kg", 81.25, day=date(2026, 1, 9))
    assert "Weight: 81.2 kg on 9 January 2026." in block(page(one).signs)
    two = make.fact("weight_kg", 78, day=TODAY)
    assert "Weight: 81.2 kg on 9 January 2026, 78 kg on 11 March 2026." in block(
        page(one, two).signs
    )


# ---- days


def test_a_single_day_and_a_whole_month_are_named_plainly() -> None:
    assert page(make.none_today(day=TODAY)).days.periods == ("11 March 2026",)
    whole = [make.none_today(day=date(2026, 2, n)) for n in (1, 2)]
    assert page(*whole).days.periods == ("February 2026",)


def test_a_bar_is_the_share_of_the_days_with_a_note() -> None:
    days = [make.tally(day=date(2026, 3, 1)), make.none_today(day=date(2026, 3, 2))]
    (legs,) = [row for row in page(*days).days.rows if row.name == "Legs"]
    assert legs.shares == (0.5, 0.0)


def test_a_month_without_any_note_has_no_zero() -> None:
    days = [make.tally(day=date(2026, 1, 5)), make.tally(day=date(2026, 3, 5))]
    rows = {row.name: row.days for row in page(*days).days.rows}
    assert rows["Legs"] == ("1", "0", "–", "–", "1", "0")


def test_more_than_four_months_are_summed_up() -> None:
    days = [make.none_today(day=date(2025, month, 3)) for month in range(6, 12)]
    assert page(*days).days.periods == (
        "June 2025 to August 2025",
        "September 2025",
        "October 2025",
        "November 2025",
    )


# ---- medicines


@pytest.mark.parametrize(
    ("day", "precision", "words"),
    [
        (date(2026, 1, 9), "day", "9 January 2026, the same day"),
        (date(2026, 1, 8), "day", "8 January 2026, 1 day before"),
        (date(2026, 1, 20), "day", "20 January 2026, 11 days after"),
        (date(2023, 1, 9), "day", "9 January 2023, about 3 years before"),
        (date(2026, 1, 12), "week", "12 January 2026, around onset"),
        (date(2026, 1, 20), "week", "20 January 2026, about 11 days after"),
        (date(2025, 12, 20), "month", "20 December 2025, around onset"),
        (date(2025, 10, 1), "year", "1 October 2025, around onset"),
    ],
)
def test_a_start_is_seen_from_the_onset(day: date, precision: str, words: str) -> None:
    told = make.story(day=TODAY, onset_precision=precision)
    assert page(told, make.medicine(day=day)).medicines.rows[0] == ("Cetirizine", "", words)


def test_the_name_of_a_medicine_is_printed_whole() -> None:
    name = "Water tablet (hydrochlorothiazide)"
    told = page(make.story(day=TODAY), make.medicine(day=TODAY, name=name))
    assert told.medicines.rows[0][0] == name


def test_changes_stops_and_an_unknown_onset_are_told() -> None:
    rows = page(
        make.medicine(day=date(2026, 1, 1), name="Aspirin", dose="100 mg"),
        make.medicine(day=date(2026, 2, 1), name="aspirin ", action="change", dose="50 mg"),
        make.medicine(day=date(2026, 3, 1), name="Aspirin", action="stop"),
        make.medicine(day=date(2026, 2, 2), name="Zinc", action="change"),
    ).medicines.rows
    assert rows[0] == ("Zinc", "", "changed 2 February 2026")
    assert rows[1] == (
        "Aspirin",
        "50 mg",
        "1 January 2026; changed 1 February 2026; stopped 1 March 2026",
    )


def test_a_medicine_whose_start_was_not_told_has_none() -> None:
    told = make.story(day=TODAY)
    rows = page(told, make.medicine(action="taken", dose="75 mg")).medicines.rows
    assert rows[0] == (
        "Cetirizine",
        "75 mg",
        "taken before 9 March 2026 already, start not told",
    )
    rows = page(told, make.medicine(dated=False), make.medicine(action="stop")).medicines.rows
    assert rows[0][2] == "started, day not told; stopped 9 March 2026"


def test_a_medicine_taken_up_again_says_so() -> None:
    rows = page(
        make.medicine(day=date(2023, 1, 1), name="Zinc"),
        make.medicine(day=date(2024, 1, 1), name="Zinc", action="stop"),
        make.medicine(day=date(2026, 1, 5), name="Zinc"),
    ).medicines.rows
    assert rows[0] == ("Zinc", "", "1 January 2023; again from 5 January 2026")


def test_sleep_is_told_in_hours() -> None:
    nights = [make.exposure(code="sleep_min", value=v, day=d) for v, d in
              ((390.0, TODAY), (420.0, date(2026, 2, 1)), (450.0, date(2026, 3, 9)))]  # fmt: skip
    assert page(*nights).medicines.rows[-1] == (
        "Sleep",
        "median 7 h a day, 3 days noted",
        "first 2 weeks 7 h, last 2 weeks 7 h",
    )


def test_sleep_that_was_told_in_words_has_no_median_in_minutes() -> None:
    said = [make.exposure(code="sleep_min", value=330, said="under_6", day=date(2026, 3, n))
            for n in (9, 10)]  # fmt: skip
    typed = make.exposure(code="sleep_min", value=420.0, day=TODAY)
    row = page(*said, typed).medicines.rows[-1]
    assert row[1] == "median under 6 h a day, 3 days noted"
    with speaking("de"):
        assert "30 min" not in str(page(*said, typed).medicines.rows[-1])


def test_a_unit_has_its_name_in_the_language_of_the_page() -> None:
    with speaking("de"):
        rows = page(make.exposure(code="nicotine", value=10.0, day=TODAY)).medicines.rows
    assert any("10 Stück" in cell for row in rows for cell in row)


# ---- tests, history, own words


def test_results_are_told_as_told() -> None:
    table = page(
        make.examination(day=TODAY, what="EMG", by="clinic", result="normal", text="no change"),
        make.examination(day=TODAY, what="a.b"),
        make.answers({"assessed_normal": True}),
    ).tests
    assert table.rows[0] == ("11 March 2026", "EMG, clinic", "normal: no change")
    assert table.rows[1] == ("11 March 2026", "A.b", "result not known")
    assert block_of(table.notes) == (
        "Neurological examination in the past 12 months: told to have been normal."
    )


def block_of(lines: Any) -> str:
    return " ".join(plain(line) for line in lines)


@pytest.mark.parametrize(
    ("answer", "words"),
    [(False, "without findings in the past 12 months: not told"), ("not_sure", "not sure")],
)
def test_the_answer_about_an_examination_is_told(answer: Any, words: str) -> None:
    notes = page(make.answers({"assessed_normal": answer})).tests.notes
    assert words in block_of(notes)


def test_an_examination_is_not_normal_only_where_one_was_told_so() -> None:
    no = make.answers({"assessed_normal": False})
    seen = make.examination(day=TODAY, what="examination", result="abnormal")
    assert "not normal" not in block_of(page(no).tests.notes)
    assert "12 months: not normal, as told" in block_of(page(no, seen).tests.notes)
    scan = make.examination(day=TODAY, what="mri", result="abnormal")
    words = "In the past 12 months a visit or test was told to be not normal."
    assert words in block_of(page(no, scan).tests.notes)
    old = make.examination(day=date(2024, 3, 1), what="examination", result="abnormal")
    assert "not normal" not in block_of(page(no, old).tests.notes)


def test_own_words_are_quoted_and_a_yes_of_the_past_is_bold() -> None:
    told = page(
        make.story(day=TODAY, changed="A new\njob."),
        make.question("That my arm\u202e will get weak.", fear=True, day=TODAY),
        make.question("Do I need\x07 a test?", day=TODAY),
        make.fact("diabetes", "yes", day=TODAY),
    )
    assert block(told.words) == (
        "What changed around the beginning: “A new job.” "
        "I fear most: “That my arm will get weak.” 1. Do I need a test?"
    )
    assert told.history.lines[0][0].strong
    assert plain(told.history.lines[0]) == "Yes: diabetes."


def test_the_last_line_says_what_myolog_suggested() -> None:
    assert "The check was not done, so nothing was suggested." in plain(page().foot)
    begun = page(make.answers({"mood": "none"}))
    assert "It gave no advice yet: " in plain(begun.foot)
    calm = plain(page(make.answers({"wasting": "unsure"})).foot)
    assert "It suggested: a visit within 2 to 3 weeks (rules O-WASTING-UNSURE; checklist" in calm
    assert calm.endswith(f"Rules version {RULES_VERSION}. Not a diagnosis.")


def test_a_result_that_is_help_alone_is_told_as_that() -> None:
    journal = Journal((make.answers({"wasting": "no"}),), make.ZONE)
    told = Told(day=TODAY, assessment=decide({"mood": "suicidal"}), has_risen=False)
    assert told.assessment.help_only
    found = build_report(journal, assess_standing(journal, today=TODAY), today=TODAY, result=told)
    foot = plain(say(found).foot_printed)
    assert "It suggested: talking to someone at once and a doctor the same day" in foot
    assert "emergency help" not in foot


def test_codes_of_rules_stand_in_the_text_and_not_on_the_sheet() -> None:
    found = page(make.answers({"wasting": "unsure"}))
    assert "O-WASTING-UNSURE" in plain(found.foot)
    printed = plain(found.foot_printed)
    assert "O-WASTING-UNSURE" not in printed
    assert "It suggested: a visit within 2 to 3 weeks (checklist" in printed


def test_the_page_repeats_the_result_that_was_told_last_with_its_day() -> None:
    journal = Journal((make.answers({"wasting": "yes"}),), make.ZONE)
    told = Told(day=date(2026, 3, 9), assessment=decide({"trend": "worsening"}), has_risen=False)
    found = build_report(journal, assess_standing(journal, today=TODAY), today=TODAY, result=told)
    foot = plain(say(found).foot)
    assert "Result of 9 March 2026. It suggested: a normal visit within 4 weeks" in foot
    told = replace(told, due=date(2026, 4, 3))
    found = build_report(journal, assess_standing(journal, today=TODAY), today=TODAY, result=told)
    foot = plain(say(found).foot_printed)
    assert "Result of 9 March 2026, visit due by 3 April 2026. It suggested: a normal visit" in foot


CALF = make.tally(day=date(2026, 2, 27), site="calf", side="left")
THIGH = make.tally(day=date(2026, 3, 8), site="thigh", side="right")


@pytest.mark.parametrize(
    ("was", "found", "then", "now", "english", "german"),
    [
        ({"site_scope": "single"}, {"site_scope": "spread"}, (CALF,), (CALF, THIGH),
         "Raised by notes and by no new check: right thigh (noted from 8 March 2026).",
         "Durch Einträge dringlicher geworden, ohne neuen Check: Oberschenkel rechts "
         "(eingetragen ab 8. März 2026)."),
        ({"weakness": "none"}, {"weakness": "functional"}, (CALF,),
         (CALF, make.tasks(day=date(2026, 3, 9), answers={"jar": "cannot"})),
         "Raised by notes and by no new check: opening a jar (daily task).",
         "Durch Einträge dringlicher geworden, ohne neuen Check: ein Glas aufdrehen "
         "(Alltagsaufgabe)."),
        ({"run_days": 12}, {"run_days": 20}, (CALF,), (CALF,),
         "Raised by notes and by no new check", "Durch Einträge dringlicher geworden"),
        ({"mood": "none"}, {"mood": "suicidal"}, (CALF,), (CALF,), "", ""),
    ],
    ids=["place", "task", "days", "despair"],
)  # fmt: skip
def test_the_last_line_says_that_notes_raised_the_result_and_which(
    was: Answers, found: Answers, then: Notes, now: Notes, english: str, german: str
) -> None:
    before, after = Journal(then, make.ZONE), Journal(now, make.ZONE)
    raised = decide(found)
    by = what_raised(then=before, now=after, was=decide(was), found=raised, said=date(2026, 3, 1))
    told = Told(day=date(2026, 3, 9), assessment=raised, has_risen=True)
    rise = Rise(by=by, found=raised, day=told.day)

    def foots() -> tuple[str, str]:
        whole = build_report(
            after, assess_standing(after, today=TODAY), today=TODAY, result=told, rise=rise
        )
        return plain(say(whole).foot), plain(say(whole).foot_printed)

    for foot in foots():
        assert english in foot
        assert ("Raised by notes" in foot) is bool(english)
    with speaking("de"):
        for foot in foots():
            assert german in foot
            assert ("Durch Einträge" in foot) is bool(german)


@pytest.mark.parametrize(
    ("country", "inches"), [("US", (8.5, 11.0)), ("MX", (8.5, 11.0)), ("DE", (8.27, 11.69))]
)
def test_the_paper_is_that_of_the_country_and_one_sheet(
    country: str, inches: tuple[float, float]
) -> None:
    journal = Journal((make.answers({"wasting": "yes"}),), make.ZONE)
    found = build_report(journal, assess_standing(journal, today=TODAY), today=TODAY)
    made = PdfReader(BytesIO(render(found, country=country)))
    (sheet,) = made.pages
    size = (float(sheet.mediabox.width) / 72, float(sheet.mediabox.height) / 72)
    assert size == pytest.approx(inches, abs=0.01)


# ---- small phrases


def test_spans_days_and_lists() -> None:
    assert [span_name(days) for days in (1, 99, 100, 729, 730)] == [
        "1 day", "99 days", "about 3 months", "about 24 months", "about 2 years",
    ]  # fmt: skip
    assert vague_span_name(99) == "about 99 days"
    assert vague_span_name(100) == "about 3 months"
    assert whole_date(date(2024, 2, 29)) == "29 February 2024"
    assert counted("week", 1) == "1 week"
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert listed("abcd", 2) == "a, b and 2 more in the journal"
    assert listed("ab", 2) == "a and b"


@pytest.mark.parametrize(
    ("code", "side", "words"),
    [
        ("calf", "left", "left calf"),
        ("calf", "both", "calf on both sides"),
        ("calf", None, "calf (side not noted)"),
        ("neck", None, "neck (middle, or side not noted)"),
        ("neck", "left", "left neck"),
        ("chin", None, "chin"),
    ],
)
def test_the_side_is_always_in_words(code: str, side: str | None, words: str) -> None:
    assert place_and_side(code, side) == words


@pytest.mark.parametrize(
    ("text", "limit", "words"),
    [
        ("short", 10, "short"),
        ("one two three", 8, "one two […]"),
        ("x" * 30, 40, f"{'x' * 23}… […]"),
        ("x" * 30, 10, f"{'x' * 9}… […]"),
        (" a \n b\t", 10, "a b"),
    ],
)
def test_a_shortened_text_says_so(text: str, limit: int, words: str) -> None:
    assert short(text, limit) == words


def test_control_and_direction_marks_are_left_out() -> None:
    assert tidy("a\x00b\u202ec\u200dd\ue000e \u2028f") == "abcde f"


def test_a_word_wider_than_the_page_is_broken_and_loses_no_letter() -> None:
    told = "abc" * 40
    rows = as_text(
        reported(Journal((make.question(told, day=TODAY, remark=True),)), TODAY)
    ).splitlines()
    assert max(map(len, rows)) == 79
    assert f"“{told}”" in "".join(rows)


def test_text_never_runs_beyond_79_columns_even_with_wide_letters() -> None:
    entries = (
        make.question("疾" * 200, day=TODAY),
        make.fact("occupation", "a " * 90, day=TODAY),
        make.question("e\u0301" * 120, day=TODAY),
    )
    text = as_text(reported(Journal(entries, "UTC"), TODAY))
    for row in text.splitlines():
        assert sum(2 if letter == "疾" else letter != "\u0301" for letter in row) < 80
    assert "疾" in text


def test_the_page_tells_what_was_noticed_from_what_was_measured_and_names_missing_days() -> None:
    """DP-11: bouts are noticed, fixed looks counted, and a day without a note is no zero."""
    noted = (make.tally(day=TODAY), make.none_today(day=TODAY - timedelta(days=9)))
    said = " ".join(as_text(reported(Journal((*noted, make.window()), "UTC"), TODAY)).split())
    words = load()
    assert words.text("report.foot.counts") in said
    assert words.text("report.days.missing") in said
    assert words.text("report.days.looks", count=1, number=3) in said
    assert "in all: 2 of 10" in said  # a fixed look alone tells nothing of the rest of its day


@pytest.mark.parametrize(
    ("age", "advice"),
    [
        (40, "Advised until seen: no driving, no swimming or bathing alone."),
        (7, "Advised until seen: no swimming, bathing or cycling alone."),
    ],
)
def test_what_is_to_be_left_until_somebody_has_looked_stands_on_the_page(
    age: int, advice: str
) -> None:
    facts = (make.fact("answered_by", "parent" if age < 16 else "self"),)
    told = make.answers({"age_years": age, "jerk_attacks": "on_waking"}, at=NOON)
    found = page(*facts, make.fact("age_years", age), told)
    assert advice in plain(found.foot)
    assert ("work not told" in plain(found.opening)) is (age == 40)


@pytest.mark.parametrize(
    ("year", "month", "precision", "said"),
    [
        (2025, 1, "year", "2025 (less than 2 years)"),
        (2026, 1, "year", "2026 (less than a year)"),
        (2024, 7, "year", "2024 (about 2 years)"),
        (2026, 3, "month", "March 2026 (less than a month)"),
        (2026, 2, "month", "February 2026 (less than 2 months)"),
        (2025, 12, "month", "December 2025 (about 3 months)"),
    ],
)
def test_a_beginning_told_roughly_stays_as_rough(
    year: int, month: int, precision: str, said: str
) -> None:
    began = date(year, month, 1)
    told = make.story(day=TODAY, onset_day=began, onset_precision=precision, sites=())
    assert f"Twitching since {said}" in plain(page(told).opening)


def test_a_beginning_and_a_course_that_nobody_knows_are_told_as_that() -> None:
    began = TODAY - timedelta(days=4)
    told = make.story(
        day=TODAY, onset_day=began, onset_precision="not_sure", trend="not_sure", sites=()
    )
    said = opening(told)
    assert "since 7 March 2026 or earlier (not sure since when); for 5 days at least" in said
    assert "Patient cannot tell how it went over the past four weeks" in said
    noted = make.tally(day=TODAY - timedelta(days=9))
    assert "since 2 March 2026 or earlier (not sure since when)" in opening(told, noted)


def test_a_long_name_that_can_break_at_its_hyphen_is_told_whole() -> None:
    assert short("Hydrochlorothiazid-Bisoprolol 25 mg", 60) == "Hydrochlorothiazid-Bisoprolol 25 mg"
    assert short("Donaudampfschifffahrtsgesellschaft", 60) == "Donaudampfschifffahrtsg… […]"
