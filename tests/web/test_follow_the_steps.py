"""The steps in the browser: asked, chosen, ticked, changed, paused, ended, and what is refused."""

import json
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from myolog.cli.main import main
from myolog.content.catalogue import load
from myolog.journal.entries import DayTally, ProfileFact
from myolog.journal.records import ProgrammeEvent
from myolog.programme.guards import FACTS
from myolog.store.selectors import Person, journal_of
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entries, log_entry
from myolog.store.services.people import set_language
from myolog.store.services.programme import pause, resume
from myolog.store.services.programme_start import Wishes, start_programme
from myolog.store.services.whose import tell_whose
from myolog.web.moment import today_for
from tests.factories import exposure, fact, none_today
from tests.programme_days import CALM, REASONS, answer_calmly, days_before, make_ready, told
from tests.web.markup import in_one_line

WORDS = load()
ALL = [f"STEP-{n}" for n in range(1, 6)]


def now() -> datetime:
    return datetime.now(UTC)


def text(answer: Any) -> str:
    return str(answer.content.decode())


def events(person: Person, *names: str) -> list[tuple[str | None, str | None]]:
    return [
        (one.step, one.value) for one in journal_of(person).of(ProgrammeEvent) if one.event in names
    ]


@pytest.fixture
def ready(person: Person) -> Person:
    make_ready(person, now())
    return person


@pytest.fixture
def running(ready: Person) -> Person:
    start_programme(person=ready, by="t")
    return ready


def test_facts_told_long_ago_are_asked_anew_and_the_same_no_is_kept(
    client: Client, person: Person
) -> None:
    long_ago = now() - timedelta(days=487)
    today = today_for(person)
    for code in FACTS:
        value = 42 if code == "age_years" else "none" if code == "kidney" else "no"
        old = fact(code, value, day=today - timedelta(days=487))
        log_entry(person=person, entry=old, by="t", now=long_ago)
    page = text(client.get("/programme/questions/"))
    assert 'name="has" value="lithium"' in page
    assert 'name="age_years"' not in page
    sent = client.post("/programme/questions/", dict.fromkeys(FACTS[1:], ""), follow=True)
    assert "This is still open. Choose an answer for each" in text(sent)
    same = {code: "none" if code == "kidney" else "no" for code in FACTS[1:]}
    client.post("/programme/questions/", same)
    assert client.get("/programme/questions/").headers["Location"] == "/programme/start/"
    told_today = [one.code for one in journal_of(person).of(ProfileFact) if one.day == today]
    assert set(told_today) == set(FACTS[1:])


def test_before_the_start_it_says_what_is_still_open(client: Client, person: Person) -> None:
    page = text(client.get("/programme/"))
    assert "Five steps for four weeks" in page
    assert "Do the check. The steps come after it." in page
    assert "So far, without today: 0." in page
    day = today_for(person)
    notes = [none_today(day=day - timedelta(days=back)) for back in (0, 1)]
    log_entries(person=person, entries=notes, by="t")
    assert "So far, without today: 1." in text(client.get("/programme/")), "today is not over"
    answer_calmly(person, now())
    assert "/programme/questions/" in text(client.get("/programme/"))


def test_the_questions_come_first_and_are_kept(client: Client, person: Person) -> None:
    answer_calmly(person, now())
    assert client.get("/programme/start/").headers["Location"] == "/programme/questions/"
    page = text(client.get("/programme/questions/"))
    assert "Takes clozapine" in page
    assert 'name="has" value="lithium"' not in page, "the check has asked that already"
    answers = dict.fromkeys(FACTS, "no") | {"kidney": "none", "age_years": "42"}
    half = {code: answers[code] for code in FACTS[:6]}
    assert client.post("/programme/questions/", half).status_code == 302
    page = text(client.get("/programme/questions/"))
    assert 'value="clozapine"' not in page
    assert "Heart disease" in page
    client.post("/programme/questions/", answers)
    assert client.get("/programme/questions/").headers["Location"] == "/programme/start/"
    assert client.get("/programme/start/").status_code == 200


