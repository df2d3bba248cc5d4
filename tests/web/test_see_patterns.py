"""See what goes with the twitching: calm, weekly, with ranges, and the same numbers everywhere."""

import io
import json
import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from pypdf import PdfReader

from myolog.charts import body_map, drawing
from myolog.charts.drawing import draw_for_page
from myolog.charts.trigger_forest import Row
from myolog.charts.trigger_forest import chart as forest_chart
from myolog.cli.main import main
from myolog.content.catalogue import load
from myolog.journal.entries import DayTally, Entry, NoneToday
from myolog.journal.model import Journal
from myolog.journal.simulate import simulate
from myolog.store.selectors import Person
from myolog.store.services.imports import import_journal
from myolog.store.services.journal import log_entries
from myolog.triggers.discover import find_triggers
from myolog.triggers.windows import settled_day
from myolog.web.moment import today_for
from myolog.web.patterns_page import draw_ahead
from myolog.wording.findings import finding_words, times
from tests.factories import exposure, own_thing

pytestmark = pytest.mark.django_db

WORDS = load()
SIMULATED = simulate(seed=3, days=120, trigger="caffeine", rate_ratio=1.8)
REPORT = find_triggers(SIMULATED.journal, today=SIMULATED.truth.days[-1])


@pytest.fixture
def full(person: Person) -> Person:
    import_journal(person=person, journal=SIMULATED.journal, by="test")
    return person


