"""The page for the doctor: seen, taken along, and filled in by small forms."""

import io
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from pypdf import PdfReader

from myolog.journal.entries import MedicineEvent
from myolog.journal.records import Examination, Question
from myolog.store.selectors import Person, journal_of
from myolog.store.services.journal import log_entries
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_an_empty_journal_has_a_page_too(client: Client) -> None:
    for address in ("/report/", "/report/page.png", "/report/pdf/", "/report/text/"):
        assert client.get(address).status_code == 200, address


def test_the_files_are_what_they_say(client: Client) -> None:
    pdf = client.get("/report/pdf/")
    assert pdf.content.startswith(b"%PDF-")
    assert "attachment" in pdf.headers["content-disposition"]
    assert client.get("/report/page.png").content.startswith(b"\x89PNG")
    text = client.get("/report/text/").content.decode()
    assert "Self-reported, not measured" in text


def test_charts_come_on_a_sheet_of_their_own(client: Client, person: Person) -> None:
    log_entries(person=person, entries=(make.tally(),), by="test", idempotency_key=str(uuid4()))
    assert 'href="/report/pdf/?charts=1"' in client.get("/report/").content.decode()
    pages = [
        len(PdfReader(io.BytesIO(client.get(address).content)).pages)
        for address in ("/report/pdf/", "/report/pdf/?charts=1")
    ]
    assert pages == [1, 2]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({"kind": "question", "text": "Do I need a test?"}, Question),
        ({"kind": "fear", "text": "That it spreads"}, Question),
        (
            {"kind": "medicine", "name": "Sertraline", "action": "start", "dose": "50 mg"},
            MedicineEvent,
        ),
        ({"kind": "examination", "exam_what": "EMG", "exam_day": "2026-02-03"}, Examination),
    ],
)
def test_each_small_form_stores_its_kind_once(
    form: dict[str, str], expected: type, client: Client, person: Person
) -> None:
    form = {"key": str(uuid4()), **form}
    assert client.post("/report/details/", form).status_code == 302
    client.post("/report/details/", form)
    (entry,) = journal_of(person).entries
    assert isinstance(entry, expected)
    text = client.get("/report/details/").content.decode()
    assert next(iter(v for k, v in form.items() if k in ("text", "name", "exam_what"))) in text


@pytest.mark.parametrize(
    ("form", "action", "dated"),
    [
        ({"action": "taken"}, "taken", False),
        ({"action": "taken", "day": "2019-03-01"}, "start", True),
        ({"action": "start"}, "start", False),
        ({"action": "start", "day": "2019-03-01"}, "start", True),
        ({"action": "stop"}, "stop", False),
    ],
)
def test_a_medicine_without_a_day_gets_none(
    form: dict[str, str], action: str, dated: bool, client: Client, person: Person
) -> None:
    sent = {"key": str(uuid4()), "kind": "medicine", "name": "Sertraline", **form}
    assert client.post("/report/details/", sent).status_code == 302
    (entry,) = journal_of(person).of(MedicineEvent)
    assert (entry.action, entry.dated) == (action, dated)
    if dated:
        assert entry.day == date(2019, 3, 1)


def test_what_happened_with_a_medicine_is_not_chosen_beforehand(
    client: Client, person: Person
) -> None:
    page = client.get("/report/details/").content.decode()
    chosen = page[page.index('id="m-action"') :]
    assert "selected" not in chosen[: chosen.index("</select>")]
    sent = {"kind": "medicine", "name": "Sertraline", "action": ""}
    assert client.post("/report/details/", sent).status_code == 400
    assert journal_of(person).entries == ()


def test_a_visit_keeps_its_date(client: Client, person: Person) -> None:
    form = {"kind": "examination", "exam_what": "MRI", "exam_day": "2025-12-24"}
    client.post("/report/details/", form)
    assert journal_of(person).of(Examination)[0].day == date(2025, 12, 24)


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"kind": "wish"},
        {"kind": "question", "text": " "},
        {"kind": "question", "text": "x" * 100_000},
        {"kind": "medicine", "name": "", "action": "start"},
        {"kind": "medicine", "name": "x", "action": "double"},
        {"kind": "examination", "exam_what": "EMG", "exam_day": "2999-01-01"},
        {"kind": "examination", "exam_what": "EMG", "exam_day": "last week"},
        {"kind": "examination", "exam_what": "EMG", "exam_result": "fine"},
    ],
)
def test_bad_input_is_one_sentence_and_stores_nothing(
    form: dict[str, str], client: Client, person: Person
) -> None:
    answer = client.post("/report/details/", form)
    assert answer.status_code == 400
    assert "not saved yet" in answer.content.decode()
    assert journal_of(person).entries == ()


def test_what_a_person_writes_is_never_markup(client: Client) -> None:
    client.post("/report/details/", {"kind": "question", "text": "<script>x</script> #set"})
    for address in ("/report/", "/report/details/"):
        assert "<script>x" not in client.get(address).content.decode()
    assert client.get("/report/pdf/").status_code == 200