def test_a_wrong_answer_stores_nothing(client: Client, person: Person) -> None:
    answer = client.post("/programme/questions/", {"age_years": "old", "lithium": "no"})
    assert answer.status_code == 400
    assert not journal_of(person).entries


def test_a_step_is_told_in_few_words_and_a_guard_in_all_of_them(
    client: Client, person: Person
) -> None:
    make_ready(person, now())
    few = text(client.get("/programme/start/"))
    assert WORDS.text("step.STEP-2.text") in few
    assert "dried apricots" not in few
    log_entries(
        person=person, entries=[fact("potassium_medicine", "yes", day=today_for(person))], by="t"
    )
    all_of_them = text(client.get("/programme/start/"))
    assert WORDS.text("step.STEP-2.text") not in all_of_them
    assert WORDS.text("step.STEP-4.text") in all_of_them


def test_choose_and_begin(client: Client, ready: Person) -> None:
    body = {"step": ALL[:4], "target": "half", "drinks": "1600", "bedtime": "22:45"}
    assert client.post("/programme/start/", body).status_code == 302
    page = text(client.get("/programme/"))
    assert "Day 1 of 28" in page
    assert "At most 555 mg of caffeine" in page
    assert "Lights out near 22:45" in page
    assert "About 1.6 litres" in page
    assert "One note for the day" not in page
    assert page.count('class="btn primary') == 0


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"step": ALL, "drinks": "9000"}, "from 1,000 to 3,500 mL"),
        ({"step": ALL, "drinks": "much"}, "“much” is not an amount; write a number"),
        ({"step": ALL, "bedtime": "late"}, "“late” is not a time of day"),
        ({"step": ALL, "target": "7"}, "The caffeine can end at"),
        ({}, "Choose at least one step"),
    ],
)
def test_a_wish_out_of_range_is_one_sentence(
    client: Client, ready: Person, body: dict[str, Any], says: str
) -> None:
    answer = client.post("/programme/start/", body)
    assert answer.status_code == 400
    assert says in text(answer)
    assert not events(ready, "started")


@pytest.mark.parametrize(("n_days", "says"), [(0, "on 0 of the 7 days"), (5, "on 5 of the 14")])
def test_too_few_days_before_are_said_and_can_be_passed_over(
    client: Client, person: Person, n_days: int, says: str
) -> None:
    make_ready(person, now(), n_days=n_days)
    answer = client.post("/programme/start/", {"step": ALL})
    assert answer.status_code == 400
    assert says in text(answer)
    assert "Start now, without a comparison" in text(answer)
    assert not events(person, "started")
    assert client.post("/programme/start/", {"step": ALL[1:], "anyway": "1"}).status_code == 302


def test_two_at_once_are_refused(client: Client, running: Person) -> None:
    assert client.get("/programme/start/").headers["Location"] == "/programme/"
    answer = client.post("/programme/start/", {"step": ALL})
    assert answer.status_code == 400
    assert "its first day stays" in text(answer)
    assert len(events(running, "started")) == 1


def test_a_child_and_a_pressing_result_get_no_start(client: Client, person: Person) -> None:
    make_ready(person, now(), age_years=15)
    page = text(client.get("/programme/"))
    assert WORDS.text("guard.GUARD-CHILD.text") in page
    assert "/programme/start/" not in page
    grown = fact("age_years", 42, day=today_for(person))
    tell_whose(person=person, facts=[grown], same_person=True, by="t")
    record_answers(person=person, answers={"weakness": "progressive"}, by="t")
    page = text(client.get("/programme/"))
    assert WORDS.text("guard.GUARD-URGENT.text") in page
    assert "/programme/start/" not in page


def test_today_shows_three_things_and_ticks_them(client: Client, running: Person) -> None:
    page = text(client.get("/"))
    assert "Also today" in page
    assert len(re.findall(r'class="tick"\s+type="submit"', page)) == 3
    tick = {"step": "STEP-4", "done": "1", "then": "today"}
    assert client.post("/programme/tick/", tick).headers["Location"] == "/"
    assert events(running, "step_done") == [("STEP-4", None)]
    assert text(client.get("/")).count('aria-pressed="true"') == 1
    client.post("/programme/tick/", tick | {"done": "0"})
    assert not events(running, "step_done")


