"""Two windows, one form: what neither touched stays, what both changed is asked about, once."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from myolog.content.catalogue import load
from myolog.journal.entries import TaskCheck
from myolog.journal.records import ProgrammeEvent, TriageAnswers
from myolog.journal.tracking import tracked
from myolog.store.selectors import Person, journal_of, the_person
from myolog.store.services.journal import log_entries
from myolog.store.services.people import set_language, set_measures, set_zone
from myolog.store.services.programme_start import start_programme
from myolog.web.moment import today_for
from tests.factories import fact
from tests.filling import fields_of, filled
from tests.programme_days import make_ready

pytestmark = [pytest.mark.store, pytest.mark.django_db]
ABOUT, STORY, NOTING = "/settings/about/", "/story/", "/settings/noting/"
GOALS, TIMES, CLOCK, TASKS = (
    "/programme/goals/", "/programme/reminders/", "/settings/time/", "/day/tasks/",
)  # fmt: skip
LOST = "This was changed elsewhere since you opened the page: "
AGAIN = "Your words are still here. Save again to put them in its place."
Window = dict[str, list[str]]


@pytest.fixture
def person(person: Person) -> Person:
    """Give a person in St John's, three and a half hours behind UTC."""
    return set_zone(person=person, zone="America/St_Johns", by="test")


@pytest.fixture
def running(person: Person) -> Person:
    """Give a person on the third day of the steps: 600 mg of caffeine a day until then."""
    make_ready(person, datetime.now(UTC), n_days=18)
    start_programme(person=person, day=today_for(person) - timedelta(days=2), by="t")
    return person


@pytest.fixture
def window(client: Client) -> Callable[[str], Window]:
    """Give a function that opens a form and says what it would send."""

    def opened(address: str, form: str = "f") -> Window:
        return filled(fields_of(client.get(address).content.decode(), form=form))

    return opened


def text_of(answer: Any) -> str:
    return unescape(answer.content.decode())


def shown_again(answer: Any, form: str = "f") -> Window:
    """Return what the page that was answered would send, untouched."""
    return filled(fields_of(answer.content.decode(), form=form))


def saved(client: Client, address: str, sent: Window) -> bool:
    return client.post(address, sent).status_code == 302


def facts(person: Person) -> dict[str, object]:
    return {code: fact.value for code, fact in journal_of(person).profile.items()}


def events(person: Person, *names: str) -> set[tuple[str | None, str | None]]:
    found = journal_of(person).of(ProgrammeEvent)
    return {(one.step, one.value) for one in found if one.event in names}


# ---- facts about the person
def test_facts_that_two_windows_changed(
    client: Client, person: Person, window: Callable[[str], Window]
) -> None:
    today = today_for(person)
    log_entries(
        person=person, entries=[fact("age_years", 41, day=today), fact("lithium", "no", day=today)],
        by="t",
    )  # fmt: skip
    mine, theirs = window(ABOUT), window(ABOUT)
    assert saved(client, ABOUT, theirs | {"age_years": ["42"], "lithium": ["yes"]})
    assert saved(client, ABOUT, mine | {"occupation": ["Baker"]})
    assert facts(person) == {"age_years": 42, "lithium": "yes", "occupation": "Baker"}

    answer = client.post(ABOUT, mine | {"lithium": ["not_sure"], "occupation": ["Cook"]})
    assert answer.status_code == 409
    page = text_of(answer)
    assert LOST in page
    assert "Takes lithium is now Yes" in page
    assert "is now Baker" in page
    assert AGAIN in page
    assert 'href="/settings/about/">Leave it as it is now' in page
    again = shown_again(answer)
    assert (again["lithium"], again["occupation"], again["age_years"]) == (
        ["not_sure"], ["Cook"], ["42"],
    )  # fmt: skip
    assert facts(person)["lithium"] == "yes"
    assert saved(client, ABOUT, again)
    assert facts(person) == {"age_years": 42, "lithium": "not_sure", "occupation": "Cook"}


