"""The body in four weeks beside the four before: days by place, your sides, nothing ranked."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from myolog.charts import body_map
from myolog.charts.body_map import N_DAYS, BodyMap
from myolog.charts.drawing import draw_for_page
from myolog.charts.theme import DAY, NOTED
from myolog.journal.entries import Entry
from myolog.journal.model import Journal
from myolog.vocabulary.sites import SITES
from tests import factories as make
from tests.unit.charts.specs import check_chart

TODAY = date(2026, 3, 11)
NOW = [TODAY - timedelta(days=back) for back in range(N_DAYS)]
BEFORE = [day - timedelta(days=N_DAYS) for day in NOW]


def noted(days: list[date], site: str = "calf", side: str | None = "left") -> list[Entry]:
    return [make.tally(day=day, site=site, side=side) for day in days]


def shown(*entries: Entry) -> BodyMap:
    return body_map.compare(Journal(entries, "UTC"), today=TODAY)


def pieces(*entries: Entry, **wanted: Any) -> set[tuple[int | None, str]]:
    """Return days and shade of the pieces that are as `wanted`."""
    values = body_map.spec(shown(*entries))["data"]["values"]
    return {
        (one["days"], one["shade"])
        for one in values
        if all(one[name] == value for name, value in wanted.items())
    }


MANY = tuple(
    entry
    for site, side in (("calf", "right"), ("eyelid", "left"), ("trunk", None), ("everywhere", None))
    for entry in noted(NOW[:9], site, side)
)


@pytest.mark.parametrize(
    "entries", [(), noted(NOW[:3]), noted(BEFORE), (*noted(NOW), *noted(BEFORE[:2])), MANY]
)
def test_the_chart_is_whole(entries: list[Entry]) -> None:
    check_chart(body_map.chart(shown(*entries)))


def test_each_period_has_its_28_days_and_nothing_older_counts() -> None:
    older = BEFORE[-1] - timedelta(days=1)
    tomorrow = TODAY + timedelta(days=1)
    found = shown(*noted([older, BEFORE[-1], BEFORE[0], NOW[-1], TODAY, tomorrow]))
    assert (found.before.first_day, found.now.first_day) == (BEFORE[-1], NOW[-1])
    assert (found.before.n_noted, found.now.n_noted) == (2, 2)
    assert found.now.days["calf", "left"] == {NOW[-1], TODAY}


def test_a_day_counts_once_and_both_sides_count_on_each() -> None:
    found = shown(*noted([TODAY], side="both"), make.episode(site="calf", side="left"))
    days = {one: len(days) for one, days in found.now.days.items()}
    assert days["calf", "right"] == 1
    assert set(days) == {("calf", "left"), ("calf", "right")}


def test_your_left_is_drawn_on_your_left() -> None:
    assert pieces(*noted(NOW), site="calf", side="left", first_day=str(NOW[-1])) == {(28, "most")}
    assert pieces(*noted(NOW), site="calf", side="right", first_day=str(NOW[-1])) == {(0, "none")}
    values = body_map.spec(shown(*noted(NOW)))["data"]["values"]
    (left, right) = (
        next(
            one
            for one in values
            if (one["view"], one["site"], one["side"]) == ("back", "calf", side)
        )
        for side in ("left", "right")
    )
    first = [float(re.findall(r"[\d.]+", one["path"])[0]) for one in (left, right)]
    assert first[0] < first[1]  # from behind, your left is at the left


@pytest.mark.parametrize(
    ("n_days", "shade"),
    [(0, "none"), (1, "few"), (8, "few"), (9, "half"), (16, "half"), (17, "most")],
)
def test_a_part_is_as_dark_as_its_share_of_the_days_noted(n_days: int, shade: str) -> None:
    others = [make.none_today(day=day) for day in NOW[n_days:24]]
    entries = (*noted(NOW[:n_days]), *others)
    now = str(NOW[-1])
    assert pieces(*entries, site="calf", side="left", first_day=now) == {(n_days, shade)}


def test_weeks_without_a_note_are_hatched_and_have_no_shade() -> None:
    assert pieces(*noted(NOW), first_day=str(BEFORE[-1])) == {(None, "unknown")}
    html = draw_for_page(body_map.spec(shown(*noted(NOW))), label="Places")
    assert html.count('fill="url(#gap-') == 1
    header, rows = body_map.table(shown(*noted(NOW)))
    assert rows == (("Days noted", "0", "28"), ("Left calf", "no note", "28"))
    assert header == ("Place", "15 January to 11 February", "12 February to 11 March")


def test_a_side_nobody_noted_is_told_and_not_drawn() -> None:
    entries = noted(NOW, side=None)
    assert pieces(*entries, site="calf", first_day=str(NOW[-1])) == {(0, "none")}
    assert body_map.table(shown(*entries))[1][1] == ("Calf", "no note", "28")


def test_a_place_of_the_middle_is_drawn_on_both_sides() -> None:
    now = str(NOW[-1])
    for side in ("left", "right"):
        assert pieces(*noted(NOW, "trunk", None), site="chest", side=side, first_day=now) == {
            (28, "most")
        }


def test_face_fingers_and_toes_count_with_head_hand_and_foot() -> None:
    entries = (*noted(NOW[:2], "eyelid", "right"), *noted(NOW[1:4], "tongue", None))
    now = str(NOW[-1])
    assert pieces(*entries, site="head", first_day=now) == {(4, "most")}
    assert pieces(*noted(NOW, "thumb"), site="hand", side="left", first_day=now) == {(28, "most")}
    assert pieces(*noted(NOW, "toe"), site="foot", side="left", first_day=now) == {(28, "most")}


def test_all_over_is_told_and_not_drawn() -> None:
    entries = noted(NOW, "everywhere", None)
    assert {shade for _, shade in pieces(*entries, first_day=str(NOW[-1]))} == {"none"}
    assert body_map.table(shown(*entries))[1][1][0] == "All over"


def test_places_stand_from_head_to_foot_whatever_their_number() -> None:
    entries = (*noted(NOW, "sole"), *noted(NOW[:1], "eyelid"), *noted(BEFORE[:9], "calf"))
    order = list(SITES)
    places = [site for site, _ in shown(*entries).places]
    assert places == sorted(places, key=order.index) == ["eyelid", "calf", "sole"]


def test_the_sentence_says_both_periods() -> None:
    assert body_map.describe(shown(*noted(NOW[:9]), *noted(BEFORE[:4]))) == (
        "15 January to 11 February: noted on 4 of 28 days. "
        "12 February to 11 March: noted on 9 of 28 days. "
        "Left calf: 9 of the days, and 4 in the weeks before."
    )
    assert body_map.describe(shown(*noted(NOW[:9]))).endswith("Left calf: 9 of the days.")
    assert body_map.describe(shown()).endswith("In these weeks there is no note of a place.")


def test_many_places_are_left_to_the_table() -> None:
    sites = ("eyelid", "forearm", "biceps", "chest", "quad", "calf", "foot")
    entries = [entry for site in sites for entry in noted(NOW[:2], site)]
    assert body_map.describe(shown(*entries)).endswith("Each of the 7 places is in the table.")
    assert len(body_map.table(shown(*entries))[1]) == 8


def test_three_shades_are_told_apart_without_a_colour() -> None:
    entries = (*noted(NOW), *noted(NOW[:3], "biceps"), *noted(NOW[:14], "quad"))
    html = draw_for_page(body_map.spec(shown(*entries)), label="Places")
    assert f'fill="{DAY.page}"' in html
    assert f'fill="{NOTED.page}"' in html
    assert 'fill-opacity="0.62"' in html
    for name in ("none", "few days", "about half", "most days", "front", "back"):
        assert f">{name}<" in html