def test_a_note_that_shows_a_step_ticks_it_by_itself(client: Client, running: Person) -> None:
    log_entries(
        person=running, entries=days_before(today_for(running) + timedelta(days=1), 1), by="t"
    )
    page = text(client.get("/programme/"))
    assert "Seen in your notes." in page


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"step": "STEP-4", "day": "2999-01-01"}, 400),
        ({"step": "STEP-4", "day": "2020-01-01"}, 404),
        ({"step": "STEP-4", "day": "x"}, 400),
        ({"step": "yoga"}, 400),
        ({}, 400),
    ],
)
def test_a_tick_that_does_not_fit_is_one_sentence(
    client: Client, running: Person, body: dict[str, str], status: int
) -> None:
    before = journal_of(running).entries
    assert client.post("/programme/tick/", body).status_code == status
    assert journal_of(running).entries == before


def test_a_tick_leads_back_to_its_own_pages_only(client: Client, running: Person) -> None:
    tick = {"step": "STEP-4", "then": "https://example.org/"}
    assert client.post("/programme/tick/", tick).headers["Location"] == "/programme/"


def test_the_way_down_is_a_picture_with_words(client: Client, running: Person) -> None:
    page = text(client.get("/programme/"))
    assert 'role="img" aria-label="Caffeine, little by little: today: 530 mg, day 2: 455 mg' in page
    assert "swap powders" in page
    assert client.post("/programme/headache/", {"score": "7"}).status_code == 302
    assert events(running, "headache") == [(None, "7")]
    assert client.post("/programme/headache/", {"score": "11"}).status_code == 400


HALF_OPEN = "Half is not known yet: it takes 5 of 7 days with the caffeine noted."


def ticked_at_the_start(client: Client) -> list[str]:
    page = in_one_line(text(client.get("/programme/start/")))
    return re.findall(r'name="step" value="(STEP-\d)" checked', page)


def test_caffeine_is_noted_first_where_too_few_days_tell_it(client: Client, person: Person) -> None:
    today = today_for(person)
    few = [*told(today), *days_before(today, 14, caffeine=None), *days_before(today, 4)[1::2]]
    log_entries(person=person, entries=few, by="t")
    answer_calmly(person, now())
    assert ticked_at_the_start(client) == ["STEP-1", "STEP-2", "STEP-3", "STEP-4", "STEP-5"]
    assert (
        "Your caffeine is noted on 4 of the 7 days before today. So the first days are for noting "
        "it as it is. Once 5 of 7 days are noted, the daily goal gets smaller, little by little."
    ) in text(client.get("/programme/start/"))
    offered = in_one_line(text(client.get("/programme/start/")))
    assert re.findall(r'name="target" value="(\w+)"', offered) == ["100", "0"], "half is not known"
    assert HALF_OPEN in offered
    begun = client.post("/programme/start/", {"step": ticked_at_the_start(client)})
    assert begun.status_code == 302
    for address, back in (("/", "today"), ("/programme/", "programme")):
        page = in_one_line(text(client.get(address)))
        assert "Note each coffee, tea and energy drink" in page
        assert f'<a class="tick" href="/day/?back={back}">' in page, "a note is no tick"
    goals = in_one_line(text(client.get("/programme/goals/")))
    assert re.findall(r'name="target" value="(\w+)"', goals) == ["100", "0"], "half is not known"
    assert HALF_OPEN in goals
    client.post("/programme/goals/", {"listed": ALL, "step": ALL, "target": "0"})
    assert events(person, "goal") == [("STEP-1", "0")]
    client.post("/programme/goals/", {"listed": ALL, "step": ALL, "target": "100"})
    wrong = {"listed": ALL, "step": ALL, "target": "7"}
    assert client.post("/programme/goals/", wrong).status_code == 400
    noted = client.post("/day/", {"back": "programme", "save": "1", "stress": "calm"})
    assert noted.headers["Location"].startswith("/programme/")
    fifth = exposure(day=today - timedelta(days=5), value=600)
    log_entries(person=person, entries=[fifth], by="t")
    assert "At most 530 mg of caffeine" in text(client.get("/"))
    assert events(person, "part", "baseline") == [("STEP-1", "600")]


