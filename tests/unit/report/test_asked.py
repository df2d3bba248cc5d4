"""Asked and denied, answered yes, not sure and never asked are four different things."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from myolog.journal.entries import Entry
from myolog.journal.model import Journal
from myolog.report.asked_words import denied_block, flags_block, open_block
from myolog.report.build import build_report
from myolog.report.page import Block, plain
from myolog.report.record_words import history_block, words_block
from myolog.report.sections import Report
from myolog.report.wording import say
from myolog.triage.answers import INPUTS
from myolog.triage.assessment import assess
from myolog.triage.standing import standing_answers
from tests import factories as make

TODAY = date(2026, 3, 11)
NOON = datetime(2026, 3, 11, 12, tzinfo=UTC)


def told(given: dict[str, Any], days_ago: int = 0, **over: Any) -> Entry:
    return make.answers(given, at=NOON - timedelta(days=days_ago), zone="UTC", **over)


def report_of(*entries: Entry, direct: dict[str, Any] | None = None) -> Report:
    journal = Journal(entries, "UTC")
    answers, reasons = standing_answers(journal, today=TODAY)
    assessment = assess(journal, {**answers, **(direct or {})}, today=TODAY, reasons=reasons)
    return build_report(journal, assessment, today=TODAY)


def words_of(block: Block) -> str:
    return f"{block.heading} | " + " ".join(plain(line) for line in block.lines)


def test_a_denial_is_an_answer_with_its_date() -> None:
    report = report_of(told({"wasting": "no", "breathing": "none"}))
    assert [(one.name, one.day) for one in report.asked.denied] == [
        ("wasting", TODAY),
        ("breathing", TODAY),
    ]
    assert words_of(denied_block(report)) == (
        "Asked and denied on 11 March 2026 | Visible wasting; shortness of breath."
    )


def test_denials_of_several_days_stand_in_groups_newest_first() -> None:
    names = ("wasting", "breathing", "lockjaw", "overdose", "weight_loss")
    calm = {name: INPUTS[name].answers[0] for name in names}
    report = report_of(*(told({name: calm[name]}, days_ago=n) for n, name in enumerate(names)))
    assert words_of(denied_block(report)) == (
        "Asked and denied | 11 March 2026: visible wasting. 10 March 2026: shortness of breath. "
        "9 March 2026: locked jaw or spreading stiffness. "
        "7 March 2026 to 8 March 2026: overdose; unintended weight loss."
    )
    one_older = report_of(
        *(told({name: calm[name]}, days_ago=n) for n, name in enumerate(names[:4]))
    )
    assert words_of(denied_block(one_older)).endswith("8 March 2026: overdose.")
    two_days = report_of(told({"wasting": "no"}), told({"breathing": "none"}, days_ago=1))
    assert words_of(denied_block(two_days)) == (
        "Asked and denied | 11 March 2026: visible wasting. 10 March 2026: shortness of breath."
    )


def test_nothing_asked_is_said_so_and_nothing_is_denied() -> None:
    report = report_of()
    assert report.asked.denied == ()
    assert words_of(denied_block(report)).endswith("Nothing was denied.")
    assert words_of(open_block(report)).endswith("none of its questions was answered.")
    assert words_of(flags_block(report)).endswith("No question of the check was answered.")


def test_what_only_the_journal_shows_is_no_denial() -> None:
    looks = [
        make.tasks(day=TODAY - timedelta(days=n), answers={"grip": "fine", "stairs": "fine"})
        for n in (0, 7)
    ]
    calm = [make.tally(day=TODAY - timedelta(days=n)) for n in range(20)]
    report = report_of(*looks, *calm, told({"lockjaw": False}))
    assert [one.name for one in report.asked.denied] == ["lockjaw"]
    shown = {one.name for one in report.asked.by_journal}
    assert "site_scope" in shown
    assert "the story or journal says: one site" in words_of(open_block(report))


def test_an_answer_given_beside_the_journal_counts_as_given_today() -> None:
    report = report_of(direct={"wasting": "yes", "lockjaw": False})
    assert [(one.name, one.day) for one in report.asked.positive] == [("wasting", TODAY)]
    assert [(one.name, one.day) for one in report.asked.denied] == [("lockjaw", TODAY)]


def test_a_fact_of_the_profile_carries_the_day_it_was_told() -> None:
    earlier = TODAY - timedelta(days=40)
    report = report_of(make.fact("family_nm", "yes", day=earlier), told({"wasting": "yes"}))
    assert ("family_nm", earlier) in [(one.name, one.day) for one in report.asked.positive]
    text = words_of(flags_block(report))
    assert text.startswith("Answered yes, or told in the story or journal | ")
    assert "Family history of neuromuscular disease (30 January 2026)" in text
    assert "Visible wasting (11 March 2026)" in text
    facts = {fact.code: (fact.value, fact.day) for fact in report.history}
    assert facts["family_nm"] == ("yes", earlier)


@pytest.mark.parametrize(
    ("value", "word"), [("yes", "yes"), ("no", "no"), ("not_sure", "not_sure")]
)
def test_a_fact_that_no_question_asks_is_told_too(value: str, word: str) -> None:
    report = report_of(make.fact("diabetes", value))
    assert {fact.code: fact.value for fact in report.history}["diabetes"] == word
    assert {fact.code: fact.value for fact in report.history}["warfarin"] == "not_asked"


def test_pregnancy_is_not_asked_of_a_man() -> None:
    codes = [fact.code for fact in report_of(make.fact("sex", "man")).history]
    assert not {"pregnant", "breastfeeding"} & set(codes)
    assert "pregnant" in [fact.code for fact in report_of(make.fact("sex", "woman")).history]


def test_not_sure_is_neither_a_yes_nor_a_denial() -> None:
    report = report_of(told({"wasting": "not_sure", "stroke_signs": "not_sure"}))
    assert report.asked.denied == ()
    assert [one.name for one in report.asked.not_sure] == ["wasting"]
    assert [one.name for one in report.asked.unsure_as_yes] == ["stroke_signs"]
    assert "Not sure: visible wasting." in words_of(open_block(report))
    assert "not sure, taken as yes" in words_of(flags_block(report))


def test_a_long_list_of_open_questions_names_those_that_matter_most() -> None:
    report = report_of(told({"lockjaw": False}))
    text = words_of(open_block(report))
    assert "weakness; visible wasting; lasting numbness" in text
    n_named = text.count(";")
    assert f"further questions of the check: {len(report.asked.not_asked) - n_named}." in text


def test_a_short_list_of_open_questions_is_complete() -> None:
    given = {
        name: (INPUTS[name].answers or (0,))[0]
        for name in INPUTS
        if name not in ("breathing", "lockjaw", "explained_unchanged", "age_years", "run_days")
        and "asked" in INPUTS[name].origin
    }
    report = report_of(told(given), make.fact("age_years", 40, day=TODAY))
    assert report.asked.not_asked == ("run_days", "breathing", "lockjaw")
    assert "Not answered: duration in days; shortness of breath; locked jaw" in words_of(
        open_block(report)
    )


def test_questions_for_children_and_follow_ups_of_a_no_are_left_out() -> None:
    given = {"withdrawal": False, "serotonergic_change": False, "lithium": False}
    grown = report_of(told(given), make.fact("age_years", 40, day=TODAY))
    assert not {"child_gait_or_movement", "autonomic_agitation", "lithium_tox_symptoms"} & set(
        grown.asked.not_asked
    )
    child = report_of(told(given | {"lithium": True}), make.fact("age_years", 9, day=TODAY))
    assert {"child_gait_or_movement", "lithium_tox_symptoms"} <= set(child.asked.not_asked)


def test_everything_answered_is_said_so() -> None:
    given = {
        name: (INPUTS[name].answers or (0,))[0]
        for name in INPUTS
        if name not in ("explained_unchanged", "age_years") and "asked" in INPUTS[name].origin
    }
    report = report_of(told(given | {"run_days": 2}), make.fact("age_years", 40, day=TODAY))
    assert words_of(open_block(report)).endswith("Every question of the check was answered.")
    assert words_of(flags_block(report)).startswith("Answered yes, or told in the story")
    assert "Nothing was answered yes among" in words_of(flags_block(report))


def test_an_answer_below_the_journal_is_told_with_its_reason() -> None:
    days = [make.tally(day=TODAY - timedelta(days=n)) for n in range(20)]
    answer = told({"run_days": 3}, reasons={"run_days": "It is only the eyelid."})
    text = words_of(flags_block(report_of(*days, answer)))
    assert "The journal suggests 20 days, the patient answered 3 days: “It is only the" in text
    story = make.story(day=TODAY, onset_day=TODAY - timedelta(days=129), onset_precision="month")
    text = words_of(flags_block(report_of(story, answer)))
    assert "The journal suggests about 4 months, the patient answered 3 days" in text
    scope = told({"site_scope": "single"}, reasons={"site_scope": "one nerve"})
    thigh = [make.tally(day=TODAY - timedelta(days=n), site="thigh") for n in range(10)]
    arm = [make.tally(day=TODAY - timedelta(days=n), site="forearm") for n in range(20)]
    text = words_of(flags_block(report_of(*days, *thigh, *arm, scope)))
    assert "the patient answered one site: “one nerve”." in text


def test_more_than_three_such_answers_are_counted() -> None:
    report = report_of()
    lowered = report.asked.lowered
    assert lowered == ()
    from dataclasses import replace

    from myolog.report.sections import Lowered

    one = Lowered(name="weakness", suggested="functional", value="none", reason="")
    many = replace(report, asked=replace(report.asked, lowered=(one,) * 5))
    text = words_of(flags_block(many))
    assert text.count("no reason given") == 3
    assert text.endswith("2 more in the journal.")


EVERYTHING = {name: one.answers[0] if one.answers else one.default for name, one in INPUTS.items()}


def test_a_part_in_doubt_is_named_and_never_said_as_a_finding() -> None:
    report = report_of(told({"breathing": "not_sure:severe", "weakness": "not_sure:functional"}))
    assert [one.name for one in report.asked.unsure_as_yes] == ["breathing"]
    assert [one.name for one in report.asked.not_sure] == ["weakness"]
    flags, left = words_of(flags_block(report)), words_of(open_block(report))
    assert "Severe breathlessness: not sure, taken as yes" in flags
    assert "Not sure: weakness with loss of function (a daily task fails)." in left
    assert report.outcome.why[0] in report.outcome.unsure


def test_a_fact_that_is_not_sure_is_no_answered_question() -> None:
    """In the check of 10 March every question was denied; kidneys were "not sure" in it."""
    text = words_of(open_block(report_of(told(EVERYTHING | {"kidney": "not_sure"}, days_ago=1))))
    assert "Every question was answered" not in text
    assert "kidney" in text


@pytest.mark.parametrize("days_ago", [0, 1])
def test_not_sure_in_the_facts_after_a_no_in_the_check_denies_nothing(days_ago: int) -> None:
    check = told({"kidney": "none", "cancer_history": False}, days_ago=1)
    fact = make.fact("kidney", "not_sure", day=TODAY - timedelta(days=days_ago))
    report = report_of(check, fact)
    (kidney,) = [one for one in report.history if one.code == "kidney"]
    assert kidney.value == "not_sure"
    assert "kidney" in words_of(open_block(report))
    denied = next(one for one in page_lines(report) if "Denied" in one)
    assert "kidney" not in denied
    assert "cancer" in denied
    later = report_of(check, fact, told({"kidney": "none"}))
    (kidney,) = [one for one in later.history if one.code == "kidney"]
    assert kidney.value == ("not_sure" if days_ago == 0 else "no")


def test_a_kidney_disease_told_in_the_facts_after_the_check_counts() -> None:
    check = told({"kidney": "none"}, days_ago=3)
    report = report_of(check, make.fact("kidney", "chronic_disease", day=TODAY))
    (kidney,) = [one for one in report.history if one.code == "kidney"]
    assert (kidney.value, kidney.day) == ("yes", TODAY)


def page_lines(report: Report) -> list[str]:
    return [plain(line) for line in history_block(report).lines]


@pytest.mark.parametrize(
    ("begun", "words"),
    [
        (date(2026, 3, 8), "New or changed medicine after onset, in the past four weeks"),
        (date(2026, 2, 10), "New or changed medicine in the four weeks before onset"),
    ],
)
def test_a_medicine_stands_before_or_after_the_onset_as_it_was(begun: date, words: str) -> None:
    """It began on 1 March and still twitches on 10 March, the day before the page."""
    story = make.story(day=date(2026, 3, 10), onset_day=date(2026, 3, 1))
    report = report_of(story, make.medicine(day=begun, name="Sertraline"))
    assert f"| {words}. " in words_of(flags_block(report))
    answered = report_of(
        story, make.medicine(day=begun, name="Sertraline"), told({"new_medicine": True})
    )
    assert f"| {words}. " in words_of(flags_block(answered))


def test_a_medicine_that_only_the_person_tells_of_is_said_as_it_was_asked() -> None:
    text = words_of(flags_block(report_of(told({"new_medicine": True}))))
    assert "New or changed medicine in the four weeks before onset or the past four weeks." in text
    lately = report_of(make.medicine(day=TODAY, name="Sertraline"))
    assert "| New or changed medicine in the past four weeks. " in words_of(flags_block(lately))


@pytest.mark.parametrize(("last", "days"), [(date(2026, 3, 10), 23), (date(2026, 3, 11), 24)])
def test_the_days_are_those_of_the_run_on_a_day_without_a_twitch_so_far(
    last: date, days: int
) -> None:
    """It began on 16 February: 23 days up to 10 March, 24 with a twitch on the 11th."""
    story = make.story(day=date(2026, 3, 9), onset_day=date(2026, 2, 16))
    report = report_of(
        story, make.tally(day=date(2026, 3, 10)), make.tally(day=last, site="chin", side=None)
    )
    assert "Twitching on most days since it began" in words_of(flags_block(report))
    assert f"Twitching since 16 February 2026 ({days} days)" in plain(say(report).opening)


def test_signs_explained_before_are_named_in_the_box() -> None:
    given = {"wasting": "yes", "explained_unchanged": ("wasting",)}
    text = words_of(flags_block(report_of(told(given))))
    assert "explained and unchanged: visible wasting." in text


@pytest.mark.parametrize(
    ("answer", "words"),
    [("no", "no measures tried"), ("unknown", "unclear"), ("yes", "despite measures"),
     ("not_sure", "unclear")],
)  # fmt: skip
def test_how_long_it_lasted_stands_with_what_was_tried(answer: str, words: str) -> None:
    text = words_of(flags_block(report_of(told({"run_days": 62, "measures_tried": answer}))))
    assert f"Twitching on most days since it began, {words}" in text
    alone = words_of(flags_block(report_of(told({"run_days": 62}))))
    assert alone == "Answered yes on 11 March 2026 | Twitching on most days since it began. "
    longer = make.story(day=TODAY, onset_day=date(2025, 6, 1), ongoing=False)
    other = words_of(flags_block(report_of(longer, told({"run_days": 62}))))
    assert "Twitching on most days for 62 days" in other


def test_the_first_failed_task_stands_beside_weakness() -> None:
    look = make.tasks(day=date(2026, 3, 1), answers={"jar": "cannot"})
    fine = make.tasks(day=date(2026, 2, 1), answers={"jar": "fine"})
    text = words_of(flags_block(report_of(fine, look)))
    assert "Told in the story or journal | " in text
    assert "opening a jar 1 March 2026" in text


def test_a_denial_too_old_to_count_is_neither_denied_nor_never_asked() -> None:
    long_ago = date(2024, 3, 1)
    report = report_of(
        make.fact("kidney", "none", day=long_ago),
        told({"wasting": "no"}, days_ago=60),
        told({"breathing": "none"}),
    )
    assert words_of(denied_block(report)) == (
        "Asked and denied on 11 March 2026 | Shortness of breath."
    )
    assert "Denied too long ago to count: visible wasting (10 January 2026)." in words_of(
        open_block(report)
    )
    assert "Denied too long ago to count: kidney disease (1 March 2024)." in words_of(
        history_block(report)
    )
    assert "kidney" not in words_of(history_block(report)).partition("Not answered")[2]


def test_own_words_beside_any_answer_reach_the_doctor_whole() -> None:
    """What was written beside an answer that is not below the journal stood nowhere."""
    words = "she says since summer really, not 10 days " + "and more " * 20
    whole = f"On weakness: “{' '.join(words.split())}”"
    report = report_of(told({"weakness": "felt_only"}, reasons={"weakness": words}))
    assert whole in words_of(words_block(report))
    below = report_of(
        make.tasks(day=TODAY - timedelta(days=1), answers={"stairs": "cannot"}),
        told({"weakness": "none"}, reasons={"weakness": words}),
    )
    assert "“she says since summer really" in words_of(flags_block(below))
    assert whole in words_of(words_block(below))
    few = report_of(
        make.tasks(day=TODAY - timedelta(days=1), answers={"stairs": "cannot"}),
        told({"weakness": "none"}, reasons={"weakness": "since summer"}),
    )
    assert "“since summer”" in words_of(flags_block(few))
    assert "since summer" not in words_of(words_block(few))
    three = dict.fromkeys(("weakness", "wasting", "sensory"), "so it is")
    many = report_of(
        told({"weakness": "felt_only", "wasting": "no", "sensory": "none"}, reasons=three)
    )
    assert words_of(words_block(many)).endswith("1 more in the journal.")


def test_a_line_ticked_without_its_part_is_no_yes_and_no_denial_of_an_illness() -> None:
    report = report_of(told({"kidney": "ticked:urine_or_kidney"}))
    past = words_of(history_block(report))
    assert "kidney" not in past.partition("Not answered")[0]
    assert "kidney" in past.partition("Not answered")[2]


def test_what_an_earlier_check_told_and_this_one_did_not_is_no_plain_denial() -> None:
    """Falls of two days before once stood under "asked and denied"."""
    earlier = told(
        {"coordination": "persistent", "recent_infection": True, "family_nm": "not_sure"},
        days_ago=2,
    )
    now = {"coordination": "none", "recent_infection": False, "family_nm": False, "wasting": "no"}
    report = report_of(earlier, told(now))
    assert words_of(denied_block(report)) == (
        "Asked and denied on 11 March 2026 | Visible wasting. "
        "Told on 9 March 2026, not told on 11 March 2026: persistent clumsiness, unsteady gait "
        "or falls (one of these or more); infection in the past six weeks."
    )
    assert "family with nerve or muscle disease (9 March 2026)" in words_of(history_block(report))
    alone = report_of(earlier, told({"coordination": "none"}))
    assert [one.name for one in alone.asked.not_again] == ["coordination"]
    assert "Nothing was denied" not in words_of(denied_block(alone))
    assert "Told on 9 March 2026" in words_of(denied_block(alone))


@pytest.mark.parametrize(("days_ago", "again"), [(28, ["wasting"]), (29, []), (0, [])])
def test_what_was_told_more_than_four_weeks_before_is_denied_by_now(
    days_ago: int, again: list[str]
) -> None:
    report = report_of(told({"wasting": "yes"}, days_ago=days_ago), told({"wasting": "no"}))
    assert [one.name for one in report.asked.not_again] == again
    assert ("wasting" in [one.name for one in report.asked.denied]) == (not again)


def test_signs_told_before_stand_below_denials_of_several_days() -> None:
    report = report_of(
        told({"wasting": "yes"}, days_ago=3), told({"lockjaw": False}, days_ago=1),
        told({"wasting": "no", "overdose": False}),
    )  # fmt: skip
    assert words_of(denied_block(report)) == (
        "Asked and denied | 11 March 2026: overdose. 10 March 2026: locked jaw or spreading "
        "stiffness. Told on 8 March 2026, not told on 11 March 2026: visible wasting."
    )


def test_what_the_journal_holds_is_never_only_denied() -> None:
    """An eyelid noted on ten days once stood beside "denied: twitching of the face"."""
    lid = [
        make.episode(site="eyelid", side="left", started_at=NOON - timedelta(days=n), zone="UTC")
        for n in (0, 2, 3, 3, 40)
    ]
    answers = told({"eye_face": "none", "tongue_twitch": False, "wasting": "no"}, days_ago=1)
    report = report_of(*lid, answers)
    assert words_of(denied_block(report)) == (
        "Asked and denied on 10 March 2026 | Visible wasting; tongue rippling at rest. "
        "Denied on 10 March 2026, and yet noted in the journal: facial twitching, droop or "
        "double vision: left eyelid (3 days)."
    )
    alone = report_of(make.episode(site="tongue", side=None, started_at=NOON, zone="UTC"),
                      told({"tongue_twitch": False}))  # fmt: skip
    assert "Nothing was denied" not in words_of(denied_block(alone))
    assert "tongue (1 day)" in words_of(denied_block(alone))
