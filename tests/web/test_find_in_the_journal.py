"""Find in the journal: filters and pages without a script, each hit a link to its day and back."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.test import Client

from myolog.store.selectors import Person
from myolog.store.services.journal import log_entries
from myolog.store.services.people import set_language
from myolog.web.moment import today_for
from tests.factories import episode, exposure, tally

pytestmark = [pytest.mark.store, pytest.mark.django_db]

NOTE = "kalte Füße nach dem Espresso"


@pytest.fixture(autouse=True)
def kept(person: Person) -> None:
    entries = [
        episode(started_at=datetime(2026, 3, 9, 13, 20, tzinfo=UTC), note=NOTE),
        episode(started_at=datetime(2025, 12, 31, 11, tzinfo=UTC), side="right",
                accompanied=("cramp",), suspected=("Föhn",)),
        tally(day=date(2026, 3, 8), site="eyelid", side="left", amount="many"),
        exposure(day=date(2026, 1, 1)),
    ]  # fmt: skip
    log_entries(person=person, entries=entries, by="t")


def page_of(client: Client, address: str, status: int = 200, **asked: str) -> str:
    answer = client.get(address, asked)
    assert answer.status_code == status
    return re.sub(r"\s+", " ", unescape(answer.content.decode()))


def hits(page: str) -> list[str]:
    return re.findall(r'href="/journal/([-0-9]+)/\?back=find', page)


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ({"q": "FUESSE"}, ["2026-03-09"]),
        ({"place": "calf"}, ["2026-03-09", "2025-12-31"]),
        ({"place": "calf/right"}, ["2025-12-31"]),
        ({"sign": "cramp"}, ["2025-12-31"]),
        ({"cause": "föhn"}, ["2025-12-31"]),
        ({"kind": "tally"}, ["2026-03-08"]),
        ({"since": "2026-01-01", "until": "2026-03-08"}, ["2026-03-08", "2026-01-01"]),
        ({"q": "calf", "sign": "cramp", "kind": "episode"}, ["2025-12-31"]),
    ],
)
def test_each_filter_finds_its_entries(
    client: Client, asked: dict[str, str], days: list[str]
) -> None:
    page = page_of(client, "/journal/find/", **asked)
    assert hits(page) == days
    said = "1 entry found" if len(days) == 1 else f"{len(days)} entries found"
    assert said in page


def test_a_hit_leads_to_its_entry_and_from_there_back_to_the_search(client: Client) -> None:
    page = page_of(client, "/journal/find/", q="Füße", place="calf")
    (address,) = re.findall(r'href="(/journal/2026-03-09/[^"]+)"', page)
    path, _, anchor = address.partition("#")
    day = page_of(client, path)
    assert f'id="{anchor}"' in day
    assert NOTE in day
    (back,) = re.findall(r'href="([^"]+)">Back to what you searched', day)
    assert back == "/journal/find/?q=F%C3%BC%C3%9Fe&place=calf#found"
    assert hits(page_of(client, back.partition("#")[0])) == ["2026-03-09"]
    assert "Back to what you searched" not in page_of(client, "/journal/2026-03-09/")


def test_a_change_made_from_a_hit_leads_back_to_it_and_on_to_the_search(client: Client) -> None:
    page = page_of(client, "/journal/find/", q="Füße")
    (address,) = re.findall(r'href="(/journal/2026-03-09/[^"]+)#', page)
    (change,) = re.findall(
        r'href="(/journal/[-0-9a-f]{36}/\?back=day[^"]+)"', page_of(client, address)
    )
    form = page_of(client, change)
    hidden = dict(re.findall(r'type="hidden" name="(back|find)" value="([^"]*)"', form))
    assert hidden == {"back": "day", "find": "q=F%C3%BC%C3%9Fe"}
    answer = client.post(
        change.partition("?")[0], hidden | {"note": NOTE + "!", "place": "calf/left"}
    )
    assert answer.status_code == 302
    day = page_of(client, answer["Location"])
    assert NOTE + "!" in day
    assert 'href="/journal/find/?q=F%C3%BC%C3%9Fe#found">Back to what you searched' in day


def test_no_address_leads_anywhere_but_to_the_search(client: Client) -> None:
    day = page_of(client, "/journal/2026-03-09/", back="find", find="//evil.example/?q=1&x=<b>")
    (back,) = re.findall(r'href="([^"]+)">Back to what you searched', day)
    assert back.startswith("/journal/find/?")
    assert "<b>" not in back


def test_nothing_found_says_what_was_searched_and_offers_to_drop_a_part(client: Client) -> None:
    page = page_of(client, "/journal/find/", q="espresso", place="eyelid", since="2026-02-01")
    assert "You searched for: “espresso”, eyelid, from 1 February 2026." in page
    offered = re.findall(r"Search without: (.+?) <small>(.+?)</small>", page)
    assert offered == [
        ("eyelid", "This finds 1 entry."),
        ("“espresso”", "This finds 1 entry."),
        ("from 1 February 2026", "This finds 0 entries."),
    ]
    assert 'href="/journal/find/?q=espresso&since=2026-02-01"' in page


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("9.3.2026", "/journal/2026-03-09/"),
        ("9th of March 2026", "/journal/2026-03-09/"),
        ("March 2026", "/calendar/?month=2026-03"),
    ],
)
def test_a_date_alone_leads_to_that_day_and_a_month_to_that_month(
    client: Client, typed: str, address: str
) -> None:
    assert client.get("/journal/find/", {"q": typed})["Location"] == address
    ahead = f"24 December {datetime.now(UTC).year + 1}"
    assert "Nothing found" in page_of(client, "/journal/find/", q=ahead)


def test_yesterday_and_a_month_alone_lead_there_and_where_it_is_a_word_both_are_offered(
    client: Client, person: Person
) -> None:
    today = today_for(person)
    yesterday = client.get("/journal/find/", {"q": "yesterday"})
    assert yesterday["Location"] == f"/journal/{today - timedelta(days=1)}/"
    year = today.year - (today.month < 3)
    to_march = f"/calendar/?month={year}-03"
    assert client.get("/journal/find/", {"q": "March"})["Location"] == to_march
    assert client.get("/journal/find/", {"q": "March", "place": "calf"}).status_code == 200
    noted = episode(started_at=datetime(2026, 3, 10, 13, tzinfo=UTC), note="a long march uphill")
    log_entries(person=person, entries=[noted], by="t")
    page = page_of(client, "/journal/find/", q="March")
    assert hits(page) == ["2026-03-10"]
    assert f'href="{to_march}">March {year}</a>' in page


def test_the_way_back_to_the_search_stays_through_a_form_and_from_day_to_day(
    client: Client, person: Person
) -> None:
    found = {"back": "find", "find": "q=coffee"}
    day = page_of(client, "/journal/2026-03-08/", **found)
    assert 'href="/journal/2026-03-09/?back=find&find=q%3Dcoffee"' in day
    assert 'href="/day/?date=2026-03-08&back=day&find=q%3Dcoffee"' in day
    form = {"date": "2026-03-08", "back": "day", "find": "q=coffee", "stress": "calm"}
    on = client.post("/day/", form | {"save": "on"})["Location"]
    assert on == "/day/?date=2026-03-09&back=day&find=q%3Dcoffee"
    assert '<input type="hidden" name="find" value="q=coffee">' in page_of(client, on)
    closed = client.post("/day/", {**form, "date": "2026-03-09", "save": "1"})["Location"]
    assert closed == "/journal/2026-03-09/?back=find&find=q%3Dcoffee"


def test_many_entries_stand_on_pages_and_none_is_lost_or_shown_twice(
    client: Client, person: Person
) -> None:
    first = date(2024, 1, 1)
    many = [tally(day=first + timedelta(days=n), site="back", side=None) for n in range(65)]
    log_entries(person=person, entries=many, by="t")
    seen: list[str] = []
    address = "/journal/find/?place=back"
    while address:
        page = page_of(client, address)
        assert "65 entries found" in page
        seen += hits(page)
        older = re.findall(r'href="(/journal/find/[^"]+)#found">Older', page)
        address = older[0] if older else ""
    assert seen == [str(first + timedelta(days=n)) for n in reversed(range(65))]
    assert hits(page_of(client, "/journal/find/", place="back", page="999")) == seen[60:]
    assert hits(page_of(client, "/journal/find/", place="back", page="x")) == seen[:30]


@pytest.mark.parametrize(
    "asked", [{"since": "yesterday"}, {"place": "calf/up"}, {"kind": "secret"}, {"sign": "x"}]
)
def test_what_cannot_be_read_is_said_and_finds_nothing(
    client: Client, asked: dict[str, str]
) -> None:
    page = page_of(client, "/journal/find/", 400, **asked)
    assert "Please check" in page
    assert hits(page) == []


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", "'; drop table entry; --", "\0", "x" * 100_000, "%s {x}"]
)
def test_hostile_words_stay_text(client: Client, typed: str) -> None:
    text = client.get("/journal/find/", {"q": typed, "cause": typed}).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script" in text or "<" not in typed


def test_months_with_entries_can_be_jumped_to(client: Client, person: Person) -> None:
    page = page_of(client, "/journal/")
    months = re.findall(r'href="/journal/\?month=([-0-9]+)#days"', page)
    assert months == ["2026-03", "2026-01", "2025-12"]
    shown = page_of(client, "/journal/?month=2025-12")
    assert 'id="day-2025-12-31"' in shown
    assert 'id="day-2026-01-01"' not in shown
    assert 'aria-current="true">December<' in shown
    (calendar,) = re.findall(r"<details.*?</details>", page_of(client, "/calendar/?month=2026-01"))
    assert re.findall(r"month=([-0-9]+)", calendar) == months
    page_of(client, "/journal/?month=2025-13", 400)


def test_finding_speaks_german(client: Client, person: Person) -> None:
    set_language(person=person, language="de", by="t")
    page = page_of(client, "/journal/find/", q="Wade", sign="cramp")
    assert "1 Eintrag gefunden" in page
    assert "Sie haben gesucht nach: „Wade“, mit Krampf." in page
    asked = client.get("/journal/find/", {"q": "9. März 2026"})
    assert asked["Location"] == "/journal/2026-03-09/"


def test_nobody_else_finds_anything(stranger: Client) -> None:
    assert stranger.get("/journal/find/?q=espresso").status_code == 403