def test_a_weight_in_pounds_is_not_written_anew_by_saving_something_else(
    client: Client, person: Person, window: Callable[[str], Window]
) -> None:
    set_measures(person=person, measures="us", by="t")
    log_entries(person=person, entries=[fact("weight_kg", 70.3, day=today_for(person))], by="t")
    assert saved(client, ABOUT, window(ABOUT) | {"occupation": ["Baker"]})
    assert facts(person) == {"weight_kg": 70.3, "occupation": "Baker"}


def test_a_question_before_the_start_that_another_window_has_answered(
    client: Client, person: Person, window: Callable[[str], Window]
) -> None:
    address = "/programme/questions/"
    log_entries(person=person, entries=[fact("age_years", 42, day=today_for(person))], by="t")
    mine, theirs = window(address), window(address)
    assert saved(client, address, theirs | {"lithium": ["yes"]})
    answer = client.post(address, mine | {"lithium": ["no"], "warfarin": ["no"]})
    assert answer.status_code == 409
    assert f"{LOST}Takes lithium is now Yes" in text_of(answer)
    assert (facts(person)["lithium"], "warfarin" in facts(person)) == ("yes", False)
    again = shown_again(answer)
    assert (again["lithium"], again["warfarin"]) == (["no"], ["no"])
    assert saved(client, address, again)
    assert (facts(person)["lithium"], facts(person)["warfarin"]) == ("no", "no")


# ---- the story
def story_of(person: Person) -> tuple[object, ...]:
    told = journal_of(person).story
    assert told is not None
    sites = tuple((one.site, one.side, one.since.isoformat()) for one in told.sites)
    return told.first_site, told.first_side, told.ongoing, told.changed, sites


BEGUN: Window = {
    "since_day": ["2026-01-09"], "first-site": ["forearm"], "first-side": ["right"],
    "site-0-site": ["thigh"], "site-0-side": ["left"], "site-0-since_day": ["2026-02-01"],
}  # fmt: skip


def test_a_story_that_two_windows_changed(
    client: Client, person: Person, window: Callable[[str], Window]
) -> None:
    assert saved(client, STORY, window(STORY) | BEGUN)
    mine, theirs = window(STORY), window(STORY)
    new = {"site-1-site": ["calf"], "site-1-side": ["right"], "site-1-since_day": ["2026-03-03"]}
    assert saved(client, STORY, theirs | new | {"site-0-side": ["right"], "ongoing": ["no"]})
    assert saved(client, STORY, mine | {"changed": ["a new job"]})
    sites = (("thigh", "right", "2026-02-01"), ("calf", "right", "2026-03-03"))
    assert story_of(person) == ("forearm", "right", False, "a new job", sites)

    answer = client.post(STORY, mine | {"site-0-site": ["buttock"], "fear": ["my words"]})
    assert answer.status_code == 409
    assert f"{LOST}Place is now right thigh, Sunday 1 February 2026. " in text_of(answer)
    again = shown_again(answer)
    assert (again["site-0-site"], again["site-0-side"]) == (["buttock"], ["left"]), "never torn"
    assert (again["changed"], again["fear"]) == (["a new job"], ["my words"])
    assert story_of(person)[4] == sites
    assert saved(client, STORY, again)
    assert story_of(person)[2:] == (
        False, "a new job", (("buttock", "left", "2026-02-01"), sites[1]),
    )  # fmt: skip


def test_a_story_is_told_for_the_first_time_in_two_windows(
    client: Client, person: Person, window: Callable[[str], Window]
) -> None:
    mine, theirs = window(STORY), window(STORY)
    assert saved(client, STORY, theirs | BEGUN)
    answer = client.post(
        STORY, mine | {"since": ["years"], "first-site": ["eyelid"], "changed": ["mine"]}
    )
    assert answer.status_code == 409
    page = text_of(answer)
    assert "Where did it begin? Now: right forearm" in page
    assert "Since when? Now: Friday 9 January 2026" in page
    assert story_of(person)[:2] == ("forearm", "right")
    again = shown_again(answer)
    assert (again["since"], again["first-site"], again["changed"]) == (
        ["years"], ["eyelid"], ["mine"],
    )  # fmt: skip
    assert saved(client, STORY, again | {"first-side": ["left"]})
    told = journal_of(person).story
    assert told is not None
    assert (told.first_site, told.first_side) == ("eyelid", "left")
    assert told.onset_day == today_for(person) - timedelta(days=1095)
    assert told.onset_precision == "year"


