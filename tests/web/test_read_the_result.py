"""The result: what to do and when, why, what it does not mean, what would change it (DP-5)."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.test import Client

from myolog.content.catalogue import load
from myolog.content.dates import spoken, spoken_short
from myolog.content.languages import speaking
from myolog.journal.model import Journal
from myolog.store.selectors import Person, latest_assessment
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_country
from myolog.triage.answers import INPUTS
from myolog.triage.assessment import assess
from myolog.triage.completeness import must_answer
from myolog.triage.rules import RULES
from myolog.vocabulary.tasks import TASKS
from myolog.web.calendar import calendar_svg
from myolog.web.moment import today_for
from myolog.wording.result_facts import facts_of
from tests import factories as make

pytestmark = pytest.mark.django_db

WORDS = load()
DENIED = {
    name: question.default
    for name, question in INPUTS.items()
    if not question.mitigating and "asked" in question.origin
}

BANNED = (
    r"\b(diagnosed|nothing to worry|nothing serious|all clear|you are (safe|fine|normal))\b",
    r"\d+ ?% (chance|risk)",
    r"\b(ALS|MND|motor neuron|sclerosis|neuropathy|amyotroph\w+)\b",
)


def shown(client: Client, person: Person, **answers: object) -> str:
    record_answers(person=person, answers=DENIED | answers, by="test")
    return client.get("/result/").content.decode()


def words_of(text: str) -> str:
    return re.sub(r"<[^>]+>", " ", text[text.index("<main") : text.index("</main")])


@pytest.mark.parametrize("twitched", [date(2026, 3, 10), date(2026, 3, 11)])
def test_the_dates_behind_a_reason_are_those_of_the_run(twitched: date) -> None:
    """It began on 16 February; whether the 11th had a twitch yet moves the number, no date."""
    today = date(2026, 3, 11)
    journal = Journal(
        (
            make.story(day=date(2026, 3, 9), onset_day=date(2026, 2, 16)),
            make.tally(day=twitched),
            make.medicine(day=date(2026, 3, 8), name="Sertraline"),
        ),
        "America/Chicago",
    )
    facts = facts_of(journal, assess(journal, {}, today=today), today=today)
    days = 23 if twitched < today else 24
    assert facts["run_days"] == (
        f"It has twitched on most days for {days} days, since 16 February."
    )
    assert facts["new_medicine"] == "You noted Sertraline on 8 March, after it had begun."
    with speaking("de"):
        facts = facts_of(journal, assess(journal, {}, today=today), today=today)
    assert facts["run_days"] == (
        f"Es zuckt seit 16. Februar an den meisten Tagen, das sind {days} Tage."
    )
    assert facts["new_medicine"] == (
        "Sie haben Sertraline am 8. März eingetragen, nachdem es begonnen hatte."
    )


def test_without_a_check_it_leads_to_the_check(client: Client) -> None:
    assert client.get("/result/").headers["location"] == "/check/"


def test_the_order_is_what_why_not_change(client: Client, person: Person) -> None:
    text = shown(client, person, weakness="progressive")
    words = load()
    order = [
        words.template("urgency.URGENT.title"),
        words.template("result.why"),
        words.template("result.not_mean"),
        words.template("result.change"),
    ]
    places = [text.index(f">{one}") for one in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("level", "answers", "days"),
    [
        ("SELF_CARE", {}, 28),
        ("ROUTINE", {"run_days": 20, "measures_tried": "no"}, 28),
        ("SOON", {"site_scope": "spread"}, 21),
        ("URGENT", {"wasting": "yes"}, 2),
    ],
)
def test_each_level_says_its_last_day_in_words_and_in_the_calendar(
    level: str, answers: dict[str, object], days: int, client: Client, person: Person
) -> None:
    text = shown(client, person, **answers)
    last = spoken(today_for(person) + timedelta(days=days))
    assert f'data-level="{level}"' in text
    assert f"<b>{last}</b>" in text
    assert re.search(rf'<svg class="cal"[^>]*aria-label="[^"]*{last}"', text)
    assert ("cal-span" in text) == (level != "SELF_CARE")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_shows_a_page_without_names_of_illnesses_or_odds(
    rule, client: Client, person: Person
) -> None:
    answers = {
        atom.input: atom.value - 1 if atom.relation == "<" else atom.value
        for atom in next(iter(rule.when.ways()), ())
    }
    if rule.code == "R-EXPLAINED":
        answers = {"wasting": "yes", "explained_unchanged": ["wasting"]}
    record_answers(person=person, answers=DENIED | answers, by="test")
    only_help = rule.code in {"E-SUICIDE", "S-MOOD"}
    text = words_of(unescape(client.get("/result/").content.decode()))
    assert (load().template("result.not_mean") in text) is not only_help
    if answers and not rule.when.counts:
        assert load().template(f"rule.{rule.code}.reason") in text
    for banned in BANNED:
        assert not re.search(banned, text), re.search(banned, text)


def test_every_answer_of_the_checklist_has_a_word_beside_it(client: Client, person: Person) -> None:
    record_answers(person=person, answers={"wasting": "yes", "weakness": "none"}, by="test")
    text = client.get("/result/").content.decode()
    six = text[text.index('<ul class="six">') :]
    six = six[: six.index("</ul>")]
    assert six.count("<li") == 6
    assert re.findall(r"<b>([^<]+)</b>", six)[1:3] == ["Yes", "No"]
    assert "Not answered" in six


def test_two_reasons_stand_open_and_the_rest_is_folded(client: Client, person: Person) -> None:
    text = shown(client, person, site_scope="spread", run_days=40, trend="worsening")
    before_folds = text[text.index('<ol class="why">') : text.index("<details")]
    assert before_folds.count("<li>") == 2
    assert re.search(r"<summary>\d+ (more|further)", text) or "One more" in text


@pytest.mark.parametrize("level", ["SELF_CARE", "ROUTINE", "SOON", "URGENT"])
def test_the_safety_net_stands_below_every_calm_level(
    level: str, client: Client, person: Person
) -> None:
    answers = {
        "SELF_CARE": {},
        "ROUTINE": {"trend": "worsening"},
        "SOON": {"site_scope": "spread"},
        "URGENT": {"wasting": "yes"},
    }[level]
    text = shown(client, person, **answers)
    for line in load().items("safety_net.now"):
        assert line in text


def test_an_emergency_is_one_big_number_of_the_country(client: Client, person: Person) -> None:
    set_country(person=person, country="GB", by="test")
    text = shown(client, person, stroke_signs=True)
    assert 'href="tel:999"' in text
    assert len(re.findall(r'class="call[ "]', text)) == 1
    assert 'class="btn primary' not in text


def test_today_means_the_on_call_line_where_it_is_known(client: Client, person: Person) -> None:
    set_country(person=person, country="DE", by="test")
    text = shown(client, person, speech_swallow="choking")
    assert 'data-level="SAME_DAY"' in text
    assert 'href="tel:116117"' in text
    assert 'call <a href="tel:112">112</a>' in text


def test_today_without_a_known_line_still_says_whom_to_call(client: Client, person: Person) -> None:
    text = shown(client, person, speech_swallow="choking")
    assert load().template("result.call_your_doctor") in text


def test_thoughts_of_ending_ones_life_open_the_crisis_line_first(
    client: Client, person: Person
) -> None:
    set_country(person=person, country="GB", by="test")
    text = shown(client, person, mood="suicidal")
    assert 'href="tel:116123"' in text
    assert load().template("emergency.crisis_text") in text
    assert "999" in text


def test_missing_answers_are_named_and_never_a_good_result(client: Client, person: Person) -> None:
    record_answers(person=person, answers={"weakness": "none"}, by="test")
    text = client.get("/result/").content.decode()
    assert 'data-level="INCOMPLETE"' in text
    assert 'href="/check/missing/"' in text
    assert load().template("urgency.SELF_CARE.title") not in text
    assert must_answer()


def test_what_fired_counts_even_when_answers_are_missing(client: Client, person: Person) -> None:
    record_answers(person=person, answers={"wasting": "yes"}, by="test")
    text = client.get("/result/").content.decode()
    assert 'data-level="URGENT"' in text
    assert 'href="/check/missing/"' in text


def test_an_examined_and_unchanged_sign_keeps_the_planned_review(
    client: Client, person: Person
) -> None:
    text = shown(client, person, wasting="yes", explained_unchanged=["wasting"])
    assert load().template("result.keep_review.title") in text
    assert 'class="cal"' not in text


def test_a_result_says_until_when_it_counts(client: Client, person: Person) -> None:
    until = spoken(today_for(person) + timedelta(days=14))
    assert until in shown(client, person)


def test_an_old_result_is_said_to_be_old(client: Client, person: Person) -> None:
    past = datetime.now(UTC) - timedelta(days=15, hours=1)
    record_answers(person=person, answers=DENIED, by="test", now=past)
    text = client.get("/result/").content.decode()
    assert "Start the check" in text
    assert "Please check again" in text or "check again" in text.lower()


def test_many_checks_in_a_week_bring_a_kind_note_and_no_lock(
    client: Client, person: Person
) -> None:
    title = load().template("result.many_checks.title")
    for _ in range(3):
        assert title not in shown(client, person)
    text = shown(client, person)
    assert title in text
    assert 'data-level="SELF_CARE"' in text
    assert 'href="/learn/worry/"' in text


@pytest.mark.parametrize(
    "sign", [{"stroke_signs": True}, {"speech_swallow": "choking"}, {"mood": "suicidal"}]
)
def test_no_note_on_looking_stands_beside_a_result_that_cannot_wait(
    sign: dict[str, object], client: Client, person: Person
) -> None:
    long = make.exposure(day=today_for(person), code="checking_min", value=120)
    log_entry(person=person, entry=long, by="test")
    for _ in range(5):
        text = shown(client, person, **sign)
    assert 'href="tel:' in text or load().template("result.call_your_doctor") in text
    for note in ("many_checks", "long_looks"):
        assert load().template(f"result.{note}.title") not in text


@pytest.mark.parametrize(
    ("days_ago", "minutes", "noted"), [(0, 31, True), (6, 31, True), (0, 30, False), (7, 90, False)]
)
def test_long_looks_bring_a_kind_note(
    days_ago: int, minutes: int, noted: bool, client: Client, person: Person
) -> None:
    day = today_for(person) - timedelta(days=days_ago)
    log_entry(
        person=person, entry=make.exposure(day=day, code="checking_min", value=minutes), by="test"
    )
    text = shown(client, person)
    assert (load().template("result.long_looks.title") in text) is noted


def test_the_calendar_marks_today_the_days_there_are_and_the_last_one() -> None:
    drawn = calendar_svg(date(2026, 3, 11), date(2026, 4, 1), label="x", span=True)
    assert drawn.count("cal-today") == 1
    assert drawn.count("cal-end") == 1
    assert drawn.count("cal-span") == 4
    assert 'viewBox="0 0 266 154"' in drawn
    same_day = calendar_svg(date(2026, 3, 11), date(2026, 3, 11), label="x", span=True)
    assert same_day.count("cal-end") == 1
    assert 'aria-label="&lt;"' in calendar_svg(
        date(2026, 3, 11), date(2026, 3, 12), label="<", span=False
    )


def test_the_dates_behind_a_reason_come_from_the_entries(client: Client, person: Person) -> None:
    today = today_for(person)
    for site, ago in (("forearm", 40), ("thigh", 20), ("thigh", 12), ("thigh", 4), ("forearm", 1)):
        entry = make.tally(day=today - timedelta(days=ago), site=site, side="right")
        log_entry(person=person, entry=entry, by="test")
    text = unescape(shown(client, person, site_scope="spread", run_days=40))
    since = spoken_short(today - timedelta(days=20), today=today)
    assert f"First in your right forearm, then in your right thigh (noted from {since})." in text


def test_the_note_on_many_checks_stands_below_what_to_do(client: Client, person: Person) -> None:
    for _ in range(4):
        text = shown(client, person, weakness="functional")
    assert text.index("/report/") < text.index(load().template("result.many_checks.title"))


def test_a_new_day_works_the_result_out_again_before_it_is_shown(
    client: Client, person: Person
) -> None:
    then = datetime.now(UTC) - timedelta(days=5)
    for day in range(12):
        moment = then - timedelta(days=day)
        log_entry(person=person, entry=make.episode(started_at=moment), by="t", now=then)
    record_answers(person=person, answers=DENIED | {"run_days": 12}, by="t", now=then)
    log_entry(person=person, entry=make.episode(started_at=then + timedelta(days=4)), by="t")
    standing = latest_assessment(person, now=datetime.now(UTC))
    assert standing is not None
    assert "R-2WEEKS" not in [reason.code for reason in standing.assessment.reasons]
    client.get("/result/")
    assert "R-2WEEKS" in client.get("/api/v1/assessment").json()["reasons"]


def test_an_emergency_without_a_country_names_the_number_and_asks_for_nothing_more(
    client: Client, person: Person
) -> None:
    set_country(person=person, country="", by="test")
    record_answers(person=person, answers={"heart": "chest_pain_or_faint"}, by="test")
    text = unescape(client.get("/result/").content.decode())
    assert load().template("country.default.ambulance") in text
    assert load().template("country.default.name") not in words_of(text)
    assert "still open" not in text


@pytest.mark.parametrize(
    ("said", "level", "told"),
    [
        ({"swallow": "cannot"}, "URGENT", "chew and swallow"),
        (dict.fromkeys(TASKS, "cannot"), "URGENT", "hold a full cup or carry a bag"),
        ({"jar": "much_harder"}, "SOON", "open a jar or a bottle"),
        ({"swallow": "harder"}, "URGENT", "chew and swallow (a bit harder)"),
    ],
)
def test_a_task_that_fails_in_the_first_look_counts_as_new(
    client: Client, person: Person, said: dict[str, str], level: str, told: str
) -> None:
    """Nobody has asked since when, and unknown is never "long ago"."""
    assert 'data-level="SELF_CARE"' in shown(client, person)
    after = client.post("/day/tasks/", said, follow=True).content.decode()
    assert WORDS.template("page.day.task_ask") in after
    page = client.get("/").content.decode()
    assert f'data-level="{level}"' in page
    assert WORDS.text("result.raised.notice_today") in page
    text = client.get("/result/").content.decode()
    assert f'data-level="{level}"' in text
    assert told in text
