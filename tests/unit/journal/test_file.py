"""The native file: what it looks like, what is refused, and that nothing is ever half written."""

import json
import os
import stat
from datetime import date
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from myolog.errors import InvalidEntry, UnreadableFile, UnsupportedVersion, UserError
from myolog.journal.codec import decode, encode
from myolog.journal.example import forearm_journal
from myolog.journal.file import lines, read_journal, read_lines, write_journal
from myolog.journal.model import Journal
from myolog.journal.records import StorySite
from tests import factories as make
from tests.kinds import ONE_OF_EACH

HEAD = '{"myolog": "journal", "format": 1, "zone": "Europe/Berlin"}\n'
ROW = '{"kind": "none_today", "day": "2026-03-09"}\n'
END = '{"end": 1}\n'


def read(text: str) -> Journal:
    return read_lines(StringIO(text, newline="\n"))


def test_a_file_is_a_header_a_line_for_each_entry_and_a_count() -> None:
    journal = Journal((make.episode(accompanied=("cramp",)), make.none_today()), "Europe/Berlin")
    assert "".join(lines(journal)) == (
        HEAD + ROW + '{"kind": "episode", "day": "2026-03-09", "site": "calf", "side": "left", '
        '"started_at": "2026-03-09T13:20:00Z", "zone": "Europe/Berlin", "with": ["cramp"]}\n'
        '{"end": 2}\n'
    )


def test_what_was_not_given_is_absent_and_what_was_told_is_kept() -> None:
    assert encode(make.tally(count=0)) == {
        "kind": "tally", "day": "2026-03-09", "site": "calf", "side": "left", "count": 0,
    }  # fmt: skip
    place = StorySite(site="chin", since=make.DAY)
    assert encode(make.story(sites=(place,)))["sites"] == [{"site": "chin", "since": "2026-03-09"}]
    month = StorySite(site="chin", since=make.DAY, since_precision="month")
    assert encode(make.story(sites=(month,)))["sites"] == [
        {"site": "chin", "since": "2026-03-09", "since_precision": "month"}
    ]


def test_the_example_and_every_kind_survive_the_disk(tmp_path: Path) -> None:
    for journal in (
        forearm_journal(),
        Journal(),
        Journal(tuple(build() for build in ONE_OF_EACH), "Pacific/Chatham"),
    ):
        write_journal(journal, tmp_path / "mine.jsonl")
        assert read_journal(tmp_path / "mine.jsonl") == journal


def test_an_editor_may_have_added_a_byte_order_mark_and_carriage_returns(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + ROW + END + "\n").replace("\n", "\r\n").encode())
    assert read_journal(path).entries == (make.none_today(),)


def test_lines_from_anywhere_are_read(tmp_path: Path) -> None:
    assert read_lines(iter([HEAD, ROW, END])).entries == (make.none_today(),)