def test_a_rough_answer_beside_an_old_date_is_not_passed_over(
    client: Client, person: Person, window: Callable[[str], Window]
) -> None:
    assert saved(client, STORY, window(STORY) | BEGUN)
    assert saved(client, STORY, window(STORY) | {"since": ["year"]})
    told = journal_of(person).story
    assert told is not None
    assert told.onset_day == today_for(person) - timedelta(days=365)


# ---- the steps
def test_goals_that_two_windows_changed(
    client: Client, running: Person, window: Callable[[str], Window]
) -> None:
    mine, theirs = window(GOALS), window(GOALS)
    all_but_4 = ["STEP-1", "STEP-2", "STEP-3", "STEP-5"]
    assert saved(client, GOALS, theirs | {"step": all_but_4, "caffeine": ["250"]})
    assert saved(client, GOALS, mine | {"drinks": ["2500"]})
    before = {("STEP-1", "250"), ("STEP-2", "2500"), ("STEP-4", "off")}
    assert events(running, "goal", "part") == before

    answer = client.post(GOALS, mine | {"caffeine": ["300"], "bedtime": ["22:30"]})
    assert answer.status_code == 409
    assert f"{LOST}Less caffeine, little by little is now 250 mg. " in text_of(answer)
    assert events(running, "goal", "part") == before
    again = shown_again(answer)
    assert (again["caffeine"], again["bedtime"], again["step"]) == (
        ["300"], ["22:30"], all_but_4,
    )  # fmt: skip
    assert saved(client, GOALS, again)
    assert events(running, "goal", "part") == {
        ("STEP-1", "300"), ("STEP-2", "2500"), ("STEP-3", "22:30"), ("STEP-4", "off"),
    }  # fmt: skip
    answer = client.post(GOALS, mine | {"step": ["STEP-1", "STEP-3", "STEP-4", "STEP-5"]})
    assert answer.status_code == 409, "a step left out is not what was just given another amount"
    assert saved(client, GOALS, window(GOALS) | {"caffeine": [""]})
    assert ("STEP-1", "100") in events(running, "goal", "part"), (
        "the field emptied: the way down again"
    )


def test_a_refused_goal_keeps_every_field(
    client: Client, running: Person, window: Callable[[str], Window]
) -> None:
    sent = window(GOALS) | {"drinks": ["9000"], "bedtime": ["22:30"], "step": ["STEP-2", "STEP-3"]}
    answer = client.post(GOALS, sent)
    assert answer.status_code == 400
    again = shown_again(answer)
    assert {name: again[name] for name in ("drinks", "bedtime", "step")} == {
        "drinks": ["9000"], "bedtime": ["22:30"], "step": ["STEP-2", "STEP-3"],
    }  # fmt: skip
    assert events(running, "goal", "part") == set()


def test_reminders_that_two_windows_changed(
    client: Client, running: Person, window: Callable[[str], Window]
) -> None:
    assert saved(client, TIMES, window(TIMES) | {"STEP-3": ["22:15"], "STEP-4": ["18:30"]})
    mine, theirs = window(TIMES), window(TIMES)
    assert saved(client, TIMES, theirs | {"STEP-3": ["21:00"], "STEP-4": [""]})
    assert saved(client, TIMES, mine | {"STEP-5": ["20:00"]})
    held = {("STEP-3", "21:00"), ("STEP-4", "off"), ("STEP-5", "20:00")}
    assert events(running, "reminder") == held
    answer = client.post(TIMES, mine | {"STEP-4": ["19:00"]})
    assert answer.status_code == 409
    assert "is now open" in text_of(answer)
    assert events(running, "reminder") == held
    again = shown_again(answer)
    assert (again["STEP-3"], again["STEP-4"], again["STEP-5"]) == (["21:00"], ["19:00"], ["20:00"])
    assert saved(client, TIMES, again)
    assert ("STEP-4", "19:00") in events(running, "reminder")


