"""A person tracks what no list has: on its page, on a day, in the terminal and through the API."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.http import HttpResponse
from django.test import Client

from myolog.cli.main import main
from myolog.journal.entries import DayExposure
from myolog.journal.file import lines, read_lines
from myolog.journal.own import AT_ONCE
from myolog.store.selectors import Person, journal_of, own_things
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import delete_entry, log_entries
from myolog.store.services.own import change_own, define_own
from myolog.web.moment import today_for
from tests.factories import exposure, own_thing
from tests.filling import Fields, fields_of, filled

pytestmark = pytest.mark.django_db

HOSTILE = "<img src=x onerror=alert(1)>"
Define = Callable[..., str]


@pytest.fixture
def define(person: Person) -> Define:
    """Give a function that begins to track a thing and returns its code."""

    def new(name: str, measure: str = "yes_no", *, unit: str = "", role: str = "do") -> str:
        made = define_own(
            person=person, name=name, measure=measure, unit=unit, role=role, by="test"
        )
        return made.code

    return new


def page_of(client: Client) -> str:
    return client.get("/settings/own/").content.decode()


def begin(client: Client, **told: str) -> int:
    sent = {"measure": "yes_no", "role": "do", "unit": ""} | told
    return client.post("/settings/own/", filled(fields_of(page_of(client)), **sent)).status_code


def test_a_thing_is_begun_asked_for_and_noted(client: Client, person: Person) -> None:
    assert begin(client, name="  Late\npizza ") == 302
    (code,) = own_things(person)
    assert own_things(person)[code].name == "Late pizza"
    shown = client.get("/day/").content.decode()
    assert "Late pizza" in shown
    fields = fields_of(shown)
    assert (
        client.post("/day/", filled(fields, ("save", "1"), **{f"value:{code}": "1"})).status_code
        == 302
    )
    today = today_for(person)
    assert journal_of(person).exposure_values[today] == {code: 1.0}
    assert "Late pizza yes" in client.get(f"/journal/{today}/").content.decode()
    found = client.get("/journal/find/?q=pizza").content.decode()
    assert "Late pizza" in found


def test_a_thing_is_renamed_archived_and_brought_back_with_its_values(
    client: Client, person: Person, define: Define
) -> None:
    code, today = define("tea", "amount", unit="cups"), today_for(person)
    log_entries(person=person, entries=[exposure(day=today, code=code, value=2)], by="test")
    sent = {"code": code, "act": "save", "name": "Matcha", "unit": "bowls", "role": "feel"}
    assert client.post("/settings/own/change/", sent).status_code == 302
    told = client.get(f"/journal/{today}/").content.decode()
    assert "Matcha 2 bowls" in told
    gone = client.post("/settings/own/change/", {"code": code, "act": "archive"}, follow=True)
    assert "It is in the archive now." in gone.content.decode()
    assert own_things(person)[code].archived
    assert "Bring back" in page_of(client)
    assert f"value:{code}" in client.get("/day/").content.decode()  # the day tells it already
    assert f"value:{code}" not in client.get("/day/?date=2026-01-01").content.decode()
    assert journal_of(person).exposure_values[today] == {code: 2.0}
    back = client.post("/settings/own/change/", {"code": code, "act": "back"}, follow=True)
    assert "It is asked about again." in back.content.decode()
    assert f"value:{code}" in client.get("/day/?date=2026-01-01").content.decode()
    assert own_things(person)[code].role == "feel"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("LATE-pizza", "is tracked already"),
        ("Caffeine", "choose it there"),
        ("Koffein", "choose it there"),
        ("x" * 61, "60"),
        ("", "Please check"),
    ],
)
def test_a_name_that_will_not_do_is_refused_in_a_sentence(
    client: Client, person: Person, define: Define, name: str, says: str
) -> None:
    define("Late pizza")
    sent = filled(fields_of(page_of(client)), name=name, measure="yes_no", role="do")
    answer = client.post("/settings/own/", sent)
    assert answer.status_code == 400
    if name:
        assert says in answer.content.decode()
    assert len(own_things(person)) == 1


def test_nobody_is_told_what_a_thing_is_by_default(client: Client, person: Person) -> None:
    assert "checked" not in page_of(client).partition('name="role"')[2]
    assert begin(client, name="Late pizza", role="") == 400
    with pytest.raises(SystemExit):
        main(("own", "add", "late pizza"))
    assert own_things(person) == {}


def test_a_shift_is_tracked_with_one_tap_and_offered_no_more(
    client: Client, person: Person
) -> None:
    assert 'value="Night shift"' in page_of(client)
    sent = {"measure": "yes_no", "role": "do", "name": "Night shift"}
    assert client.post("/settings/own/", sent).status_code == 302
    (thing,) = own_things(person).values()
    assert (thing.name, thing.measure, thing.role) == ("Night shift", "yes_no", "do")
    assert 'value="Early shift"' in page_of(client)
    assert ">Night shift</button>" not in page_of(client)
    assert client.post("/settings/own/", sent).status_code == 400


def test_one_tap_says_no_shift_as_a_stated_no_for_each(
    client: Client, person: Person, define: Define
) -> None:
    assert 'name="off"' not in client.get("/day/").content.decode()
    early, night, old = define("Early shift"), define("Nachtschicht"), define("Late shift")
    tea, today = define("Tea"), today_for(person)
    change_own(person=person, code=old, archived=True, by="test")
    change_own(person=person, code=night, name="Night duty", by="test")
    page = client.get("/day/").content.decode()
    assert page.count('name="off"') == 1
    fields = filled(fields_of(page), ("off", "1"), **{f"value:{early}": "1", f"value:{tea}": "1"})
    shown = client.post("/day/", fields, follow=True).content.decode()
    assert "Saved for today: no shift." in shown
    assert values_by_code(person) == {early: 0.0, night: 0.0, tea: 1.0}
    told = client.get(f"/journal/{today}/").content.decode()
    assert "Early shift no" in told
    assert "Night duty no" in told
    undone = read_lines(lines(journal_of(person)))
    assert undone.exposure_values[today] == {early: 0.0, night: 0.0, tea: 1.0}


def values_by_code(person: Person) -> dict[str, float]:
    return {code: value for _, code, value in values_of(person)}


def test_no_shift_told_without_a_connection_arrives_as_no(
    client: Client, person: Person, define: Define
) -> None:
    night = define("Night shift")
    fields = fields_of(client.get("/day/").content.decode())
    for _ in range(2):
        answer = sent_later(client, [*fields, ("off", "1")])
        assert (answer.status_code, answer.json().get("sentence")) == (200, None)
    assert values_of(person) == [(today_for(person), night, 0.0)]


def test_the_terminal_says_no_shift(
    person: Person, define: Define, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*arguments: str) -> str:
        with pytest.raises(SystemExit):
            main(arguments)
        told = capsys.readouterr()
        return told.out + told.err

    assert "No shift is tracked yet" in run("day", "--no-shift")
    early, night = define("Early shift"), define("Night shift")
    assert "a shift or none" in run("day", "--no-shift", "--set", "night shift=yes")
    assert values_of(person) == []
    run("day", "--no-shift", "--set", "stress=3")
    assert values_by_code(person) == {"stress": 3.0, early: 0.0, night: 0.0}


def test_a_double_tap_begins_one_thing(client: Client, person: Person) -> None:
    sent = filled(fields_of(page_of(client)), name="Late pizza", measure="yes_no", role="do")
    client.post("/settings/own/", sent)
    client.post("/settings/own/", sent)
    assert len(own_things(person)) == 1


def test_nothing_a_name_says_is_run(client: Client, define: Define) -> None:
    define(HOSTILE, "amount", unit="<b>")
    for page in ("/settings/own/", "/day/", "/settings/noting/"):
        assert "<img" not in client.get(page).content.decode()
    csv = client.get("/settings/take/csv/").content.decode()
    define("=1+1")
    assert HOSTILE in csv
    assert "'=1+1" in client.get("/settings/take/csv/").content.decode()


def test_a_wrong_act_or_code_changes_nothing(client: Client, define: Define) -> None:
    code = define("tea")
    for sent in ({"code": code, "act": "erase"}, {"code": "own:yes_no:none", "act": "archive"}):
        assert client.post("/settings/own/change/", sent).status_code == 400
    assert client.get("/settings/own/change/").status_code == 405


def test_only_so_many_at_once(person: Person, client: Client, define: Define) -> None:
    codes = [define(f"thing {n}") for n in range(AT_ONCE)]
    assert begin(client, name="one more") == 400
    change_own(person=person, code=codes[0], archived=True, by="test")
    assert begin(client, name="one more") == 302
    answer = client.post("/settings/own/change/", {"code": codes[0], "act": "back"})
    assert answer.status_code == 400
    assert "archive one first" in answer.content.decode()


def test_a_change_that_changes_nothing_writes_nothing(person: Person, define: Define) -> None:
    code = define("tea")
    before = own_things(person)[code]
    assert change_own(person=person, code=code, name="tea", by="test") == before


def test_a_value_is_cleared_and_unknown_again(
    client: Client, person: Person, define: Define
) -> None:
    code = define("pain", "rating", role="feel")
    fields = fields_of(client.get("/day/").content.decode())
    client.post("/day/", filled(fields, ("save", "1"), **{f"value:{code}": "4"}))
    fields = fields_of(client.get("/day/").content.decode())
    client.post("/day/", filled(fields, ("save", "1"), **{f"value:{code}": ""}))
    assert journal_of(person).exposure_values == {}


def test_eleven_of_ten_is_refused_and_a_thousand_million_asked_about(
    client: Client, person: Person, define: Define
) -> None:
    pain, tea = define("Pain", "rating"), define("Tea bags", "amount")
    fields = fields_of(client.get("/day/").content.decode())
    answer = client.post("/day/", filled(fields, ("save", "1"), **{f"value:{pain}": "11"}))
    assert "Pain must be between 0 and 10, not 11." in answer.content.decode()
    answer = client.post("/day/", filled(fields, ("save", "1"), **{f"value:{tea}": "1000000000"}))
    assert "is unusual" in answer.content.decode()
    assert journal_of(person).exposure_values == {}


def values_of(person: Person) -> list[tuple[date, str, float]]:
    return [(one.day, one.code, one.value) for one in journal_of(person).of(DayExposure)]


def sent_later(client: Client, fields: Fields, **told: str) -> HttpResponse:
    """Send the page of a day, as it was kept and filled in, from a device's queue."""
    now = datetime.now(UTC).isoformat()
    headers = {
        "X-Outbox-Kept": now,
        "X-Outbox-Sent": now,
        "X-Outbox-Zone": "UTC",
        "X-Outbox-As-Of": now,
    }
    return client.post("/day/", filled(fields, ("save", "1"), **told), headers=headers)