REFUSED = [
    ("", "not_a_journal"),
    ("\n", "not_a_journal"),
    ("hello", "not_a_journal"),
    ("[]\n", "damaged_line"),
    ('{"end": 0}\n', "not_a_journal"),
    ('{"myolog": "cohort", "format": 1, "zone": "UTC"}\n{"end": 0}\n', "not_a_journal"),
    ('{"myolog": "journal", "format": 2, "zone": "UTC"}\n{"end": 0}\n', "unsupported_version"),
    ('{"myolog": "journal", "format": 0, "zone": "UTC"}\n{"end": 0}\n', "not_a_journal"),
    ('{"myolog": "journal", "format": true, "zone": "UTC"}\n{"end": 0}\n', "not_a_journal"),
    ('{"myolog": "journal", "format": "1", "zone": "UTC"}\n{"end": 0}\n', "not_a_journal"),
    ('{"myolog": "journal", "format": 1}\n{"end": 0}\n', "not_a_journal"),
    ('{"myolog": "journal", "format": 1, "zone": "Mars/X"}\n{"end": 0}\n', "invalid_zone"),
    (HEAD, "cut_short"),
    (HEAD + ROW, "cut_short"),
    (HEAD + ROW[:20], "damaged_line"),
    (HEAD + "\n" + END, "damaged_line"),
    (HEAD + ROW + '{"end": 2}\n', "cut_short"),
    (HEAD + ROW + '{"end": "many"}\n', "damaged_line"),
    (HEAD + ROW + '{"end": true}\n', "damaged_line"),
    (HEAD + ROW + '{"end": 1, "kind": "none_today"}\n', "damaged_line"),
    (HEAD + ROW + END + ROW, "damaged_line"),
    (HEAD + ROW + ROW + '{"end": 2}\n', "twice_in_journal"),
    (HEAD + "17\n" + END, "damaged_line"),
    (HEAD + '{"kind": "poem"}\n' + END, "unknown_kind"),
    (HEAD + '{"day": "2026-03-09"}\n' + END, "unknown_kind"),
    (HEAD + ROW.replace("2026", "2226") + END, "invalid_date"),
    (HEAD + ROW.replace("-03-09", "-02-30") + END, "invalid_date"),
    (HEAD + '{"kind": "exposure", "day": "2026-03-09", "code": "caffeine", "value": NaN}\n' + END,
     "wrong_type"),
    (HEAD + '{"kind": "exposure", "day": "2026-03-09", "code": "caffeine", "value": 1e999}\n' + END,
     "invalid_exposure"),
    (HEAD + "[" * 100_000 + "\n" + END, "damaged_line"),
    (HEAD + '{"a": ' + "9" * 5_000 + "}\n" + END, "damaged_line"),
    (HEAD + '{"kind": "question", "day": "2026-03-09", "text": "' + "x" * 100_000 + '"}\n' + END,
     "text_too_long"),
    (HEAD + '{"kind": "question", "day": "2026-03-09", "text": "' + "x" * 1_000_000 + '"}\n' + END,
     "line_too_long"),
    (HEAD + '{"kind": "question", "day": "2026-03-09", "text": "\\u0000"}\n' + END, "invalid_text"),
    (HEAD + '{"kind": "question", "day": "2026-03-09", "text": "\\ud800"}\n' + END, "invalid_text"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), REFUSED, ids=lambda value: str(value)[-40:])
def test_a_file_that_is_not_whole_is_refused_in_one_sentence(text: str, code: str) -> None:
    with pytest.raises(UnreadableFile) as wrong:
        read(text)
    assert wrong.value.code == code
    assert wrong.value.message.isprintable()
    assert len(wrong.value.message) < 400
    assert isinstance(wrong.value, UnsupportedVersion) == (code == "unsupported_version")


def test_a_newer_file_says_to_update() -> None:
    with pytest.raises(UnsupportedVersion, match=r"format 7.*Update Myolog"):
        read(HEAD.replace("1", "7"))


def test_a_wrong_line_is_named_by_its_number() -> None:
    with pytest.raises(UnreadableFile, match=r"^Line 3: "):
        read(HEAD + ROW + ROW.replace("2026", "1226"))


@pytest.mark.no_cover
@pytest.mark.parametrize("cut", range(0, 3_000, 97))
def test_a_file_cut_anywhere_is_noticed(cut: int) -> None:
    whole = "".join(lines(forearm_journal())).encode()
    kept = whole[: len(whole) - 2 - cut]
    with pytest.raises(UnreadableFile):
        read_lines(TextIOWrapper(BytesIO(kept), encoding="utf-8", newline="\n"))


def test_a_file_that_only_lost_its_last_line_feed_is_whole() -> None:
    assert read((HEAD + ROW + END)[:-1]).entries == (make.none_today(),)


@pytest.mark.parametrize("raw", [b"\xff\xfe{}", HEAD.encode() + b"\xc3\x28\n", b"\x80" * 100])
def test_bytes_that_are_not_utf8_are_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_bytes(raw)
    with pytest.raises(UnreadableFile, match="not UTF-8") as wrong:
        read_journal(path)
    assert wrong.value.code == "not_utf8"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, says in ((tmp_path / "none.jsonl", "cannot be opened"), (tmp_path, "is no file")):
        with pytest.raises(UnreadableFile, match=says):
            read_journal(path)