def test_what_is_kept_after_four_weeks_in_two_windows(client: Client, person: Person) -> None:
    begun = datetime.now(UTC) - timedelta(days=29)
    make_ready(person, begun)
    start_programme(person=person, by="t", now=begun)
    soon, later = ((today_for(person) + timedelta(days=n)).isoformat() for n in (60, 120))
    address = "/programme/keep/"

    def kept() -> Window:
        page = client.get("/programme/").content.decode()
        return filled(fields_of(page.replace('<form class="stack"', '<form id="k"'), form="k"))

    mine, theirs = kept(), kept()
    assert saved(client, address, theirs | {"step": ["STEP-3"], "recheck": [soon]})
    answer = client.post(address, mine | {"step": ["STEP-5"], "recheck": [later]})
    assert answer.status_code == 409
    assert "Look again on is now " in text_of(answer)
    assert events(person, "kept") == {("STEP-3", None)}
    page = answer.content.decode().replace('<form class="stack"', '<form id="k"')
    again = filled(fields_of(page, form="k"))
    assert (again["step"], again["recheck"]) == (["STEP-3", "STEP-5"], [later])
    assert saved(client, address, again)
    assert {step for step, _ in events(person, "kept")} == {"STEP-3", "STEP-5"}
    assert events(person, "recheck") == {(None, later)}


# ---- settings with more than one choice
def test_how_much_to_note_in_two_windows(
    client: Client, person: Person, window: Callable[..., Window]
) -> None:
    mine, theirs = window(NOTING, "ways"), window(NOTING, "ways")
    assert mine["code"] == ["caffeine", "water_ml", "sleep_min", "stress"]
    fewer = {"code": ["caffeine", "sleep_min", "stress"], "window": ["09:00", "13:30", ""]}
    assert saved(client, NOTING, theirs | fewer)
    more = {"code": [*mine["code"], "magnesium_mg"], "way": ["sampled"]}
    assert saved(client, NOTING, mine | more)
    journal = journal_of(person)
    assert tracked(journal) == ("caffeine", "magnesium_mg", "sleep_min", "stress")
    assert facts(person)["window_times"] == "09:00 13:30"
    answer = client.post(NOTING, mine | {"window": ["20:00", "", ""]})
    assert answer.status_code == 409
    assert "is now 09:00, 13:30" in text_of(answer)
    again = shown_again(answer, "ways")
    assert again["window"] == ["20:00", "", ""]
    assert saved(client, NOTING, again)
    assert facts(person)["window_times"] == "20:00"


def test_the_clock_in_two_windows(
    client: Client, person: Person, window: Callable[[str], Window]
) -> None:
    mine, theirs = window(CLOCK), window(CLOCK)
    assert saved(client, CLOCK, theirs | {"zone": ["Asia/Tokyo"]})
    assert saved(client, CLOCK, mine | {"day_ends": ["3"]})
    assert (the_person().zone, the_person().day_ends_hour) == ("Asia/Tokyo", 3)
    answer = client.post(CLOCK, mine | {"zone": ["Europe/Vienna"]})
    assert answer.status_code == 409
    assert "is now Asia/Tokyo" in text_of(answer)
    assert shown_again(answer)["zone"] == ["Europe/Vienna"]
    assert the_person().zone == "Asia/Tokyo"
    assert saved(client, CLOCK, shown_again(answer))
    assert (the_person().zone, the_person().day_ends_hour) == ("Europe/Vienna", 3)


