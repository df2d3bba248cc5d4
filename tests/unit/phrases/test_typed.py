"""What was typed into a field is what is read: whole, or not at all.

Every row was written by hand: the text, the person's language, and the number or time that a reader
of that language means by it. `asked` names the two ways offered where the text has two readings.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from myolog.content.languages import speaking
from myolog.content.measures import measuring
from myolog.content.problems import problem_in_words
from myolog.content.typed import (
    amount_typed,
    clock_typed,
    day_typed,
    exposure_typed,
    instant_clock_typed,
    length_typed,
    number_typed,
    whole_amount_typed,
    whole_typed,
)
from myolog.errors import Unclear, UserError
from myolog.phrases.reading import read_line
from myolog.vocabulary.exposures import EXPOSURES

NO = "refused"
EN, DE = "en", "de"


@dataclass(frozen=True)
class asked:  # noqa: N801 - reads as a word of the table
    first: str
    second: str


def outcome(read, *given):
    try:
        return read(*given)
    except Unclear as unclear:
        return asked(*unclear.readings)
    except UserError:
        return NO


NUMBERS = [
    ("5", EN, 5), ("5", DE, 5), ("0", EN, 0), ("007", EN, 7), (" 12 ", DE, 12),
    ("1.5", EN, 1.5), ("1,5", EN, 1.5), ("1.5", DE, 1.5), ("1,5", DE, 1.5),
    ("22.45", EN, 22.45), ("22,45", DE, 22.45), ("1.51", EN, 1.51), ("85,1", EN, 85.1),
    (".5", EN, 0.5), (",5", DE, 0.5), ("5.", EN, 5), ("1,50", DE, 1.5),
    ("1,000", EN, asked("1000", "1.0")), ("1,000", DE, asked("1000", "1,0")),
    ("1.000", EN, asked("1000", "1.0")), ("1.000", DE, asked("1000", "1,0")),
    ("10,000", EN, asked("10000", "10.0")), ("10.000", DE, asked("10000", "10,0")),
    ("1,500", EN, asked("1500", "1.5")), ("1.500", DE, asked("1500", "1,5")),
    ("99,999", EN, asked("99999", "99.999")), ("-1,000", EN, asked("-1000", "-1.0")),
    ("0.500", EN, 0.5), ("0,125", DE, 0.125), ("1234.567", EN, 1234.567), ("3,1415", DE, 3.1415),
    ("3.1415", EN, 3.1415), ("1,2345", EN, NO), ("1.2345", DE, NO),
    ("1 000", EN, 1000), ("1 000", DE, 1000), ("10 000", DE, 10000), ("1\u00a0000", DE, 1000),
    ("1\u202f000", EN, 1000), ("1'000", DE, 1000), ("1’000,5", DE, 1000.5), ("1 000,5", DE, 1000.5),
    ("1,000.5", EN, 1000.5), ("1.000,5", DE, 1000.5), ("1,000.5", DE, 1000.5),
    ("1,000,000", EN, 1e6), ("1.000.000", DE, 1e6), ("1,00,000", EN, 1e5), ("1,000.000", EN, 1000),
    ("1 00", EN, NO), ("1 0000", EN, NO), ("1.2.3", EN, NO), ("1,2,3", DE, NO), ("1,,5", DE, NO),
    ("1,000,00", DE, NO), ("1'000 000", DE, NO),
    ("½", EN, 0.5), ("1½", EN, 1.5), ("1 ½", DE, 1.5), ("1/2", EN, 0.5), ("2 1/2", EN, 2.5),
    ("7/10", EN, NO), ("10½", EN, 10.5), ("½½", EN, NO),
    ("1e3", EN, NO), ("0x10", EN, NO), ("1_000", EN, NO), ("inf", EN, NO), ("nan", DE, NO),
    ("-inf", EN, NO), ("Infinity", EN, NO), ("5²", EN, NO), ("5!", EN, NO), ("#5", EN, NO),
    ("١٢", EN, 12), ("１２", EN, 12), ("１，５", DE, 1.5), ("1٫5", EN, NO),
    ("", EN, NO), (" ", DE, NO), (".", EN, NO), (",", DE, NO), ("-", EN, NO), ("+", EN, NO),
    ("-0", EN, 0), ("+5", EN, 5), ("-5", DE, -5), ("−5", DE, -5), ("--5", EN, NO), ("5-", EN, NO),
    ("two", EN, 2), ("twenty five", EN, 25), ("many", EN, NO), ("viele", DE, NO),
    ("5 mg", EN, NO), ("5 or 6", EN, NO), ("5-6", EN, NO), ("5\x00", EN, NO), ("9" * 16, EN, NO),
    ("9" * 400, DE, NO),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "meant"), NUMBERS)
def test_a_number_is_read_whole_asked_or_refused(text, language, meant):
    with speaking(language):
        assert outcome(number_typed, text) == meant


AMOUNTS = [
    ("180", "mg", EN, 180), ("5 mg", "mg", EN, 5), ("5mg", "mg", DE, 5), ("5 MG", "mg", EN, 5),
    ("0,5 g", "mg", DE, 500), ("0.5 g", "mg", EN, 500), ("100 ml", "mg", EN, NO),
    ("100 ml", "mL", DE, 100), ("1,5 Liter", "mL", DE, 1500), ("1.5L", "mL", EN, 1500),
    ("2 dl", "mL", DE, 200), ("33 cl", "mL", EN, 330), ("12 fl oz", "mL", EN, 354.8823547),
    ("1 cup", "mL", EN, NO), ("1,000 mg", "mg", EN, asked("1000 mg", "1.0 mg")),
    ("1.500 ml", "mL", DE, asked("1500 ml", "1,5 ml")), ("1 000 ml", "mL", DE, 1000),
    ("1e3 mg", "mg", EN, NO), ("0x10", "mg", EN, NO), ("5 mg 3", "mg", EN, NO),
    ("5 mg/kg", "mg", EN, NO), ("inf mg", "mg", EN, NO), ("mg", "mg", EN, NO), ("", "mg", EN, NO),
    ("5000 µg", "mg", DE, 5), ("two", "portions", EN, 2), ("2 portions", "portions", EN, 2),
    ("2 Portionen", "portions", DE, 2), ("5 %", "%", EN, 5), ("5%", "mg", EN, NO),
    ("10 000 steps", "steps", EN, 10000), ("10,000 steps", "steps", EN,
                                           asked("10000 steps", "10.0 steps")),
    ("8 h", "min", EN, 480), ("8h", "min", DE, 480), ("7:30", "min", EN, 450),
    ("7:30", "h", DE, 7.5), ("7h30", "min", EN, 450), ("7 h 30 min", "min", DE, 450),
    ("7 Std. 30 Min.", "min", DE, 450), ("7,5 Stunden", "min", DE, 450),
    ("450 min", "min", EN, 450),
    ("450", "min", EN, 450), ("1½ h", "min", EN, 90), ("1 h 90", "min", EN, NO),
    ("30 min 1 h", "min", EN, NO), ("7:75", "min", EN, NO), ("7:30:15", "min", EN, NO),
    ("8 Uhr", "min", DE, NO), ("90 s", "min", EN, 1.5), ("8 mg", "min", EN, NO),
    ("7:30", "mg", EN, NO), ("70 kg", "kg", DE, 70), ("154 lb", "kg", EN, 69.85322498),
    ("70.5kg", "kg", EN, 70.5), ("70,5", "kg", DE, 70.5),
    ("6.5k", "steps", EN, 6500), ("10k steps", "steps", EN, 10000), ("6,5k", "steps", DE, 6500),
    ("70k", "kg", EN, NO), ("6.55k", "steps", EN, NO), ("2 and a half", "h", EN, 2.5),
    ("5 and a half hours", "min", EN, 330), ("1 and a half L", "mL", EN, 1500),
]  # fmt: skip


@pytest.mark.parametrize(("text", "unit", "language", "meant"), AMOUNTS)
def test_an_amount_is_read_with_its_unit_asked_or_refused(text, unit, language, meant):
    with speaking(language):
        read = outcome(amount_typed, text, unit)
    assert read == (meant if meant == NO or isinstance(meant, asked) else pytest.approx(meant))


@pytest.mark.parametrize(
    ("text", "unit", "stored"),
    [("150", "kg", 68.04), ("68 kg", "kg", 68.0), ("12", "mL", 355.0), ("500 ml", "mL", 500.0)],
)
def test_a_person_with_us_measures_means_pounds_and_ounces_unless_a_unit_is_typed(
    text, unit, stored
):
    with measuring("us"):
        assert amount_typed(text, unit) == stored


WHOLE = [
    ("12", EN, 12), ("12.0", EN, 12), ("12,0", DE, 12), ("12.5", EN, NO), ("1 000", EN, 1000),
    ("1,000", EN, asked("1000", "1.0")), ("½", EN, NO), ("five", EN, 5), ("", EN, NO),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "meant"), WHOLE)
def test_a_whole_number_loses_no_part(text, language, meant):
    with speaking(language):
        assert outcome(whole_typed, text) == meant


LENGTHS = [
    ("30", EN, 30), ("30s", EN, 30), ("30 Sek.", DE, 30), ("2 min", EN, 120), ("1h30m", EN, 5400),
    ("1h30", EN, 5400), ("1h 30", EN, 5400), ("1 h 30 min 15 s", EN, 5415), ("1.5 min", EN, 90),
    ("1,5 Minuten", DE, 90), ("½ min", EN, 30), ("0.5s", EN, 1), ("half an hour", EN, 1800),
    ("a few minutes", EN, 300), ("eine halbe Stunde", DE, 1800), ("1:30", EN, NO),
    ("1,000", EN, asked("1000", "1.0")), ("1,000 s", EN, asked("1000 s", "1.0 s")), ("", EN, NO),
    ("s", EN, NO), ("-3s", EN, NO), ("3 days", EN, NO), ("2mg", EN, NO), ("1h x", EN, NO),
    ("2-3 min", EN, NO), ("1e3", EN, NO), ("7 h 5 h", EN, NO), ("inf", EN, NO), ("1 min 1.5 s", EN,
                                                                                 NO),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "meant"), LENGTHS)
def test_a_length_is_read_in_seconds_asked_or_refused(text, language, meant):
    with speaking(language):
        assert outcome(length_typed, text) == meant


CLOCKS = [
    ("18:30", EN, time(18, 30)), ("18.30", EN, time(18, 30)), ("18.30", DE, time(18, 30)),
    ("22.45", EN, time(22, 45)), ("7:30", EN, time(7, 30)), ("7.30", DE, time(7, 30)),
    ("07:30", EN, time(7, 30)), ("18h30", EN, time(18, 30)), ("18 h 30", DE, time(18, 30)),
    ("18 h", DE, time(18)), ("18h", EN, time(18)), ("18 Uhr", DE, time(18)),
    ("18 Uhr 30", DE, time(18, 30)), ("18:30 Uhr", DE, time(18, 30)), ("18.30 Uhr", EN,
                                                                      time(18, 30)),
    ("6 Uhr", DE, time(6)), ("6 Uhr abends", DE, time(18)), ("6 Uhr früh", DE, time(6)),
    ("6:30 pm", EN, time(18, 30)), ("6:30pm", EN, time(18, 30)), ("6.30 p.m.", EN, time(18, 30)),
    ("6pm", EN, time(18)), ("6 am", EN, time(6)), ("12am", EN, time(0)), ("12 pm", EN, time(12)),
    ("12:00 am", EN, time(0)), ("12:30am", EN, time(0, 30)), ("12:30 pm", EN, time(12, 30)),
    ("12:01 PM", EN, time(12, 1)), ("0:30 am", EN, time(0, 30)), ("13:30 pm", EN, time(13, 30)),
    ("13 am", EN, NO), ("18:30 am", EN, NO), ("noon", EN, time(12)), ("12 noon", EN, time(12)),
    ("midnight", EN, time(0)), ("Mittag", DE, time(12)), ("Mitternacht", DE, time(0)),
    ("half past six", EN, asked("06:30", "18:30")), ("half past six pm", EN, time(18, 30)),
    ("quarter to seven pm", EN, time(18, 45)), ("halb sieben", DE, asked("06:30", "18:30")),
    ("halb sieben abends", DE, time(18, 30)), ("halb 7 morgens", DE, time(6, 30)),
    ("viertel nach sechs", DE, asked("06:15", "18:15")), ("viertel vor 1", DE,
                                                         asked("00:45", "12:45")),
    ("6 o'clock", EN, asked("06:00", "18:00")), ("6", EN, asked("06:00", "18:00")),
    ("12", EN, asked("00:00", "12:00")), ("18", EN, time(18)), ("3 in the afternoon", EN, time(15)),
    ("00:00", EN, time(0)), ("24:00", EN, NO), ("24:30", EN, NO), ("25:00", EN, NO),
    ("18:60", EN, NO), ("2245", EN, time(22, 45)), ("0630", EN, time(6, 30)), ("930", EN,
                                                                              time(9, 30)),
    ("1830 h", EN, time(18, 30)), ("2460", EN, NO), ("７：３０", EN, time(7, 30)),
    ("١٨:٣٠", EN, time(18, 30)), ("7:5", EN, NO), ("18.5", EN, NO), ("18,30", DE, NO),
    ("22.45.30", EN, NO), ("09.03.26", DE, NO), ("18:30 CET", EN, NO), ("18:30 foo", EN, NO),
    ("at 18:30", EN, time(18, 30)), ("", EN, NO), ("now", EN, NO), ("soon", EN, NO), ("-1:30", EN,
                                                                                     NO),
    ("1e3", EN, NO), ("18:30:00", EN, time(18, 30)), ("6:30 6:40", EN, NO), ("123456", EN, NO),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "meant"), CLOCKS)
def test_a_time_of_day_is_read_whole_asked_or_refused(text, language, meant):
    with speaking(language):
        assert outcome(clock_typed, text) == meant
        assert outcome(instant_clock_typed, text) == meant


def east(hours, minutes=0):
    return timezone(timedelta(hours=hours, minutes=minutes))


EXACT = [
    ("18:30:15", time(18, 30, 15)), ("18:30:15.5", time(18, 30, 15, 500_000)),
    ("18:30+02:00", time(18, 30, tzinfo=east(2))), ("18:30Z", time(18, 30, tzinfo=east(0))),
    ("18:30 -0330", time(18, 30, tzinfo=east(-3, -30))), ("18:30+02", time(18, 30, tzinfo=east(2))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), EXACT)
def test_seconds_and_an_offset_are_kept_where_an_instant_is_meant_and_refused_elsewhere(
    text, meant
):
    read = instant_clock_typed(text)
    assert read == meant
    assert read.utcoffset() == meant.utcoffset()
    assert outcome(clock_typed, text) == NO


@pytest.mark.parametrize("text", ["18:30+99:00", "18:30+02:75", "18:30+15:00", "18:30+2"])
def test_an_offset_that_cannot_be_is_refused(text):
    assert outcome(instant_clock_typed, text) == NO


def test_the_table_is_long_enough_to_mean_something():
    assert len(NUMBERS) + len(AMOUNTS) + len(WHOLE) + len(LENGTHS) + len(CLOCKS) + len(EXACT) > 250


def test_a_question_is_asked_in_the_persons_language():
    with pytest.raises(Unclear) as caught, speaking("de"):
        number_typed("10.000")
    with speaking("de"):
        said = problem_in_words(caught.value)
    assert said == ("„10.000“ lässt sich auf zwei Arten lesen. Schreiben Sie 10000 oder 10,0.")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1600", 1600), ("1.6 L", 1600), ("1600,0", 1600), ("1600.5", NO), ("much", NO),
        ("1,600", asked("1600", "1.6")),
    ],
)  # fmt: skip
def test_a_goal_is_an_amount_without_a_part(text, meant):
    assert outcome(whole_amount_typed, text, "mL") == meant


def test_a_program_gives_millilitres_whatever_the_person_measures_in():
    with measuring("us"):
        assert amount_typed("2000", "mL", metric=True) == 2000
        assert whole_amount_typed("68", "mL") == 2011


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-03-09", date(2026, 3, 9)), (" 2024-02-29 ", date(2024, 2, 29)), ("2026-02-29", NO),
        ("20260309", NO), ("2026-W10-1", NO), ("03/09/2026", NO), ("9.3.2026", NO), ("", NO),
    ],
)  # fmt: skip
def test_a_date_is_the_one_that_a_browsers_field_sends(text, meant):
    assert outcome(day_typed, text) == meant


@pytest.mark.parametrize(
    ("line", "clock", "seconds", "note"),
    [
        ("left calf yesterday at 18h30 for 30 s", time(18, 30), 30, ""),
        ("left calf yesterday 18 h 30", time(18, 30), None, ""),
        ("left calf yesterday 22.45", time(22, 45), None, ""),
        ("left calf 1h30", None, 5400, ""),
        ("left calf for 2 h 30", None, 9000, ""),
        ("left calf 18:30 - 18:40", time(18, 30), 600, ""),
        ("left calf at 18:30+02:00", None, None, "at 18:30+02:00"),
    ],
)
def test_one_line_drops_no_minutes_and_no_offset_of_a_clock(line, clock, seconds, note):
    said = read_line(line, now=datetime(2026, 3, 11, 20, tzinfo=UTC), zone="UTC")
    assert (said.clock, said.duration_s, said.note) == (clock, seconds, note)


NIGHTS = [
    ("6.5", EN, 390), ("6,5", EN, 390), ("6,5", DE, 390), ("6.5", DE, 390), ("7", EN, 420),
    ("6:30", EN, 390), ("6h30", DE, 390), ("6 h 30", EN, 390), ("6 h", DE, 360), ("6½", EN, 390),
    ("6 1/2", DE, 390), ("6.5 h", EN, 390), ("6,5 Std.", DE, 390), ("390 min", EN, 390),
    ("390", DE, 390), ("6 Stunden 30 Minuten", DE, 390), ("6 hours and 30 minutes", EN, 390),
    ("5 and a half hours", EN, 330), ("6 and a half", EN, 390),
    ("six and a half", EN, 390), ("six and a half hours", EN, 390), ("seven", EN, 420),
    ("eight hours", EN, 480), ("sechseinhalb", DE, 390), ("sieben Stunden", DE, 420),
    ("6.75", EN, 405), ("6.30", EN, asked("6:30", "6.3 h")), ("6,30", DE, asked("6:30", "6,3 h")),
    ("7.50", EN, asked("7:50", "7.5 h")), ("0", EN, 0), ("2", EN, 2), ("15", EN, 15),
    ("45", EN, 45), ("7-8", EN, NO), ("a lot", EN, NO), ("half past six", EN, NO), ("", EN, NO),
    ("11.30pm to 5.45am", EN, 375), ("23.30-5.45", EN, 375), ("from 10 pm till 6 am", EN, 480),
    ("23 Uhr bis 6 Uhr", DE, 420), ("von 22:30 bis 6:15", DE, 465), ("midnight to 7am", EN, 420),
    ("5.30-8.15", EN, NO), ("6h-7h", EN, NO), ("10am to 9am", EN, NO),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "minutes"), NIGHTS)
def test_a_night_is_read_as_people_say_it(text, language, minutes):
    with speaking(language):
        assert outcome(exposure_typed, text, EXPOSURES["sleep_min"]) == minutes


@pytest.mark.parametrize(("code", "value"), [("exercise_min", 6.5), ("screen_h", 6.5)])
def test_of_nothing_else_a_bare_number_is_in_another_unit(code, value):
    assert exposure_typed("6.5", EXPOSURES[code]) == value
