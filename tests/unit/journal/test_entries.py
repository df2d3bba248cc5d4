"""Every kind of entry refuses what cannot be true, in one sentence, and keeps what can."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from myolog.errors import InvalidEntry, InvalidEpisode, UnknownExposure, UnknownSite, UserError
from myolog.journal.checks import NOTE_LIMIT, check_day, check_text
from myolog.journal.entries import Entry
from myolog.journal.kinds import ALL_KINDS
from myolog.journal.records import StorySite
from tests import factories as make
from tests.kinds import EXAMPLES, ONE_OF_EACH

LONG = "x" * 100_000
HOSTILE = ("a\x00b", "\ud800")

WRONG: list[tuple[Callable[..., Entry], dict[str, Any], str]] = [
    # days
    *((kind, {"day": date(1899, 12, 31)}, "invalid_date") for kind in ONE_OF_EACH
      if kind not in (make.episode, make.window, make.answers)),
    (make.none_today, {"day": date(2201, 1, 1)}, "invalid_date"),
    (make.none_today, {"day": "2026-03-09"}, "invalid_date"),
    (make.none_today, {"day": datetime(2026, 3, 9, tzinfo=UTC)}, "invalid_date"),
    (make.none_today, {"day": date.min}, "invalid_date"),
    # instants
    (make.episode, {"started_at": datetime(2026, 3, 9, 12)}, "invalid_time"),  # noqa: DTZ001  the case
    (make.episode, {"started_at": "2026-03-09T12:00:00Z"}, "invalid_time"),
    (make.episode, {"started_at": datetime(1899, 12, 30, tzinfo=UTC)}, "invalid_date"),
    (make.episode, {"started_at": datetime(2201, 1, 2, tzinfo=UTC)}, "invalid_date"),
    (make.episode, {"started_at": datetime.max.replace(tzinfo=UTC)}, "invalid_time"),
    (make.episode, {"started_at": datetime.min.replace(tzinfo=timezone(timedelta(hours=9)))},
     "invalid_time"),
    (make.episode, {"day": date(2026, 3, 11)}, "invalid_time"),
    (make.episode, {"day": date(2026, 3, 7)}, "invalid_time"),
    (make.episode, {"day": "2026-03-09"}, "invalid_date"),
    (make.window, {"at": datetime(2026, 3, 9, 12)}, "invalid_time"),  # noqa: DTZ001  the case
    (make.answers, {"at": None}, "invalid_time"),
    # zones
    *((make.episode, {"zone": zone}, "invalid_zone") for zone in
      ("", "Mars/Olympus", "../../etc/passwd", "/etc/localtime", "Europe", "a\x00b", "\ud800",
       "x" * 9_999, None, 5)),
    # episodes
    *((make.episode, {"duration_s": lasted}, "invalid_duration") for lasted in
      (0, -3, 86_401, 10**12, 1.5, True, "30")),
    *((make.episode, {"intensity": strength}, "invalid_number") for strength in
      (-1, 11, 5.5, True, "5")),
    (make.episode, {"suspected": ["caffeine"]}, "invalid_list"),
    (make.episode, {"suspected": ("x",) * 31}, "invalid_list"),
    (make.episode, {"suspected": ("",)}, "invalid_text"),
    (make.episode, {"suspected": ("x" * 201,)}, "text_too_long"),
    (make.episode, {"accompanied": ("fever",)}, "invalid_choice"),
    (make.episode, {"note": LONG}, "text_too_long"),
    (make.episode, {"note": "x" * (NOTE_LIMIT + 1)}, "text_too_long"),
    (make.episode, {"note": None}, "invalid_text"),
    *((make.episode, {"note": note}, "invalid_text") for note in HOSTILE),
    (make.episode, {"id": ""}, "invalid_text"),
    (make.episode, {"id": "x" * 65}, "text_too_long"),
    (make.episode, {"id": 7}, "invalid_text"),
    # sites and sides
    (make.episode, {"site": "tail"}, "unknown_site"),
    (make.episode, {"side": "middle"}, "invalid_side"),
    (make.episode, {"site": "chin", "side": "left"}, "invalid_side"),
    (make.tally, {"site": ""}, "unknown_site"),
    (make.story, {"first_site": "tail"}, "unknown_site"),
    # tallies
    (make.tally, {"amount": None, "count": None}, "invalid_tally"),
    (make.tally, {"amount": "some", "count": 3}, "invalid_tally"),
    (make.tally, {"amount": "lots"}, "invalid_choice"),
    *((make.tally, {"count": count}, "invalid_number") for count in (-1, 100_001, 1.0, True)),
    # exposures
    (make.exposure, {"code": "cofee"}, "unknown_exposure"),
    *((make.exposure, {"value": value}, "invalid_exposure") for value in
      (-1, 2_001, float("nan"), float("inf"), 10**400, "180", None, True)),
    (make.exposure, {"code": "infection", "value": 0.5}, "invalid_exposure"),
    (make.exposure, {"source": " "}, "invalid_text"),
    # medicines
    (make.medicine, {"name": ""}, "invalid_text"),
    (make.medicine, {"name": LONG}, "text_too_long"),
    (make.medicine, {"action": "pause"}, "invalid_choice"),
    (make.medicine, {"dose": LONG}, "text_too_long"),
    # looks
    *((make.window, {"count": count}, "invalid_number") for count in (-1, 100_001, None)),
    *((make.window, {"seconds": length}, "invalid_number") for length in (0, -120, 3_601)),
    # daily tasks
    (make.tasks, {"answers": {}}, "no_answers"),
    (make.tasks, {"answers": {"dance": "fine"}}, "invalid_choice"),
    (make.tasks, {"answers": {"grip": "meh"}}, "invalid_choice"),
    # the profile
    (make.fact, {"code": "shoe_size"}, "unknown_fact"),
    *((make.fact, {"value": age}, "invalid_fact") for age in (-1, 121, 42.5, True, "42")),
    (make.fact, {"code": "weight_kg", "value": float("nan")}, "invalid_fact"),
    (make.fact, {"code": "sex", "value": "yes"}, "invalid_fact"),
    (make.fact, {"code": "occupation", "value": " "}, "invalid_fact"),
    (make.fact, {"code": "occupation", "value": LONG}, "invalid_fact"),
    (make.fact, {"code": "occupation", "value": "a\x00b"}, "invalid_text"),
    # the story
    (make.story, {"onset_day": date(1899, 12, 31)}, "invalid_date"),
    (make.story, {"onset_day": date(2026, 3, 10)}, "invalid_date"),
    (make.story, {"onset_precision": "hour"}, "invalid_choice"),
    (make.story, {"sites": (StorySite(site="calf", since=date(2026, 1, 8)),)}, "invalid_date"),
    (make.story, {"sites": (StorySite(site="calf", since=date(2026, 3, 10)),)}, "invalid_date"),
    (make.story, {"sites": ("calf",)}, "invalid_list"),
    (make.story, {"sites": (StorySite(site="calf", since=make.DAY),) * 31}, "invalid_list"),
    (make.story, {"ongoing": "yes"}, "invalid_choice"),
    (make.story, {"trend": "up"}, "invalid_choice"),
    (make.story, {"measures": True}, "invalid_choice"),
    (make.story, {"changed": LONG}, "text_too_long"),
    # visits and questions
    (make.examination, {"what": ""}, "invalid_text"),
    (make.examination, {"by": LONG}, "text_too_long"),
    (make.examination, {"result": "fine"}, "invalid_choice"),
    (make.examination, {"text": LONG}, "text_too_long"),
    (make.question, {"text": ""}, "invalid_text"),
    (make.question, {"text": "x" * 1_001}, "text_too_long"),
    (make.question, {"fear": 1}, "invalid_choice"),
    # answers
    (make.answers, {"given": {"weakness": 1.5}}, "invalid_answer"),
    (make.answers, {"given": {"weakness": None}}, "invalid_answer"),
    (make.answers, {"given": {"weakness": ("none", 1.5)}}, "invalid_answer"),
    (make.answers, {"given": {"": "none"}}, "invalid_text"),
    (make.answers, {"given": {"weakness": "a\x00b"}}, "invalid_text"),
    (make.answers, {"reasons": {"weakness": ""}}, "invalid_text"),
    (make.answers, {"reasons": {"a\x00b": "tired"}}, "invalid_text"),
    (make.answers, {"reasons": {"weakness": LONG}}, "text_too_long"),
    # programme and experiments
    (make.programme, {"event": "won"}, "invalid_choice"),
    (make.programme, {"event": "headache"}, "invalid_number"),
    (make.programme, {"event": "recheck"}, "invalid_date"),
    (make.programme, {"event": "recheck", "value": "soon"}, "invalid_date"),
    (make.programme, {"event": "recheck", "value": "1200-01-01"}, "invalid_date"),
    (make.programme, {"event": "headache", "value": "11"}, "invalid_number"),
    (make.programme, {"event": "baseline", "value": "-5"}, "invalid_number"),
    (make.programme, {"step": ""}, "invalid_text"),
    (make.programme, {"value": LONG}, "text_too_long"),
    (make.plan, {"name": ""}, "invalid_text"),
    (make.plan, {"factor": ""}, "invalid_text"),
    (make.plan, {"design": "coin"}, "invalid_choice"),
    (make.plan, {"seed": -1}, "invalid_number"),
    (make.plan, {"arms": ()}, "invalid_plan"),
    (make.plan, {"arms": ("A",) * 401}, "invalid_plan"),
    (make.plan, {"arms": ("C",)}, "invalid_choice"),
    (make.experiment_day, {"name": ""}, "invalid_text"),
    (make.experiment_day, {"arm": "C"}, "invalid_choice"),
    (make.experiment_day, {"adhered": "yes"}, "invalid_choice"),
]  # fmt: skip


@pytest.mark.parametrize(("build", "over", "code"), WRONG)
def test_what_cannot_be_true_is_refused_in_one_sentence(
    build: Callable[..., Entry], over: dict[str, Any], code: str
) -> None:
    with pytest.raises(UserError) as wrong:
        build(**over)
    assert wrong.value.code == code
    assert wrong.value.message.isprintable()
    assert 15 < len(wrong.value.message) < 700
    assert wrong.value.message[-1] in ".?"


def test_refusals_keep_their_class() -> None:
    with pytest.raises(InvalidEpisode):
        make.episode(duration_s=-1)
    with pytest.raises(UnknownSite):
        make.episode(site="tail")
    with pytest.raises(UnknownExposure):
        make.exposure(code="cofee")
    with pytest.raises(InvalidEntry):
        make.story(onset_day=date(2027, 1, 1))


def test_every_kind_stands_under_its_name_among_all_kinds_and_has_an_example() -> None:
    written = {
        one.kind: one for one in Entry.__subclasses__() if one.__module__.startswith("myolog.")
    }
    assert set(ALL_KINDS.items()) == set(written.items())
    assert [one.build().kind for one in EXAMPLES.values()] == list(EXAMPLES) == list(ALL_KINDS)


@pytest.mark.parametrize("build", ONE_OF_EACH)
def test_entries_cannot_be_changed(build: Callable[..., Entry]) -> None:
    with pytest.raises(AttributeError):
        build().day = date(2026, 1, 1)  # type: ignore[misc]


def test_mappings_inside_an_entry_cannot_be_changed() -> None:
    given = {"grip": "fine"}
    look = make.tasks(answers=given)
    given["grip"] = "cannot"
    assert look.answers == {"grip": "fine"}
    with pytest.raises(TypeError):
        look.answers["grip"] = "cannot"  # type: ignore[index]
    with pytest.raises(TypeError):
        make.answers({"weakness": "none"}).answers["weakness"] = "rapid"  # type: ignore[index]


SLOTS: list[tuple[Entry, str | None]] = [
    *((one.build(), one.slot) for one in EXAMPLES.values()),
    (make.tally(site="chin", side=None), "2026-03-09/chin/-"),
    (make.programme(event="step_done", step="STEP-1"), "2026-03-09/step_done/STEP-1"),
]


@pytest.mark.parametrize(("entry", "slot"), SLOTS)
def test_the_slot_says_what_a_later_entry_replaces(entry: Entry, slot: str | None) -> None:
    assert entry.slot == slot


def test_only_timed_kinds_have_a_moment() -> None:
    timed = {build().kind for build in ONE_OF_EACH if build().moment == make.AT}
    assert timed == {"episode", "window", "answers"}
    assert {build().moment for build in ONE_OF_EACH} == {make.AT, None}


@pytest.mark.parametrize(
    ("over", "twitched"),
    [
        ({"amount": "none"}, False),
        ({"amount": "some"}, True),
        ({"amount": "many"}, True),
        ({"count": 0}, False),
        ({"count": 1}, True),
    ],
)
def test_a_tally_knows_whether_anything_twitched(over: dict[str, Any], twitched: bool) -> None:
    assert make.tally(**over).twitched is twitched


def test_a_yes_is_kept_as_a_number() -> None:
    value = make.exposure(code="infection", value=True).value
    assert value == 1.0
    assert type(value) is float


def test_limits_themselves_are_allowed() -> None:
    assert make.episode(duration_s=1).duration_s == 1
    assert make.episode(duration_s=86_400, intensity=10).intensity == 10
    assert len(make.episode(note="x" * NOTE_LIMIT).note) == NOTE_LIMIT
    check_day(date(1900, 1, 1))
    check_day(date(2200, 12, 31))
    check_text("", "Anything")


def test_a_named_entry_is_the_same_entry_with_an_id() -> None:
    nameless = make.exposure(value=180.0, source="typed")
    named = nameless.named("k3")
    assert named == make.exposure(value=180.0, source="typed", id="k3")
    assert nameless.id is None
