"""A finding in words: its number and range, what it does not show, and how it was worked out."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from myolog.content.catalogue import load
from myolog.content.languages import speaking
from myolog.content.own import naming
from myolog.journal.entries import DayExposure, Entry, NoneToday
from myolog.journal.model import Journal
from myolog.journal.simulate import simulate
from myolog.triggers.discover import find_triggers
from myolog.triggers.report import Contrast, Finding, TriggerReport
from myolog.vocabulary.exposures import EXPOSURES
from myolog.wording.findings import (
    early_line,
    finding_words,
    groups,
    limits,
    noted_so_far,
    open_line,
    open_lines,
    quiet_lines,
    times,
    too_early,
    whole_line,
)
from tests.factories import own_thing
from tests.reading import grade

WORDS = load()
TODAY = date(2027, 1, 1)
NAN = float("nan")


@cache
def report(trigger: str = "caffeine", days: int = 150) -> TriggerReport:
    journal = simulate(seed=3, days=days, trigger=trigger, rate_ratio=1.9).journal
    return find_triggers(journal, today=TODAY)


def finding(**over: object) -> Finding:
    caffeine = report().finding("caffeine")
    return replace(caffeine, **over)  # type: ignore[arg-type]


def cannot_tell(**over: object) -> Finding:
    return finding(**{"verdict": "cannot_tell", "flagged": False} | over)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1.317, "1.32"),
        (1.0, "1.00"),
        (0.716, "0.72"),
        (2.34, "2.34"),
        (1.998, "2.00"),
        (9.994, "9.99"),
        (9.997, "10"),
        (31.4, "31"),
        (NAN, "-"),
    ],
)
def test_a_ratio_and_both_ends_of_its_range_are_rounded_alike(number: float, said: str) -> None:
    assert times(number) == said


def test_a_finding_is_a_sentence_with_its_number_and_range() -> None:
    found = finding(rate_ratio=1.301, low90=1.08, high90=1.62)
    said = finding_words(found, report())
    assert said.title == "More caffeine, more twitches"
    assert said.strong == "1.30 times"
    assert said.sentence == (
        "On days with 100 mg more caffeine (about one mug of coffee), you noted about 1.30 times "
        "as many twitches. Likely between 1.08 and 1.62 times."
    )
    assert said.caution == (WORDS.text("finding.goes_together"),)


def test_a_protective_finding_tells_of_fewer() -> None:
    found = finding(exposure="water_ml", rate_ratio=0.8, verdict="likely_protective")
    assert finding_words(found, report()).title == "More drinks, fewer twitches"


def test_a_state_may_work_either_way_round() -> None:
    found = report("sleep_min").finding("sleep_min")
    said = finding_words(found, report("sleep_min"))
    assert said.title == "Less sleep, more twitches"
    assert said.caution == (WORDS.text("finding.state"),)


def test_a_medicine_is_never_to_be_stopped() -> None:
    found = finding(exposure="decongestant_doses")
    said = finding_words(found, report())
    assert WORDS.text("finding.medicine") in said.caution
    whole = " ".join((said.title, said.sentence, *said.caution, *said.how))
    assert "Keep taking" in whole
    assert not re.search(r"\b(stop|avoid|cut|less of it)\b", whole)


def test_eyelid_and_limb_findings_name_what_they_are_compared_with() -> None:
    for group in WORDS.labels("finding.twitches"):
        said = finding_words(finding(compared_with=group), report())
        assert WORDS.text(f"finding.twitches.{group}") in said.sentence


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ((0.7, 0.3), "same day"),
        ((0.2, 0.8), "day after"),
        ((0.0, 0.0, 1.0), "2 days"),
    ],
)
def test_the_delay_is_told(weights: tuple[float, ...], words: str) -> None:
    how = finding_words(finding(lag_weights=weights), report()).how
    assert any(words in line for line in how)


def test_the_arithmetic_shows_plain_counts_on_both_sides() -> None:
    counts = Contrast(
        split=170, lag=0, days_more=35, days_less=38, twitches_more=158, twitches_less=76
    )
    how = finding_words(finding(contrast=counts, days_used=73), report()).how
    assert "73 days had both a look back and a note of this." in how
    assert "Days with more than 170 mg: 35. Twitches noted on them: 158, that is 4.5 a day." in how
    assert "Days with 170 mg or less: 38. Twitches noted on them: 76, that is 2.0 a day." in how
    ill = finding(exposure="infection", contrast=replace(counts, split=0, days_more=0))
    how = finding_words(ill, report()).how
    assert "Days with it: 0. Twitches noted on them: 158, that is 0.0 a day." in how
    assert "Days without it: 38. Twitches noted on them: 76, that is 2.0 a day." in how
    bare = finding_words(finding(contrast=None), report()).how
    assert not [line for line in bare if "a day." in line]


def test_whether_looking_was_taken_into_account_is_told() -> None:
    used, unused = replace(report(), notes=("attention_used",)), replace(report(), notes=())
    assert WORDS.text("finding.how.attention") in finding_words(finding(), used).how
    assert WORDS.text("finding.how.no_attention") in finding_words(finding(), unused).how


@pytest.mark.parametrize(
    ("over", "words"),
    [
        (
            {"reason": "needs_more_days", "days_used": 40, "days_needed": 71},
            "more days with a note of it would help, about 30",
        ),
        (
            {"reason": "needs_more_days", "days_used": 40, "days_needed": 43},
            "more days with a note of it would help, about 3",
        ),
        ({"reason": "needs_more_days", "days_used": 40, "days_needed": 900}, "more than a year"),
        ({"reason": "needs_more_days", "days_used": 40, "days_needed": None}, "may not help"),
        ({"reason": None}, "may not help"),
        ({"reason": "constant"}, "the same on every day"),
        ({"reason": "too_few_days", "days_used": 9}, "days with a note so far: 9"),
        (
            {"reason": "inseparable", "inseparable_from": ("water_ml", "stress")},
            "drinks and stress",
        ),
    ],
)
def test_what_cannot_be_told_says_why_and_what_would_help(over: dict, words: str) -> None:
    line = open_line(cannot_tell(**over))
    assert line.startswith("Caffeine: ")
    assert words in line


def test_every_reason_has_its_words() -> None:
    from typing import get_args

    from myolog.triggers.report import Note, Reason, Verdict

    assert set(get_args(Reason)) <= set(WORDS.labels("finding.reason"))
    assert set(get_args(Verdict)) == set(WORDS.labels("finding.verdict"))
    assert set(get_args(Note)) - {"attention_used"} <= set(WORDS.labels("finding"))
    for reason in get_args(Reason):
        assert open_line(cannot_tell(reason=reason, days_needed=50))


def test_lines_for_what_is_open_and_what_shows_no_sign() -> None:
    findings = (cannot_tell(reason="constant"), finding(verdict="no_sign", low90=0.9, high90=1.1))
    both = replace(report(), findings=findings)
    assert len(open_lines(both)) == 1
    (quiet,) = quiet_lines(both)
    assert quiet.endswith("likely between 0.90 and 1.10 times.")
    unclear, none = groups(both)
    assert (unclear.sign, unclear.names, unclear.lines) == ("open", "Caffeine", open_lines(both))
    assert (none.sign, none.lines) == ("none", (quiet,))
    water = finding(exposure="water_ml", verdict="no_sign", low90=0.9, high90=1.1)
    (several,) = groups(replace(report(), findings=(findings[1], water)))
    assert several.names == "Caffeine and drinks"


def test_the_report_says_how_much_was_looked_at_and_what_limits_it() -> None:
    lines = limits(replace(report(), tested=6, notes=("capped", "bursty"), asked=("infection",)))
    assert lines[0] == "6 things were looked at together."
    assert WORDS.text("finding.chance") in lines
    assert WORDS.text("finding.capped") in lines
    assert WORDS.text("finding.bursty") in lines
    assert lines[-1] == WORDS.text("finding.ask.infection")
    none = replace(report(), tested=0, findings=(), notes=(), asked=())
    assert limits(none) == (WORDS.text("finding.not_tested"),)
    assert limits(replace(none, tested=1)) == (WORDS.text("finding.tested_one"),)


def test_the_days_a_report_rests_on() -> None:
    dated = replace(
        report(), days_logged=53, first_day=date(2026, 1, 9), last_day=date(2026, 3, 11)
    )
    assert whole_line(dated) == "From 53 days you noted, 9 January 2026 to 11 March 2026."
    with pytest.raises(ValueError, match="no dates"):
        whole_line(replace(dated, first_day=None))


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "not looked back"),
        (1, "one day"),
        (9, "You have noted 9 days. Patterns need about 28 days"),
        (28, "That is enough"),
    ],
)
def test_too_early_says_how_many_days_it_takes(count: int, words: str) -> None:
    entries = []
    for number in range(count):
        day = date(2026, 3, 1) + timedelta(days=number)
        entries += [NoneToday(day=day), DayExposure(day=day, code="stress", value=3)]
    early = find_triggers(Journal(tuple(entries), "UTC"), today=TODAY)
    assert too_early(early) is (count < 28)
    assert words in early_line(count)


@pytest.mark.parametrize(
    ("count", "english", "german"),
    [
        (
            0,
            "Late pizza: 0 days so far. At least 14 more are needed.",
            "Späte Pizza: bisher 0 Tage. Nötig sind mindestens 14 weitere.",
        ),
        (
            1,
            "Late pizza: 1 day so far. At least 13 more are needed.",
            "Späte Pizza: bisher 1 Tag. Nötig sind mindestens 13 weitere.",
        ),
        (
            13,
            "Late pizza: 13 days so far. At least 1 more is needed.",
            "Späte Pizza: bisher 13 Tage. Nötig ist mindestens 1 weiterer.",
        ),
        (
            14,
            "Late pizza: 14 days so far. Two weeks are there, and four are better.",
            "Späte Pizza: bisher 14 Tage. Zwei Wochen sind da, und vier sind besser.",
        ),
    ],
)
def test_a_thing_of_ones_own_says_how_many_more_days_it_takes(
    count: int, english: str, german: str
) -> None:
    code = "own:yes_no:late-pizza:3f9a"
    for language, name, said in (("en", "late pizza", english), ("de", "späte Pizza", german)):
        thing = own_thing(day=date(2026, 3, 1), code=code, name=name)
        entries: list[Entry] = [thing]
        for number in range(count):
            day = date(2026, 3, 1) + timedelta(days=number)
            entries += [NoneToday(day=day), DayExposure(day=day, code=code, value=number % 2)]
        with speaking(language), naming(lambda thing=thing: {code: thing}):  # type: ignore[misc]
            assert noted_so_far(Journal(tuple(entries), "UTC")) == (said,)


def test_a_strong_finding_from_few_days_is_not_held_back() -> None:
    assert not too_early(replace(report(), days_logged=20))
    assert too_early(replace(report(), days_logged=20, findings=(cannot_tell(),)))


@pytest.mark.parametrize("code", EXPOSURES)
def test_the_words_of_an_exposure_carry_the_change_of_the_vocabulary(code: str) -> None:
    what = EXPOSURES[code]
    number = f"{abs(what.change):g}"
    change, short = WORDS.text(f"exposure.{code}.change"), WORDS.text(f"exposure.{code}.short")
    if what.kind == "yes_no":
        assert short.endswith(", yes")
        return
    for text in (change, short):
        assert number in re.findall(r"\d+", text), text
    if what.kind == "rating":
        assert f"(of {what.high:g})" in change
    if what.change < 0:
        assert "less" in short
    assert len(short) <= 36


@pytest.mark.parametrize("code", EXPOSURES)
def test_a_finding_of_any_exposure_reads_at_grade_nine_at_most(code: str) -> None:
    said = finding_words(finding(exposure=code), report())
    assert grade(said.sentence) <= 9
