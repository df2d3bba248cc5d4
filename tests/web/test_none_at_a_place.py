"""“None” of a place never stands beside a twitch of that very place, whichever comes first."""

import re
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from myolog.cli.main import main
from myolog.journal.entries import DayTally, Episode
from myolog.store.selectors import Person, journal_of
from myolog.store.services.corrections import correct_entry
from myolog.store.services.journal import delete_entry, log_entry, restore_entry
from myolog.store.services.people import set_zone
from myolog.store.services.undoing import undo, undo_last
from myolog.web.moment import today_for
from tests.factories import episode, tally

ZONE = "Pacific/Auckland"
DAY = date(2026, 3, 9)
REFUSED = "Twitches are noted there on 9 March 2026: left calf. Delete them first"


@pytest.fixture
def auckland(person: Person) -> Person:
    set_zone(person=person, zone=ZONE, by="t")
    return person


def bout(**over: Any) -> Episode:
    """Give a twitch of the left calf at 08:00 of 9 March in Auckland, which is 8 March in UTC."""
    at = datetime(2026, 3, 8, 19, tzinfo=UTC)
    return episode(**{"site": "calf", "side": "left", "started_at": at, "zone": ZONE} | over)


def none_there(**over: Any) -> DayTally:
    return tally(**{"day": DAY, "amount": "none"} | over)


def noted(person: Person) -> list[str]:
    found = journal_of(person).entries
    return sorted(f"{one.kind} {one.site}" for one in found if isinstance(one, Episode | DayTally))


def test_a_twitch_noted_later_counts_and_undo_brings_the_none_back(auckland: Person) -> None:
    for entry in (none_there(), none_there(site="thigh"), none_there(side="right"), bout()):
        log_entry(person=auckland, entry=entry, by="t")
    assert noted(auckland) == ["episode calf", "tally calf", "tally thigh"]
    (other,) = (one for one in journal_of(auckland).tallies if one.site == "calf")
    assert other.side == "right", "of the other leg nothing was contradicted"
    undo_last(person=auckland, by="t")
    assert noted(auckland) == ["tally calf", "tally calf", "tally thigh"]


def test_an_undo_out_of_order_brings_no_none_back_beside_a_twitch(auckland: Person) -> None:
    log_entry(person=auckland, entry=none_there(), by="t")
    first = log_entry(person=auckland, entry=bout(), by="t")
    log_entry(person=auckland, entry=bout(duration_s=9), by="t")
    done = undo(person=auckland, id=str(first.id), by="t")
    assert noted(auckland) == ["episode calf"]
    assert done.back == ()


def test_an_undo_brings_a_twitch_back_and_no_none_stays_beside_it(auckland: Person) -> None:
    kept = log_entry(person=auckland, entry=bout(), by="t")
    delete_entry(person=auckland, id=str(kept.id), by="t")
    log_entry(person=auckland, entry=none_there(), by="t")
    undo(person=auckland, id=str(kept.id), by="t")
    assert noted(auckland) == ["episode calf"]


def test_none_said_later_is_asked_about_and_nothing_is_lost(auckland: Person) -> None:
    log_entry(person=auckland, entry=bout(), by="t")
    for said in ({"amount": "none"}, {"count": 0, "amount": None}):
        with pytest.raises(Exception, match="Twitches are noted there on 2026-03-09: left calf"):
            log_entry(person=auckland, entry=none_there(**said), by="t")
    log_entry(person=auckland, entry=none_there(amount="some"), by="t")
    assert noted(auckland) == ["episode calf", "tally calf"]


def test_a_twitch_that_is_moved_or_brought_back_there_counts_too(auckland: Person) -> None:
    elsewhere = log_entry(person=auckland, entry=bout(site="thigh"), by="t")
    log_entry(person=auckland, entry=none_there(), by="t")
    moved = correct_entry(person=auckland, id=str(elsewhere.id), entry=bout(), by="t")
    assert noted(auckland) == ["episode calf"]
    delete_entry(person=auckland, id=str(moved.id), by="t")
    log_entry(person=auckland, entry=none_there(), by="t")
    restore_entry(person=auckland, id=str(moved.id), by="t")
    assert noted(auckland) == ["episode calf"]


def test_the_page_keeps_what_was_typed_and_says_what_gave_way(
    client: Client, auckland: Person
) -> None:
    log_entry(person=auckland, entry=bout(), by="t")
    day = {"key": str(uuid4()), "save": "1", "date": f"{DAY}", "shown": "calf/left"}
    answer = client.post("/day/", day | {"place:calf/left": "none", "stress": "a_lot"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert REFUSED in page
    assert noted(auckland) == ["episode calf"]
    today = today_for(auckland)
    log_entry(person=auckland, entry=none_there(day=today), by="t")
    told = {"key": str(uuid4()), "place": "calf/left", "save": "1"}
    saved = client.post("/log/", told, follow=True).content.decode()
    assert "Left calf: none" in saved


def test_none_is_not_offered_where_it_cannot_hold(client: Client, auckland: Person) -> None:
    log_entry(person=auckland, entry=bout(), by="t")
    log_entry(person=auckland, entry=none_there(site="thigh"), by="t")
    page = client.get(f"/day/?date={DAY}").content.decode()
    rows = re.findall(r'name="place:([^"]+)"\s+value="none"([^>]*)>', page)
    assert {place: "hidden" in rest for place, rest in rows} == {
        "calf/left": True,
        "thigh/left": False,
    }


def test_terminal_and_programs_hear_the_same(
    program: Client, auckland: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    log_entry(person=auckland, entry=bout(), by="t")
    with pytest.raises(SystemExit) as ended:
        main(["day", "--date", "2026-03-09", "--tally", "calf left none"])
    assert ended.value.code
    assert REFUSED in " ".join(capsys.readouterr().err.split())
    body = '{"tallies": [{"site": "calf", "side": "left", "amount": "none"}]}'
    answer = program.put("/api/v1/days/2026-03-09", body, "application/json")
    assert (answer.status_code, answer.json()["code"]) == (422, "place_has_twitches")
    assert noted(auckland) == ["episode calf"]