def test_the_weekly_look_in_two_windows(
    client: Client, person: Person, window: Callable[[str], Window]
) -> None:
    assert saved(client, TASKS, window(TASKS) | {"stairs": ["fine"], "jar": ["fine"]})
    mine, theirs = window(TASKS), window(TASKS)
    assert saved(client, TASKS, theirs | {"stairs": ["cannot"]})
    assert saved(client, TASKS, mine | {"jar": ["harder"]})
    (look,) = journal_of(person).of(TaskCheck)
    assert look.answers == {"stairs": "cannot", "jar": "harder"}
    answer = client.post(TASKS, mine | {"stairs": ["harder"]})
    assert answer.status_code == 409
    assert shown_again(answer)["stairs"] == ["harder"]
    (look,) = journal_of(person).of(TaskCheck)
    assert look.answers["stairs"] == "cannot"
    assert saved(client, TASKS, shown_again(answer))
    (look,) = journal_of(person).of(TaskCheck)
    assert look.answers == {"stairs": "harder", "jar": "harder"}


# ---- every one of them
@pytest.mark.parametrize("address", [ABOUT, STORY, GOALS, TIMES, CLOCK])
def test_a_form_sent_untouched_writes_nothing(
    client: Client, running: Person, window: Callable[[str], Window], address: str
) -> None:
    assert saved(client, STORY, window(STORY) | BEGUN)
    sent, before = window(address), journal_of(running)
    log_entries(person=running, entries=[fact("occupation", "Cook", day=date(2026, 1, 1))], by="t")
    n_now = len(journal_of(running).entries)
    assert n_now == len(before.entries) + 1
    assert saved(client, address, sent)
    assert len(journal_of(running).entries) == n_now


def test_it_is_said_in_german_too(
    client: Client, person: Person, window: Callable[[str], Window]
) -> None:
    set_language(person=person, language="de", by="t")
    mine, theirs = window(ABOUT), window(ABOUT)
    assert saved(client, ABOUT, theirs | {"lithium": ["yes"]})
    page = text_of(client.post(ABOUT, mine | {"lithium": ["no"]}))
    assert "seit Sie die Seite geöffnet haben: Nimmt Lithium: jetzt Ja. " in page
    assert load("de").text("page.error.leave") in page


# ---- the check
def drafted(person: Person) -> dict[str, object]:
    (draft,) = journal_of(person).of(TriageAnswers)
    return dict(draft.answers)


def test_a_sign_told_in_one_window_is_not_withdrawn_by_another_that_never_saw_it(
    client: Client, person: Person, window: Callable[[str], Window]
) -> None:
    six = "/check/six/"
    assert saved(client, "/emergency/check/", window("/check/"))
    story = {"age_years_typed": ["35"], "run_days": ["7"], "site_scope": ["single"]}
    assert saved(client, "/check/story/", window("/check/story/") | story)
    mine, theirs = window(six), window(six)
    for _ in range(2):  # a double tap
        assert saved(client, six, theirs | {"tick": ["wasting"], "choice": ["wasting|wasting|yes"]})
    answer = client.post(six, mine)
    assert answer.status_code == 409
    question = load().text("input.wasting.question")
    assert f"{question} Now: {load().text('input.wasting.values.yes')}" in text_of(answer)
    assert 'href="/check/six/">Leave it as it is now' in text_of(answer)
    assert drafted(person)["wasting"] == "yes"
    assert saved(client, six, window(six)), "looked at again, the tick is there"
    assert drafted(person)["wasting"] == "yes"
    assert saved(client, six, shown_again(answer))
    assert drafted(person)["wasting"] == "no"


def test_who_stops_in_one_window_takes_back_nothing_that_was_told_in_another(
    client: Client, person: Person, window: Callable[[str], Window]
) -> None:
    six = "/check/six/"
    assert saved(client, "/emergency/check/", window("/check/"))
    mine, theirs = window(six), window(six)
    assert saved(client, six, theirs | {"tick": ["wasting"], "choice": ["wasting|wasting|yes"]})
    assert client.post(six, mine | {"stop": ["1"]}).headers["location"] == "/result/"
    assert drafted(person)["wasting"] == "yes"


def test_the_first_screen_of_the_check_is_never_held_up(
    client: Client, person: Person, window: Callable[[str], Window]
) -> None:
    mine, theirs = window("/check/"), window("/check/")
    assert saved(client, "/emergency/check/", theirs)
    answer = client.post("/emergency/check/", mine | {"tick": ["sudden"]})
    assert (answer.status_code, answer["Location"]) == (302, "/result/")