def test_an_answer_given_without_a_connection_arrives_once(
    client: Client, person: Person, define: Define
) -> None:
    code, today = define("Late pizza"), today_for(person)
    fields = fields_of(client.get("/day/").content.decode())
    for _ in range(2):
        answer = sent_later(client, fields, **{f"value:{code}": "1"})
        assert answer.status_code == 200
        assert "sentence" not in answer.json()
    assert values_of(person) == [(today, code, 1.0)]


@pytest.mark.parametrize("is_gone", [False, True])
def test_what_is_tracked_no_longer_loses_no_answer_and_is_said(
    client: Client, person: Person, define: Define, *, is_gone: bool
) -> None:
    code, today = define("Late pizza"), today_for(person)
    fields = fields_of(client.get("/day/").content.decode())
    if is_gone:
        delete_entry(person=person, id=str(own_things(person)[code].id), by="test")
        said = "“late pizza” is no longer asked about. What you noted of it is kept."
    else:
        change_own(person=person, code=code, archived=True, by="test")
        said = "“Late pizza” is no longer asked about. What you noted of it is kept."
    for _ in range(2):  # the first answer may not have reached the device
        answer = sent_later(client, fields, **{f"value:{code}": "1"})
        assert answer.status_code == 200
        assert answer.json()["sentence"] == said
    assert values_of(person) == [(today, code, 1.0)]
    anew = fields_of(client.get("/day/").content.decode())
    told = sent_later(client, [(n, v) for n, v in anew if n != "key"], **{f"value:{code}": "0"})
    assert "sentence" not in told.json()  # the page showed the answer; it asked about nothing