ROWS: list[tuple[Any, str]] = [
    (None, "not_an_entry"),
    ([], "not_an_entry"),
    ({}, "unknown_kind"),
    ({"kind": ["episode"]}, "unknown_kind"),
    ({"kind": "none_today"}, "missing_field"),
    ({"kind": "none_today", "day": None}, "wrong_type"),
    ({"kind": "none_today", "day": "20260309"}, "invalid_date"),
    ({"kind": "none_today", "day": "2026-W11-1"}, "invalid_date"),
    ({"kind": "none_today", "day": "2026-03-09", "mood": "good"}, "unknown_field"),
    ({"kind": "episode", "site": "calf", "zone": "UTC"}, "missing_field"),
    ({"kind": "episode", "site": "calf", "zone": "UTC", "started_at": 5}, "wrong_type"),
    ({"kind": "episode", "site": "calf", "zone": "UTC", "started_at": "noon"}, "invalid_time"),
    ({"kind": "episode", "site": "calf", "zone": "UTC", "started_at": "2026-03-09T12:00"},
     "invalid_time"),
    ({"kind": "episode", "site": "calf", "zone": "UTC", "started_at": "2026-03-09T12:00Z",
      "accompanied": []}, "unknown_field"),
    ({"kind": "episode", "site": "calf", "zone": "UTC", "started_at": "2026-03-09T12:00Z",
      "with": "cramp"}, "wrong_type"),
    ({"kind": "episode", "site": ["calf"], "zone": "UTC", "started_at": "2026-03-09T12:00Z"},
     "wrong_type"),
    ({"kind": "episode", "site": 5, "zone": "UTC", "started_at": "2026-03-09T12:00Z"},
     "wrong_type"),
    ({"kind": "tasks", "day": "2026-03-09", "answers": ["grip"]}, "wrong_type"),
    ({"kind": "answers", "zone": "UTC", "at": "2026-03-09T12:00Z", "reasons": []},
     "wrong_type"),
    ({"kind": "story", "day": "2026-03-09", "onset_day": "2026-01-09", "first_site": "calf",
      "sites": ["thigh"]}, "wrong_type"),
    ({"kind": "story", "day": "2026-03-09", "onset_day": "2026-01-09", "first_site": "calf",
      "sites": [{"site": "thigh"}]}, "invalid_story"),
    ({"kind": "story", "day": "2026-03-09", "onset_day": "2026-01-09", "first_site": "calf",
      "sites": [{"site": "thigh", "since": "2026-02-01", "why": "?"}]}, "invalid_story"),
    ({"kind": "story", "day": "2026-03-09", "onset_day": "2026-01-09", "first_site": "calf",
      "sites": {"thigh": "2026-02-01"}}, "wrong_type"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "code"), ROWS)
def test_a_row_that_is_no_entry_is_refused(row: Any, code: str) -> None:
    with pytest.raises(UserError) as wrong:
        decode(row)
    assert wrong.value.code == code


def test_a_timed_row_may_leave_its_day_to_be_worked_out() -> None:
    row = {
        "kind": "episode",
        "site": "calf",
        "zone": "Asia/Tokyo",
        "started_at": "2026-03-09T20:00Z",
    }
    assert decode(row).day.isoformat() == "2026-03-10"
    assert decode(row | {"day": "2026-03-09"}).day.isoformat() == "2026-03-09"


def test_a_list_of_answers_becomes_a_tuple() -> None:
    given = make.answers({"explained_unchanged": ("wasting",)})
    assert encode(given)["answers"] == {"explained_unchanged": ["wasting"]}
    assert decode(json.loads(json.dumps(encode(given)))) == given


WRONG = ("text", 5, 5.5, True, None, ["text"], [5], {"a": "b"}, {"a": 5}, 10**30, "", -1)
"""One value of each JSON type, and some that fit no field."""

FIELDS = [
    (build().kind, name)
    for build in ONE_OF_EACH
    for name in (*encode(build()), "id", "note", "suspected", "with", "dose", "sites", "reasons")
    if name != "kind"
]


@pytest.mark.parametrize(("kind", "field"), sorted(set(FIELDS)))
def test_a_value_of_the_wrong_type_is_refused_by_line_and_field(kind: str, field: str) -> None:
    right = next(encode(build()) for build in ONE_OF_EACH if build().kind == kind)
    for value in WRONG:
        text = HEAD + json.dumps(right | {field: value}) + "\n" + END
        refused = refusal_of(text)
        if refused is None:
            (entry,) = read(text).entries
            kept = encode(entry).get(field, value)
            assert type(kept) is type(value) or (type(kept), type(value)) == (float, int), value
        else:
            assert refused.message.startswith("Line 2: "), value
            assert refused.message.isprintable()
            assert refused.code != "wrong_type" or f'"{field}"' in refused.message


def refusal_of(text: str) -> UnreadableFile | None:
    try:
        read(text)
    except UnreadableFile as wrong:
        return wrong
    return None