def test_where_everything_can_begin_everything_is_ticked(client: Client, ready: Person) -> None:
    assert ticked_at_the_start(client) == list(ALL)
    page = in_one_line(text(client.get("/programme/start/")))
    assert re.findall(r'name="target" value="(\w+)"', page) == ["100", "half", "0"]
    assert HALF_OPEN not in page


def test_today_says_why_the_steps_are_gone(client: Client, running: Person) -> None:
    assert "Also today" in text(client.get("/"))
    pause(person=running, by="t")
    page = text(client.get("/"))
    assert "things for today" not in page
    assert "Paused. Nothing is lost." in page
    resume(person=running, by="t")
    feared = CALM | {"weakness": "progressive"}
    record_answers(person=running, answers=feared, reasons=REASONS, by="t")
    page = text(client.get("/"))
    assert "things for today" not in page
    assert "The steps can wait." in page


def test_goals(client: Client, running: Person) -> None:
    page = text(client.get("/programme/goals/"))
    assert "Stay at this much caffeine" in page
    body = {"listed": ALL, "step": ALL[:3], "caffeine": "200", "drinks": "2000", "bedtime": "23:00"}
    assert client.post("/programme/goals/", body).status_code == 302
    assert events(running, "goal", "part") == [
        ("STEP-1", "200"),
        ("STEP-3", "23:00"),
        ("STEP-4", "off"),
        ("STEP-5", "off"),
    ]
    client.post("/programme/goals/", {"listed": ALL, "step": [*ALL[:3], "STEP-5"]})
    assert ("STEP-5", "on") in events(running, "part")


def offered(client: Client) -> list[str]:
    page = text(client.get("/programme/goals/"))
    return re.findall(r'name="step" value="(STEP-\d)"', page)


def test_less_caffeine_that_was_left_out_can_be_added_and_is_noted_first(
    client: Client, person: Person
) -> None:
    make_ready(person, now(), n_days=0)
    few = Wishes(leave_out={"STEP-1"})
    start_programme(person=person, wishes=few, compare=False, by="t")
    assert offered(client) == ALL
    client.post("/programme/goals/", {"listed": ALL, "step": ALL})
    assert "Note each coffee, tea and energy drink" in text(client.get("/programme/"))
    log_entries(person=person, entries=days_before(today_for(person), 5), by="t")
    assert "At most 530 mg of caffeine" in text(client.get("/programme/"))


def test_with_a_guard_on_caffeine_no_days_are_needed_to_add_it(
    client: Client, person: Person
) -> None:
    make_ready(person, now(), n_days=0, headache_disorder="yes")
    few = Wishes(leave_out={"STEP-1"})
    start_programme(person=person, wishes=few, compare=False, by="t")
    assert offered(client) == ALL
    assert client.post("/programme/goals/", {"listed": ALL, "step": ALL}).status_code == 302
    assert events(person, "part") == [("STEP-1", "on")]


def test_sleep_left_out_and_taken_up_again_breaks_no_page(client: Client, running: Person) -> None:
    for steps in (ALL[:2], ALL[:3]):
        client.post("/programme/goals/", {"listed": ALL[:3], "step": steps})
    assert events(running, "part") == [("STEP-3", "on")]
    assert "To bed at your usual time" in text(client.get("/programme/"))


def test_a_goal_out_of_range_changes_nothing(client: Client, running: Person) -> None:
    body = {"listed": ALL, "step": ALL[:4], "drinks": "9000"}
    answer = client.post("/programme/goals/", body)
    assert answer.status_code == 400
    assert "from 1,000 to 3,500 mL" in text(answer)
    assert not events(running, "goal", "part")
    assert client.post("/programme/goals/", {"listed": ALL}).status_code == 400