def text_of(client: Client, address: str = "/patterns/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    bare = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(unescape(bare).split())


def test_page_chart_pdf_api_and_command_line_show_the_same_numbers(
    client: Client, program: Client, full: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    told = program.get("/api/v1/triggers").json()
    with pytest.raises(SystemExit):
        main(["triggers", "--json"])
    assert json.loads(capsys.readouterr().out) == told
    with pytest.raises(SystemExit):
        main(["triggers"])
    printed = " ".join(capsys.readouterr().out.split())
    page = text_of(client)
    for found, plain in zip(REPORT.findings, told["findings"], strict=True):
        numbers = [found.rate_ratio, found.low90, found.high90]
        assert [plain["rate_ratio"], plain["low90"], plain["high90"]] == numbers
        ratio, low, high = (times(number) for number in numbers)
        label = WORDS.text(f"exposure.{found.exposure}.short")
        row = Row(
            label=label,
            rate_ratio=found.rate_ratio,
            low90=found.low90,
            high90=found.high90,
            verdict=found.verdict,
        )
        assert f"{ratio} ({low} to {high})" in draw_for_page(forest_chart([row]).spec, label="x")
        assert f"{ratio} ({low} to {high})" in page
        verdict = WORDS.text(f"finding.verdict.{found.verdict}")
        assert f"{label} {ratio} {low} to {high} {verdict}" in page
    sheets = PdfReader(io.BytesIO(client.get("/report/pdf/?charts=1").content)).pages
    printed_sheet = " ".join(sheets[1].extract_text().split())
    caffeine = REPORT.finding("caffeine")
    ratio, low, high = map(times, (caffeine.rate_ratio, caffeine.low90, caffeine.high90))
    label = WORDS.text("exposure.caffeine.short")
    assert f"{label}: {ratio} times as many twitches, likely {low} to {high}." in printed_sheet
    words = finding_words(caffeine, REPORT)
    for shown in (words.sentence, *words.caution):
        assert shown in page.replace(" .", ".")
        assert shown in printed


def test_the_page_says_how_it_was_worked_out_and_that_it_is_no_proof(
    client: Client, full: Person
) -> None:
    page = text_of(client)
    for line in finding_words(REPORT.finding("caffeine"), REPORT).how:
        assert line in page
    assert "myolog triggers --explain caffeine" in page
    assert "It does not prove that one causes the other." in page
    assert f"{REPORT.tested} things were looked at together." in page
    assert "Cannot tell yet" in page
    assert "A fair test can tell more" in page


def test_an_entry_of_today_changes_no_finding_until_sunday(client: Client, full: Person) -> None:
    before = text_of(client)
    today = today_for(full)
    log_entries(
        person=full, entries=[DayTally(day=today, site="calf", side="left", count=90)], by="test"
    )
    assert text_of(client) == before
    assert "Looked at again each Sunday." in before


def test_looking_again_now_is_offered_and_quiet(client: Client, full: Person) -> None:
    log_entries(
        person=full, entries=[NoneToday(day=settled_day(today_for(full)) + timedelta(days=1))],
        by="test",
    )  # fmt: skip
    page = client.get("/patterns/").content.decode()
    assert '<a class="btn plain full" href="/patterns/?now=1">' in page
    assert "btn primary" not in page
    now = text_of(client, "/patterns/?now=1")
    assert "Days up to" in now
    assert "each Sunday" not in now


def test_a_correction_of_an_earlier_day_counts_at_once(client: Client, full: Person) -> None:
    before = text_of(client)
    day = min(SIMULATED.journal.observed_days)
    log_entries(
        person=full, entries=[DayTally(day=day, site="thigh", side="left", count=40)], by="test"
    )
    assert text_of(client) != before


@pytest.mark.parametrize(
    ("n_days", "words"),
    [(0, "not looked back on a day"), (1, "noted one day"), (9, "noted 9 days")],
)
def test_few_days_are_too_early_and_say_what_helps(
    client: Client, person: Person, n_days: int, words: str
) -> None:
    today = today_for(person)
    entries = tuple(NoneToday(day=today - timedelta(days=back)) for back in range(n_days))
    import_journal(person=person, journal=Journal(entries, person.zone), by="test")
    page = text_of(client)
    assert "Too early to say" in page
    assert words in page
    assert "Days with no twitch count just as much" in page
    assert ("may come around Sunday" in page) is (n_days > 0)


def test_what_is_noted_early_is_named_a_thing_of_ones_own_too_also_in_the_terminal(
    client: Client, person: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    tea, old = "own:amount:pot-of-tea:3f9a", "own:yes_no:spray:77aa"
    today = today_for(person)
    days = [today - timedelta(days=back) for back in range(5)]
    entries: list[Entry] = [own_thing(day=days[-1], code=tea, name="Pot of tea")]
    entries += [own_thing(day=days[-1], code=old, name="Spray", archived=True)]
    entries += [NoneToday(day=day) for day in days]
    entries += [exposure(day=day, value=90) for day in days]
    entries += [exposure(day=day, code=tea, value=2) for day in days[:3]]
    entries += [exposure(day=day, code=old, value=1) for day in days]
    import_journal(person=person, journal=Journal(tuple(entries), person.zone), by="test")
    with pytest.raises(SystemExit):
        main(["triggers"])
    printed = " ".join(capsys.readouterr().out.split())
    for shown in (text_of(client), printed):
        assert "What is noted so far" in shown
        assert "Caffeine: 5 days so far. At least 9 more are needed." in shown
        assert "Pot of tea: 3 days so far. At least 11 more are needed." in shown
        assert "Spray" not in shown


def test_a_journal_with_nothing_noted_beside_the_twitching_has_no_such_list(
    client: Client,
) -> None:
    assert "What is noted so far" not in text_of(client)


def test_enough_days_noted_since_sunday_wait_for_the_next(client: Client, person: Person) -> None:
    today = today_for(person)
    entries = tuple(NoneToday(day=today - timedelta(days=back)) for back in range(28))
    import_journal(person=person, journal=Journal(entries, person.zone), by="test")
    assert "That is enough for a first look" in text_of(client)


def test_a_journal_that_shows_nothing_says_so(client: Client, person: Person) -> None:
    quiet = simulate(seed=5, days=60, trigger=None)
    import_journal(person=person, journal=quiet.journal, by="test")
    page = text_of(client)
    assert "Nothing stood out so far." in page
    assert "more twitches ," not in page


def test_a_journal_without_exposures_shows_its_days_and_places(
    client: Client, person: Person
) -> None:
    bare = Journal(
        tuple(one for one in SIMULATED.journal.entries if one.kind != "exposure"), person.zone
    )
    import_journal(person=person, journal=bare, by="test")
    page = text_of(client)
    assert "Nothing could be compared yet." in page
    assert "Twitches noted in a day" in page
    assert "All side by side" not in page


def test_the_body_stands_beside_itself_four_weeks_earlier(client: Client, full: Person) -> None:
    page = text_of(client)
    last = settled_day(today_for(full))
    told = body_map.describe(body_map.compare(SIMULATED.journal, today=last))
    assert told in page
    assert "of 28 days" in told


def test_what_was_drawn_ahead_is_not_drawn_again(client: Client, full: Person) -> None:
    draw_ahead(full)
    before = drawing._drawn.cache_info().misses
    text_of(client)
    assert drawing._drawn.cache_info().misses == before


def test_there_is_nothing_to_draw_ahead_in_a_young_journal(person: Person) -> None:
    drawing.warm_up()
    before = drawing._drawn.cache_info().misses
    draw_ahead(person)
    assert drawing._drawn.cache_info().misses == before


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post("/patterns/").status_code == 405