def test_an_answer_to_what_is_archived_can_be_put_right(
    client: Client, person: Person, define: Define
) -> None:
    code, today = define("Pain", "rating"), today_for(person)
    fields = fields_of(client.get("/day/").content.decode())
    change_own(person=person, code=code, archived=True, by="test")
    wrong = client.post("/day/", filled(fields, ("save", "1"), **{f"value:{code}": "11"}))
    assert wrong.status_code == 400
    shown = fields_of(wrong.content.decode())
    assert (f"value:{code}", "11") in shown
    client.post("/day/", filled(shown, ("save", "1"), **{f"value:{code}": "1"}))
    assert journal_of(person).exposure_values[today] == {code: 1.0}


def test_a_program_reads_the_codes_and_notes_a_day(client: Client, define: Define) -> None:
    code = define("Tea bags", "amount", unit="bags")
    listed = client.get("/api/v1/vocabulary").json()["exposures"]
    assert [one["name"] for one in listed if one["code"] == code] == ["Tea bags"]
    body = json.dumps({"exposures": {code: 3}})
    answer = client.put("/api/v1/days/2026-03-09", body, content_type="application/json")
    assert answer.status_code == 200
    assert answer.json()["entries"][0]["code"] == code
    wrong = json.dumps({"exposures": {"own:colour:x": 3}})
    answer = client.put("/api/v1/days/2026-03-09", wrong, content_type="application/json")
    assert answer.status_code == 422