@pytest.mark.parametrize(
    ("language", "theirs", "says"),
    [
        ("en", r"\b([Yy]our|[Yy]ou have|[Yy]ou had)\b", ("The steps", "The four weeks are over.")),
        ("de", r"\bIhr(e[nmrs]?)?\b", ("Die Schritte", "Die vier Wochen sind um.")),
    ],
)
def test_the_steps_of_somebody_who_is_cared_for_speak_of_that_person(
    client: Client, person: Person, language: str, theirs: str, says: tuple[str, str]
) -> None:
    day = today_for(person)
    make_ready(person, now() - timedelta(days=28))
    start_programme(person=person, by="t", now=now() - timedelta(days=28))
    carer = fact("answered_by", "carer", day=day)
    tell_whose(person=person, facts=[carer], same_person=True, by="t")
    set_language(person=person, language=language, by="t")
    for address in ("", "goals/", "review/", "questions/", "start/"):
        page = text(client.get(f"/programme/{address}", follow=True))
        main_part = page[page.index("<main") : page.index("</main>")]
        shown = in_one_line(unescape(re.sub(r"<[^>]+>", " ", main_part)))
        found = re.search(f".{{0,80}}{theirs}.{{0,60}}", shown)
        assert found is None, (address, found[0])
    over = in_one_line(unescape(text(client.get("/programme/"))))
    assert says[0] in over
    assert says[1] in over


def test_pause_go_on_and_stop(client: Client, running: Person) -> None:
    def turn(word: str) -> str:
        client.post("/programme/pause/", {"act": word})
        return text(client.get("/programme/"))

    page = turn("pause")
    assert "Paused. Nothing is lost." in page
    assert "You stay at day 1." in page
    assert "things for today" not in text(client.get("/"))
    assert "Day 1 of 28" in turn("resume")
    assert "Day 1 of 28" in turn("nonsense")
    assert "You ended the steps on" in turn("stop")
    assert client.post("/programme/pause/", {"act": "pause"}).status_code == 409
    assert client.get("/programme/goals/").headers["Location"] == "/programme/"


def test_a_pressing_result_stands_above_the_steps(client: Client, running: Person) -> None:
    record_answers(person=running, answers={"weakness": "progressive"}, by="t")
    page = text(client.get("/programme/"))
    assert "See a doctor first. The steps can wait." in page
    assert "For today" not in page
    assert "things for today" not in text(client.get("/"))
    assert client.post("/programme/pause/", {"act": "resume"}).status_code == 403


def test_a_guard_told_in_the_middle_replaces_the_step_at_once(
    client: Client, running: Person
) -> None:
    client.post("/settings/about/", {"clozapine": "yes", "heart_disease": "not_sure"})
    page = text(client.get("/programme/"))
    assert WORDS.text("guard.GUARD-CLOZAPINE.text") in page
    assert WORDS.text("guard.GUARD-FLUID.text") in page
    assert "mg of caffeine" not in page
    assert "litres" not in page
    assert 'class="taper"' not in page
    assert "Stay at this much caffeine" not in text(client.get("/programme/goals/"))


def test_a_programme_that_came_from_a_file_asks_what_is_open(
    client: Client, person: Person
) -> None:
    answer_calmly(person, now())
    begun = ProgrammeEvent(day=today_for(person), event="started")
    log_entries(person=person, entries=[begun], by="t")
    page = text(client.get("/programme/"))
    assert "Some questions are still open." in page
    assert "At most" not in page, "no target"
    assert "litres" not in page


def test_a_programme_from_a_file_without_an_age_asks_for_it(client: Client, person: Person) -> None:
    begun = ProgrammeEvent(day=today_for(person), event="started")
    log_entries(person=person, entries=[begun], by="t")
    page = text(client.get("/programme/"))
    assert "We need to know your age first." in page
    assert "/programme/questions/" in page
    assert "See a doctor first" not in page
    answer = client.post("/programme/tick/", {"step": "STEP-4"})
    assert answer.status_code == 409
    assert "Your age is not known yet." in text(answer)


def test_ten_quiet_minutes(client: Client, running: Person) -> None:
    page = text(client.get("/programme/practice/"))
    assert 'src="/static/timer.js"' in page
    assert "Set a clock to ten minutes" in page
    assert "Done for today" in page
    client.post("/programme/tick/", {"step": "STEP-4"})
    assert "Done for today" not in text(client.get("/programme/practice/"))


