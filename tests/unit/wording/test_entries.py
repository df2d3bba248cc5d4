"""Every kind of entry has words, and terminal and page say the same ones."""

from datetime import date

import pytest

from myolog.content.catalogue import load
from myolog.content.languages import speaking
from myolog.errors import InvalidEntry
from myolog.journal.entries import Entry
from myolog.journal.kinds import ALL_KINDS
from myolog.journal.records import StorySite
from myolog.vocabulary.tasks import TASKS
from myolog.wording.day_lines import lines_of
from myolog.wording.entries import clock_of, dated_lines, one_line, replaced_in_words, single_lines
from myolog.wording.known_dates import short_as_known
from tests import factories as make
from tests.kinds import EXAMPLES


def test_no_kind_is_without_words() -> None:
    assert list(EXAMPLES) == list(ALL_KINDS)


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_kind_is_without_a_name_where_a_backup_counts_its_entries(language: str) -> None:
    with speaking(language):
        names = load().labels("page.backups.kind")
    assert set(names) == set(ALL_KINDS)


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_terminal_and_page_say_the_same_of_an_entry(kind: str) -> None:
    told = EXAMPLES[kind]
    assert one_line(told.entry) == told.in_terminal
    assert single_lines([told.entry], home="Europe/Berlin") == (told.on_page,)


def test_an_entry_made_elsewhere_names_its_zone() -> None:
    entry = make.episode(zone="Asia/Tokyo")
    assert one_line(entry, home="Europe/Berlin") == "22:20 (Asia/Tokyo) left calf"
    assert one_line(entry) == "22:20 left calf"
    (line,) = single_lines([entry], home="Europe/Berlin")
    assert line.at_right == "22:20 (Asia/Tokyo)"


def test_a_time_that_nobody_told_is_said_as_it_was() -> None:
    evening = make.episode(time_said="evening")
    assert clock_of(evening, home=evening.zone) == "in the evening"
    assert one_line(evening, home=evening.zone) == "left calf (in the evening)"


def test_a_value_that_was_not_typed_says_where_it_came_from() -> None:
    assert one_line(make.exposure(source="watch")) == "caffeine: 180 mg (watch)"
    before = make.exposure(source="same as yesterday")
    assert one_line(before) == "caffeine: 180 mg (as on the day before)"


def test_a_kind_without_words_is_an_error_and_no_other_entry() -> None:
    with pytest.raises(TypeError, match="no words"):
        one_line(Entry(day=date(2026, 3, 9)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (make.tally(amount="some"), make.tally(count=1), "Left calf: 1 twitch, instead of some"),
        (make.exposure(), make.exposure(value=90), "Caffeine 90 mg, instead of 180 mg"),
        (make.none_today(), None, "No twitch noticed"),
    ],
)
def test_what_was_replaced_is_said(old: Entry, new: Entry | None, said: str) -> None:
    assert said in replaced_in_words(old, new)


def test_a_day_joins_its_values_and_like_steps() -> None:
    lines = lines_of(
        [
            make.exposure(value=160),
            make.exposure(code="sleep_min", value=450),
            make.medicine(name="ibuprofen", action="start"),
            make.tally(count=12),
            make.programme(event="step_done", step="STEP-4"),
            make.programme(event="step_done", step="STEP-3"),
            make.programme(event="paused"),
        ],
        home="Europe/Berlin",
    )
    assert [(line.text, line.at_right) for line in lines] == [
        ("Left calf", "12 twitches"),
        ("Medicine started: ibuprofen", ""),
        ("Steps done: Quiet minutes, Sleep", ""),
        ("The steps paused", ""),
        ("Caffeine 160 mg, sleep 7 h 30", ""),
    ]


def test_three_twitches_in_one_minute_are_three_and_nothing_of_something_comes_last() -> None:
    lines = lines_of(
        [
            *[make.episode()] * 3,
            make.episode(duration_s=30),
            make.tally(count=0),
            make.window(count=0),
            make.exposure(code="alcohol_g", value=0),
            make.exposure(code="stress", value=0),
            make.exposure(code="infection", value=0),
            make.exposure(code="exercise_min", value=0, said="none"),
            make.exposure(value=90),
            make.visit(event="missed", on=date(2026, 3, 9), by=""),
        ],
        home="Europe/Berlin",
    )
    assert [(line.text, line.more, line.at_right) for line in lines] == [
        *[("Left calf", "", "14:20")] * 3,
        ("Left calf", "30 s", "14:20"),
        ("Left calf", "", "none"),
        ("A look of 120 seconds", "", "none"),
        ("Booked for 9 March 2026, did not take place", "", ""),
        ("Stress 0 of 10, infection no, caffeine 90 mg, none: alcohol, exercise", "", ""),
    ]
    assert [line.form for line in lines] == [*["entry"] * 4, "day", "", "", "day"]


@pytest.mark.parametrize(
    ("event", "value", "said"),
    [
        ("goal", "off", "Left out of the steps: Caffeine"),
        ("goal", "180", "What the steps ask: Caffeine 180 mg"),
        ("recheck", "2026-06-01", "A day to look again: Caffeine Monday 1 June"),
    ],
)
def test_what_was_chosen_of_a_step_is_said(event: str, value: str, said: str) -> None:
    assert one_line(make.programme(event=event, step="STEP-1", value=value)) == said


