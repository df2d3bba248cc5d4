"""Your story so far: rough answers are full answers, told once, changed at will."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from myolog.content.dates import month_and_year
from myolog.content.languages import speaking
from myolog.journal.records import Examination, Question, Story
from myolog.store.selectors import Person, journal_of
from myolog.store.services.care import record_answers
from myolog.store.services.journal import log_entry
from myolog.store.services.people import set_language
from myolog.triage.assessment import assess
from myolog.web.forms.story import with_place
from myolog.web.moment import today_for
from myolog.wording.entries import one_line
from myolog.wording.places import Place
from tests import factories as make
from tests.filling import fields_of

pytestmark = pytest.mark.django_db


def told(**over: str) -> dict[str, str]:
    return {
        "key": str(uuid4()),
        "since": "three_months",
        "first-site": "forearm",
        "first-side": "right",
        "ongoing": "yes",
    } | over


def the_story(person: Person) -> Story:
    story = journal_of(person).story
    assert story is not None
    return story


def test_months_of_history_are_enough_for_the_check(
    client: Client, person: Person, django_assert_max_num_queries
) -> None:
    today = today_for(person)
    with django_assert_max_num_queries(25):
        client.post(
            "/story/",
            told(
                **{
                    "site-0-site": "thigh",
                    "site-0-side": "right",
                    "site-0-since_day": str(today - timedelta(days=20)),
                },
                measures="yes",
            ),
        )
    suggested = assess(journal_of(person), {}, today=today).derived
    assert suggested["run_days"] >= 90
    assert suggested["site_scope"] == "spread"
    assert suggested["measures_tried"] == "yes"


def test_whether_it_still_twitches_is_not_answered_beforehand(
    client: Client, person: Person
) -> None:
    page = client.get("/story/").content.decode()
    asked = page[page.index('name="ongoing"') - 40 : page.index('id="on-0"') + 40]
    assert "checked" not in asked
    client.post("/story/", told(ongoing=""))
    story = journal_of(person).story
    assert story is not None
    assert story.ongoing is None
    suggested = assess(journal_of(person), {}, today=today_for(person)).derived
    assert "run_days" not in suggested
    again = client.get("/story/").content.decode()
    assert "checked" not in again[again.index('name="ongoing"') : again.index('id="on-0"') + 40]


def test_a_story_from_before_the_birth_is_one_sentence_and_nothing_is_lost(
    client: Client, person: Person
) -> None:
    age = make.fact("age_years", 1, day=today_for(person))
    log_entry(person=person, entry=age, by="test")
    answer = client.post("/story/", told(since="years", changed="A new tooth."))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "this began before you were born. Correct the start date, or your age." in page
    assert "A new tooth." in page
    assert journal_of(person).story is None


def test_the_rough_answer_keeps_its_precision(client: Client, person: Person) -> None:
    client.post("/story/", told())
    story = journal_of(person).story
    assert story is not None
    assert story.onset_precision == "month"
    assert (story.first_site, story.first_side, story.ongoing) == ("forearm", "right", True)
    page = " ".join(client.get("/journal/").content.decode().split())
    assert f"Since {story.onset_day:%B %Y}. First in your right forearm." in page


@pytest.mark.parametrize(
    ("language", "line", "reason", "hint"),
    [
        ("en", "then left calf {month}", "then in your left calf since {month}", "Told so far: "),
        ("de", "dann Wade links {month}", "Danach: Wade links seit {month}", "Bisher angegeben: "),
    ],
)
def test_a_later_place_told_roughly_comes_back_roughly(
    client: Client, person: Person, language: str, line: str, reason: str, hint: str
) -> None:
    set_language(person=person, language=language, by="test")
    calf = {"site-0-site": "calf", "site-0-side": "left", "site-0-since": "three_months"}
    client.post("/story/", told(since="years", **calf))
    (place,) = the_story(person).sites
    assert (place.since_precision, today_for(person) - place.since) == ("month", timedelta(91))
    with speaking(language):
        month = month_and_year(place.since)
        assert line.format(month=month) in one_line(the_story(person))
        record_answers(person=person, answers={"site_scope": "spread"}, by="test")
        shown = " ".join(client.get("/result/").content.decode().split())
        assert reason.format(month=month) in shown
        assert f"({month})" in " ".join(client.get("/report/text/").content.decode().split())
    page = client.get("/story/").content.decode()
    assert f"{hint}{month}." in page
    again = {"site-0-since": "", "site-0-since_day": place.since.isoformat()}
    kept = {"since": "", "since_day": the_story(person).onset_day.isoformat()}
    client.post("/story/", told(**calf | again | kept, changed="a new job"))
    assert the_story(person).changed == "a new job"
    assert the_story(person).sites == (place,)


def test_who_is_not_sure_since_when_or_how_it_went_says_so_and_it_is_asked_in_the_check(
    client: Client, person: Person
) -> None:
    today = today_for(person)
    later = {
        "site-0-site": "thigh",
        "site-0-side": "right",
        "site-0-since_day": str(today - timedelta(days=4)),
    }
    unsure = told(since="not_sure", trend="not_sure", **later)
    assert client.post("/story/", unsure).status_code == 302
    story = the_story(person)
    began = (story.onset_day, story.onset_precision, story.trend)
    assert began == (today - timedelta(days=4), "not_sure", "not_sure")
    found = assess(journal_of(person), {}, today=today)
    assert not {"run_days", "trend"} & found.derived.keys()
    assert {"run_days", "trend"} <= set(found.missing)
    client.post("/emergency/check/", {})
    page = " ".join(client.get("/check/story/").content.decode().split())
    for name in ("run_days", "trend"):
        assert f'name="{name}" value="not_sure" checked' in page
    shown = " ".join(client.get("/story/").content.decode().split())
    assert 'name="since" value="not_sure" checked' in shown
    assert 'name="trend" value="not_sure" checked' in shown
    assert "or earlier (not sure since when)" in client.get("/journal/").content.decode()
    report = client.get("/report/text/").content.decode()
    assert "or earlier (not sure since when); for 5 days at least" in " ".join(report.split())
    assert "told with the story on" in report
    assert "or earlier (not sure since when), first right forearm" in one_line(story)
    client.post("/story/", told(since="week", trend="stable"))
    assert (the_story(person).onset_precision, the_story(person).trend) == ("week", "stable")


def test_a_visit_a_question_and_a_fear_come_along(client: Client, person: Person) -> None:
    client.post(
        "/story/",
        told(exam_what="EMG", exam_day="2026-02-01", exam_result="normal", fear="f", question="q"),
    )
    journal = journal_of(person)
    (visit,) = journal.of(Examination)
    assert (visit.what, visit.day, visit.result) == ("EMG", date(2026, 2, 1), "normal")
    assert {(one.text, one.fear) for one in journal.of(Question)} == {("f", True), ("q", False)}


@pytest.mark.parametrize("address", ["/story/", "/report/details/"])
def test_what_came_of_a_visit_is_not_said_beforehand(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    asked = page[page.index('name="exam_result"') :]
    asked = asked[: asked.index("</select>")]
    assert "selected" not in asked
    assert asked.index('<option value="">Please choose</option>') < asked.index("Nothing found")


def test_a_double_tap_stores_once(client: Client, person: Person) -> None:
    form = told(question="q")
    client.post("/story/", form)
    client.post("/story/", form)
    assert len(journal_of(person).of(Question)) == 1


@pytest.mark.parametrize(
    "over",
    [
        {"since": ""},
        {"since": "", "since_day": "2999-01-01"},
        {"since": "", "since_day": "1650-01-01"},
        {"since": "", "since_day": "soon"},
        {"first-site": ""},
        {"first-site": "wing"},
        {"site-0-site": "calf", "site-0-side": "left", "site-0-since_day": "1999-01-01"},
        {"changed": "x" * 100_000},
    ],
)
def test_bad_input_is_one_sentence_and_stores_nothing(
    over: dict[str, str], client: Client, person: Person
) -> None:
    answer = client.post("/story/", told(**over))
    assert answer.status_code == 400
    assert "not saved yet" in answer.content.decode()
    assert journal_of(person).entries == ()


def test_it_is_shown_as_told(client: Client) -> None:
    calf = {"site-0-site": "calf", "site-0-side": "left"}
    client.post("/story/", told(changed="A new job", **calf))
    text = client.get("/story/").content.decode()
    assert "A new job" in text
    assert 'name="site-0-site" value="calf"' in text
    assert '<option value="left" selected>' in text


def held(page: str) -> dict[str, str]:
    return {name: text for name, text in fields_of(page) if text}


def test_the_list_of_places_stands_once_and_each_tap_adds_one_without_losing_a_word(
    client: Client, person: Person
) -> None:
    """No script: each button of the list is sent to the page, which stores nothing."""
    page = client.get("/story/").content.decode()
    assert page.count('value="calf/left"') == 1, "it stood four times"
    typed = {"since": "week", "changed": "a new job", "first-site": "", "ongoing": "yes"}
    for word, name in (("forearm/right", "first"), ("calf/left", "site-0"), ("calf/left", "none"),
                       ("tongue", "site-1"), ("wing", "none")):  # fmt: skip
        page = client.post("/story/", typed | {"choose": word}).content.decode()
        typed = held(page)
        site, _, side = word.partition("/")
        if name != "none":
            assert (typed[f"{name}-site"], typed.get(f"{name}-side", "")) == (site, side)
    assert {one: text for one, text in typed.items() if one.endswith("-site")} == {
        "first-site": "forearm", "site-0-site": "calf", "site-1-site": "tongue",
    }  # fmt: skip
    assert (typed["since"], typed["changed"], typed["ongoing"]) == ("week", "a new job", "yes")
    assert journal_of(person).story is None
    page = client.post("/story/", typed | {"take_away": "site-0"}).content.decode()
    typed = held(page)
    assert "site-0-site" not in typed
    assert client.post("/story/", typed).status_code == 302
    story = the_story(person)
    assert [one.site for one in story.sites] == ["tongue"]
    assert (story.first_site, story.first_side) == ("forearm", "right")


def test_a_place_is_looked_up_without_storing(client: Client, person: Person) -> None:
    page = client.post("/story/", told(find="calf", look_up="1")).content.decode()
    assert 'value="calf/left"' in page
    assert 'value="forearm/left"' not in page
    assert held(page)["first-site"] == "forearm"
    assert journal_of(person).story is None


def test_a_list_of_thirty_places_takes_no_more_and_loses_none() -> None:
    full = {f"site-{row}-site": "calf" for row in range(30)} | {"first-site": "eyelid"}
    assert with_place(full, Place("tongue")) == full


def test_what_the_check_knows_is_filled_in_and_said_and_what_was_noted_is_offered_first(
    client: Client, person: Person
) -> None:
    log_entry(person=person, entry=make.episode(site="thigh", side="left"), by="test")
    record_answers(
        person=person, answers={"trend": "improving", "measures_tried": "yes"}, by="test"
    )
    page = client.get("/story/").content.decode()
    assert page.count("From the check.") == 2
    known = held(page)
    assert (known["trend"], known["measures"]) == ("improving", "yes")
    assert page.index('value="thigh/left"') < page.index('id="list"')
    client.post("/story/", known | told())
    assert (the_story(person).trend, the_story(person).measures) == ("improving", "yes")
    assert "From the check." not in client.get("/story/").content.decode()


def test_a_refused_story_keeps_every_field_and_says_each_problem_beside_its_own(
    client: Client, person: Person
) -> None:
    typed = told(
        since="", since_day="soon", ongoing="no", trend="stable", measures="no",
        changed="new\r\njob", exam_text="all well", exam_day="yesterday", exam_result="normal",
        fear="f", question="q",
        **{"first-side": "left", "site-1-site": "calf", "site-1-side": "right",
           "site-1-since": "week"},
    )  # fmt: skip
    answer = client.post("/story/", typed)
    assert answer.status_code == 400
    page = answer.content.decode()
    shown = dict(fields_of(page))
    del typed["key"], typed["since"]
    assert {name: shown[name] for name in typed} == typed
    for name in ("since_day", "exam_day"):
        assert f'<p class="err" id="{name}-err">' in page
    assert journal_of(person).entries == ()


def test_what_an_examination_said_is_never_dropped_for_want_of_its_name(
    client: Client, person: Person
) -> None:
    answer = client.post("/story/", told(exam_text="all well"))
    assert answer.status_code == 400
    assert '<p class="err" id="exam_what-err">' in answer.content.decode()
    assert journal_of(person).entries == ()