TYPES = [
    ('{"kind": "tally", "day": "2026-03-09", "site": "calf", "side": "left", "count": "4"}',
     'Line 2: "count" of this tally must be a whole number, not "4".'),
    ('{"kind": "tally", "day": "2026-03-09", "site": "calf", "side": "left", "count": true}',
     'Line 2: "count" of this tally must be a whole number, not true.'),
    ('{"kind": "tally", "day": "2026-03-09", "site": "calf", "side": "left", "count": 4.0}',
     'Line 2: "count" of this tally must be a whole number, not 4.0.'),
    ('{"kind": "exposure", "day": "2026-03-09", "code": "caffeine", "value": "180"}',
     'Line 2: "value" of this exposure must be a number, not "180".'),
    ('{"kind": "exposure", "day": "2026-03-09", "code": "cold", "value": true}',
     'Line 2: "value" of this exposure must be a number, not true.'),
    ('{"kind": "exposure", "day": "2026-03-09", "code": "caffeine", "value": NaN}',
     "Line 2: NaN is not a number. Leave the field out."),
    ('{"kind": "exposure", "day": "2026-03-09", "code": "caffeine", "value": -Infinity}',
     "Line 2: -Infinity is not a number. Leave the field out."),
    ('{"kind": "question", "day": "2026-03-09", "text": 5}',
     'Line 2: "text" of this question must be text in quotes, not 5.'),
    ('{"kind": "question", "day": "2026-03-09", "text": "why?", "fear": "yes"}',
     'Line 2: "fear" of this question must be true or false, not "yes".'),
    ('{"kind": "question", "day": 20260309, "text": "why?"}',
     'Line 2: "day" of this question must be a date in quotes, like "2026-03-09", not 20260309.'),
    ('{"kind": "tasks", "day": "2026-03-09", "answers": {"lift": 1}}',
     'Line 2: "answers" of this tasks must be names with values in curly brackets '
     '(each value text in quotes), not {"lift": 1}.'),
    ('{"kind": "profile", "day": "2026-03-09", "code": "age_years", "value": null}',
     'Line 2: "value" of this profile must be text in quotes or a whole number or a number, '
     "not null."),
    ('{"kind": "story", "day": "2026-03-09", "onset_day": "2026-01-09", "first_site": "calf", '
     '"sites": [{"site": 5, "since": "2026-02-01"}]}',
     'Line 2: "site" of a place of this story must be text in quotes, not 5.'),
    ('{"kind": "tally", "day": "2026-03-09", "site": "calf", "count": 1, "count": 2}',
     'Line 2: "count" stands twice in one entry. Leave one of them out.'),
    ('{"kind": "question", "day": "2026-03-09", "text": ["' + "x" * 100 + '"]}',
     'Line 2: "text" of this question must be text in quotes, not ["' + "x" * 58 + "...."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "said"), TYPES, ids=lambda text: text[:70])
def test_a_wrong_type_is_said_with_what_belongs_there(line: str, said: str) -> None:
    with pytest.raises(UnreadableFile) as wrong:
        read(f"{HEAD}{line}\n{END}")
    assert wrong.value.message == said


def test_a_line_that_is_too_long_is_named_by_its_number() -> None:
    with pytest.raises(UnreadableFile, match=r"^Line 3 is too long"):
        read(HEAD + ROW + "x" * 1_000_001)


class Word(str):
    """Text as a library of forms hands it over."""


def test_a_kind_of_text_is_text() -> None:
    assert (
        decode({"kind": "question", "day": "2026-03-09", "text": Word("why?")}).kind == "question"
    )


# ---- writing


def test_a_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text("old")
    path.chmod(0o644)
    before = os.umask(0)
    try:
        write_journal(Journal(), path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_writing_again_replaces_the_file_and_leaves_a_link_a_link(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text("old")
    (tmp_path / "link").symlink_to(path)
    write_journal(Journal(), tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert read_journal(path) == Journal()


def test_two_entries_for_one_slot_make_no_journal() -> None:
    with pytest.raises(InvalidEntry, match="twice"):
        Journal((make.tally(count=1), make.tally(count=2)))
    with pytest.raises(InvalidEntry, match="Give each its own"):
        Journal((make.medicine(id="a"), make.question(id="a")))


def test_the_places_of_a_story_come_back() -> None:
    places = (
        StorySite(site="thigh", side="left", since=date(2026, 2, 1)),
        StorySite(site="chin", since=date(2026, 2, 3)),
    )
    story = make.story(sites=places)
    assert decode(encode(story)) == story