def test_a_visit_says_who_what_was_done_and_what_was_said() -> None:
    told = make.examination(
        what="visit",
        by="neurologist",
        result="explained",
        tests=("examination", "emg"),
        signs=("weakness", "of another version"),
        review=date(2026, 9, 1),
        text="an old injury",
    )
    assert one_line(told) == (
        "Visit to a doctor, nerve doctor: explained, strength and reflexes, nerve or muscle test "
        "(NCS, EMG), explained: weakness, of another version, next visit 1 September 2026, "
        "“an old injury”"
    )
    assert one_line(make.visit(event="later")) == "Remind me on 9 March 2026"


def test_suspects_and_tasks_that_went_well_are_said() -> None:
    suspected = make.episode(suspected=("caffeine", "cold wind"))
    assert one_line(suspected).endswith("suspected: caffeine, cold wind")
    fine = make.tasks(answers=dict.fromkeys(TASKS, "fine"))
    assert one_line(fine) == "Weekly look at daily tasks: all as always"
    one = make.tasks(answers={"grip": "fine"})
    assert one_line(one) == "Weekly look at daily tasks, as always: hold a full cup or carry a bag"
    assert one_line(make.tasks(answers={"stairs": "harder"})) == (
        "Weekly look at daily tasks, harder: climb stairs (a bit harder)"
    )


def test_a_task_that_nobody_is_sure_of_is_told_as_not_sure_and_never_as_always() -> None:
    look = make.tasks(answers={**dict.fromkeys(TASKS, "fine"), "stairs": "not_sure"})
    assert one_line(look) == "Weekly look at daily tasks, not sure: climb stairs"
    both = make.tasks(answers={"stairs": "not_sure", "jar": "harder"})
    assert one_line(both) == (
        "Weekly look at daily tasks, harder: open a jar or a bottle (a bit harder); "
        "not sure: climb stairs"
    )
    with speaking("de"):
        assert one_line(both) == (
            "Wöchentlicher Blick auf den Alltag, schwerer: ein Glas oder eine Flasche öffnen "
            "(etwas schwerer); unsicher: Treppen steigen"
        )


def test_what_was_told_of_a_task_stands_beside_it() -> None:
    known = make.tasks(
        answers={"stairs": "cannot", "jar": "harder"},
        since={"stairs": "years", "jar": "not_sure"},
        explained={"stairs": "yes", "jar": "no"},
    )
    assert one_line(known) == (
        "Weekly look at daily tasks, harder: "
        "climb stairs (I cannot; for more than a year; explained by a doctor, unchanged), "
        "open a jar or a bottle (a bit harder; not sure since when; not explained by a doctor)"
    )
    assert one_line(make.story()).endswith("since 9 January 2026, first right forearm")


def test_a_clock_names_the_zone_that_is_not_home() -> None:
    assert clock_of(make.episode(), home="Europe/Berlin") == "14:20"
    assert clock_of(make.episode(), home="UTC") == "14:20 (Europe/Berlin)"


def test_a_medicine_says_whether_its_day_was_told() -> None:
    assert one_line(make.medicine()) == "Medicine started: Cetirizine"
    assert one_line(make.medicine(dated=False)) == "Medicine started (day not told): Cetirizine"
    assert one_line(make.medicine(action="taken")) == "Medicine already taken before: Cetirizine"


def test_the_free_line_is_called_what_it_is() -> None:
    assert one_line(make.question("I dive.", remark=True)) == "For the doctor to know: I dive."


def test_a_line_is_not_a_fear_and_a_remark_and_a_remark_is_short() -> None:
    with pytest.raises(InvalidEntry, match="not both"):
        make.question("x", fear=True, remark=True)
    assert make.question("x" * 240, remark=True).text
    with pytest.raises(InvalidEntry):
        make.question("x" * 241, remark=True)


def test_a_check_bears_its_time_and_what_it_said_and_one_without_a_result_says_so() -> None:
    check = make.answers({"wasting": "no"}, id="a")
    (unknown,) = single_lines([check], home=make.ZONE)
    assert (unknown.text, unknown.at_right) == ("You answered questions of the check", "14:20")
    (done,) = single_lines([check], home=make.ZONE, results={"a": "SOON"})
    assert done.text == "You did the check: within 2 to 3 weeks"
    (begun,) = single_lines([check], home=make.ZONE, results={})
    assert begun.text == "You began the check; it has no result"
    assert one_line(check, results={"a": "SOON"}) == (
        "14:20 You did the check: within 2 to 3 weeks"
    )


def test_a_story_has_no_since_for_a_place_without_a_day_of_its_own() -> None:
    began = date(2026, 1, 9)
    along = StorySite(site="calf", side="left", since=began)
    later = StorySite(site="thigh", side="left", since=date(2026, 2, 1))
    assert one_line(make.story(sites=(along, later))).endswith(
        "since 9 January 2026, first right forearm, also left calf, then left thigh 1 February 2026"
    )


@pytest.mark.parametrize(
    ("precision", "said"),
    [("day", "11 Mar"), ("week", "11 Mar"), ("month", "March 2026"), ("year", "2026")],
)
def test_a_date_is_short_and_as_exact_as_it_is_known(precision: str, said: str) -> None:
    day, today = date(2026, 3, 11), date(2026, 4, 1)
    assert said in short_as_known(day, precision, today=today)


def test_a_list_of_visits_says_the_day_of_each():
    seen = make.examination(what="visit", by="neurologist", day=date(2026, 3, 9))
    booked = make.visit(by="neurologist", day=date(2026, 3, 9), on=date(2026, 4, 1))
    assert [one.text for one in dated_lines((seen, booked), home="Europe/Berlin")] == [
        "Visit to a doctor, nerve doctor, 9 March 2026",
        "Booked for 1 April 2026, nerve doctor",
    ]
