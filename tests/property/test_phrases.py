"""One line of words, whatever it holds: never a crash, never the future, never a word made up."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from myolog.errors import InvalidEntry
from myolog.journal.model import refuse_future
from myolog.phrases.entry import entry_from
from myolog.phrases.reading import LINE_LIMIT, read_line
from myolog.phrases.tongues import LANGUAGES
from tests.corpus.phrases import SETS, TUNING, phrases

PHRASES = [phrase.text for name in SETS for phrase in phrases(TUNING, name)]
WORDS = sorted({word for text in PHRASES for word in text.split()})
ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"]

UNREADABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\\d{10}"
)

languages = st.sampled_from(sorted(LANGUAGES))
moments = st.datetimes(
    min_value=datetime(1970, 1, 2),  # noqa: DTZ001 - the zone comes beside it
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
scrambled = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
joined = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=3).map(" ".join)
lines = st.one_of(st.text(max_size=200), scrambled, joined).map(lambda text: text[:LINE_LIMIT])


@given(text=lines, now=moments, zone=st.sampled_from(ZONES), language=languages)
def test_any_line_is_read_and_nothing_lies_in_the_future(text, now, zone, language):
    try:
        said = read_line(text, now=now, zone=zone, language=language)
    except InvalidEntry:
        assert UNREADABLE.search(text)
        return
    local = now.astimezone(ZoneInfo(zone))
    if said.day is not None:
        assert said.day <= local.date()
    if said.started_at is not None:
        assert said.started_at <= now
        assert said.clock is not None
    assert said.duration_s is None or 1 <= said.duration_s <= 86_400
    assert said.intensity is None or 0 <= said.intensity <= 10


@given(text=lines, now=moments, language=languages)
def test_every_part_lies_within_the_text_and_the_note_is_the_persons_own(text, now, language):
    try:
        said = read_line(text, now=now, zone="UTC", language=language)
    except InvalidEntry:
        return
    for part in said.parts:
        assert 0 <= part.start < part.end <= len(text)
    for piece in said.note.split("; "):
        assert piece in text


@given(text=lines, now=moments, zone=st.sampled_from(ZONES), language=languages)
def test_what_nothing_hinders_becomes_an_entry_that_has_happened(text, now, zone, language):
    try:
        said = read_line(text, now=now, zone=zone, language=language)
    except InvalidEntry:
        return
    if said.obstacle is None:
        refuse_future(entry_from(said, now=now, zone=zone), now=now)


@given(minutes=st.integers(1, 600), now=moments, zone=st.sampled_from(ZONES))
def test_minutes_ago_are_real_minutes_in_any_night(minutes, now, zone):
    said = read_line(f"left calf {minutes} minutes ago", now=now, zone=zone)
    assert said.started_at is not None
    gone = now.replace(second=0, microsecond=0) - said.started_at
    assert gone == timedelta(minutes=minutes)


@given(text=st.text(max_size=60))
def test_a_place_and_side_survive_whatever_is_typed_behind_them(text):
    try:
        said = read_line(f"left calf, {text}", now=datetime(2026, 3, 11, tzinfo=UTC), zone="UTC")
    except InvalidEntry:
        return
    assert said.site is not None or said.site_choices