def test_the_journal_tells_of_the_steps(client: Client, running: Person) -> None:
    client.post("/programme/headache/", {"score": "7"})
    client.post("/programme/goals/", {"listed": ALL, "step": ALL[:4]})
    client.post("/programme/reminders/", {"STEP-4": "18:30"})
    client.post("/programme/pause/", {"act": "pause"})
    for address in ("/journal/", f"/journal/{today_for(running)}/"):
        page = text(client.get(address))
        for said in ("The steps began", "A headache noted", "The steps paused", "Reminder: "):
            assert said in page, (address, said)
    for address in ("/", "/report/", "/report/text/", "/settings/take/csv/", "/patterns/"):
        assert client.get(address).status_code == 200


def test_after_four_weeks_what_helped_is_kept(client: Client, person: Person) -> None:
    begun = now() - timedelta(days=29)
    make_ready(person, begun)
    start_programme(person=person, by="t", now=begun)
    page = text(client.get("/programme/"))
    assert "Your four weeks are over." in page
    assert "0 of 28 days" in page
    assert "If it comes back" in page
    assert page.count('class="btn primary') == 1
    later = (today_for(person) + timedelta(days=60)).isoformat()
    client.post("/programme/keep/", {"step": ["STEP-3"], "recheck": later})
    page = text(client.get("/programme/"))
    assert "You keep: Sleep." in page
    assert f'value="{later}"' in page
    assert client.post("/programme/keep/", {"recheck": "2020-01-01"}).status_code == 400
    assert client.post("/programme/keep/", {"recheck": "x"}).status_code == 400
    assert client.post("/programme/keep/", {}).status_code == 400
    assert "You keep: Sleep." in text(client.get("/programme/"))


def ran(person: Person, *, days: int) -> None:
    """Give a programme whose day `days` was yesterday, with 14 days noted before it."""
    begun = now() - timedelta(days=days)
    make_ready(person, begun)
    start_programme(person=person, by="t", now=begun)


def test_looking_back_early_shows_weeks_and_dates(client: Client, running: Person) -> None:
    page = text(client.get("/programme/review/"))
    assert "Looking back" in page
    assert "We look back on" in page
    assert page.count("<svg") >= 2
    assert "<table" in page
    assert "steps began" in page
    assert not events(running, "verdict")


def test_on_day_22_a_verdict_is_kept_by_any_page_and_shown(client: Client, person: Person) -> None:
    ran(person, days=21)
    client.get("/")
    assert [value for _, value in events(person, "verdict")] == ["INSUFFICIENT"]
    page = text(client.get("/programme/review/"))
    assert WORDS.text("verdict.INSUFFICIENT.title") in page
    assert "How it turned out" in page
    assert len(events(person, "verdict")) == 1


def test_page_command_and_api_say_the_same(
    client: Client, program: Client, person: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    ran(person, days=28)
    start = today_for(person) - timedelta(days=28)
    days = [
        DayTally(day=start + timedelta(days=n), site="calf", side="left", count=1 + n % 3)
        for n in range(28)
    ]
    log_entries(person=person, entries=days, by="t")
    row = program.get("/api/v1/programme/review").json()
    assert row["verdict"]["look"] == 28
    assert row["counts"][-1] == {"step": "STEP-5", "name": "note", "done": 28, "days": 28}
    with pytest.raises(SystemExit):
        main(["programme", "review", "--json"])
    assert json.loads(capsys.readouterr().out) == row
    with pytest.raises(SystemExit):
        main(["programme", "review"])
    printed = " ".join(capsys.readouterr().out.split())
    page = unescape(text(client.get("/programme/review/")))
    ended = unescape(text(client.get("/programme/")))
    assert row["enough_done"] is False
    for sentence in (*row["verdict"]["says"], WORDS.text("programme.few_done")):
        assert sentence in printed
        assert sentence in page
        assert sentence in ended


def test_without_a_programme_there_is_nothing_to_look_back_on(
    client: Client, program: Client, person: Person
) -> None:
    assert client.get("/programme/review/").headers["Location"] == "/programme/"
    assert program.get("/api/v1/programme/review").json()["code"] == "no_programme"