def test_a_program_cannot_give_a_name_twice(client: Client, define: Define) -> None:
    define("Tea bags", "amount")
    body = {"kind": "own_thing", "day": "2026-03-09", "code": "own:amount:x", "name": "tea BAGS"}
    answer = client.post(
        "/api/v1/entries",
        json.dumps(body),
        content_type="application/json",
        headers={"Idempotency-Key": "1"},
    )
    assert answer.status_code == 422
    assert answer.json()["code"] == "own_name_taken"


def test_a_thing_of_another_journal_with_the_same_name_stays_apart(
    client: Client, person: Person, define: Define
) -> None:
    mine, theirs = define("Tea bags", "amount"), "own:amount:tea-bags:beef"
    today = today_for(person)
    brought = journal_of(person).part(today.replace(year=1950), today.replace(year=1950))
    brought = brought.with_entries(
        [
            own_thing(day=today, code=theirs, name="tea bags", unit="g"),
            exposure(day=today, code=theirs, value=7),
            exposure(day=today, code="own:rating:lost-name", value=3),
        ]
    )
    import_journal(person=person, journal=brought, by="test")
    log_entries(person=person, entries=[exposure(day=today, code=mine, value=2)], by="test")
    assert journal_of(person).exposure_values[today] == {
        mine: 2.0,
        theirs: 7.0,
        "own:rating:lost-name": 3.0,
    }
    told = client.get(f"/journal/{today}/").content.decode()
    assert "bags (2)" in told
    assert "Lost name 3 of 10" in told or "lost name 3 of 10" in told


def test_the_terminal_does_the_same(person: Person, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*arguments: str) -> str:
        with pytest.raises(SystemExit):
            main(arguments)
        told = capsys.readouterr()
        return told.out + told.err

    assert "Nothing yet" in run("own")
    assert "green tea (amount in cups)" in run(
        "own", "add", "green tea", "--do", "--as", "amount", "--unit", "cups"
    )
    assert "back pain (0 to 10)" in run("own", "add", "back pain", "--as", "rating", "--feel")
    run("day", "--set", "Green Tea=2 cups", "--set", "back pain=4")
    (values,) = journal_of(person).exposure_values.values()
    assert sorted(values.values()) == [2.0, 4.0]
    renamed = run("own", "rename", "green tea", "matcha")
    assert "“green tea” is now called “matcha”. Its values stay." in renamed
    assert "no longer asked about" in run("own", "archive", "back pain")
    assert "back pain (0 to 10), in the archive" in run("own")
    assert "“back pain” is asked about again." in run("own", "back", "back pain")
    assert "back pain (0 to 10), something felt" in run("own")
    assert "“nix”" in run("own", "archive", "nix")
    assert "matcha: 2 cups" in run("journal")
