"""The five steps: kept, with portions and targets, and with who has to ask first."""

import pytest

from myolog.content.articles import article
from myolog.content.catalogue import load
from myolog.content.rendering import html, markdown
from myolog.triage import Urgency, decide
from tests.spec.guide.statements import said

WORDS = load()
TITLE = "Five steps"
CASES = (
    ("STEP-1", "step-caffeine", ("7 to 10 days", "cold medicines", "100 mg", "headache", "400 mg"),
     ("LITHIUM", "CLOZAPINE", "PREG", "AGE")),
    ("STEP-2", "step-drinking",
     ("2 litres", "1.6", "banana", "spinach", "seeds", "chocolate", "milk"),
     ("FLUID", "K", "MG", "WARFARIN", "EATING")),
    ("STEP-3", "step-sleep", ("7 to 9 hours", "same time", "screens", "melatonin"),
     ("PREG", "AGE")),
    ("STEP-4", "step-quiet", ("ten minutes", "yoga", "weak"), ()),
    ("STEP-5", "step-journal", ("which side", "how long", "when", "set it off"), ()),
)  # fmt: skip


@pytest.mark.parametrize(("step", "slug", "words", "guards"), CASES)
def test_the_step_is_told_with_its_numbers_and_guards(step, slug, words, guards):
    page = markdown(article(slug))
    for word in words:
        assert word in page.lower() or word in page
    for guard in guards:
        assert WORDS.text(f"guard.GUARD-{guard}.text") in page
    assert step in article(slug).ids


@pytest.mark.parametrize("render", [html, markdown])
def test_the_page_of_the_steps_shows_all_five(render):
    page = render(article("five-steps"))
    for step, *_ in CASES:
        assert WORDS.text(f"step.{step}.title") in page
        assert WORDS.text(f"step.{step}.text") in page


def test_the_drinks_are_listed_with_their_range():
    page = markdown(article("step-caffeine"))
    assert "coffee" in page.lower()
    assert "about 90 mg (" in page


def test_the_steps_promise_nothing():
    assert "not been shown in a trial" in said("PROG-INTRO")
    assert "about half" in said("PROG-INTRO")
    assert "not been shown in a trial" in WORDS.text("programme.lead")


def test_melatonin_and_tablets_are_only_to_be_asked_about():
    page = markdown(article("step-sleep"))
    assert "Ask a pharmacist or doctor before you take anything" in page
    assert "do not need them" in markdown(article("step-drinking"))


def test_no_step_tells_anyone_to_stop_a_medicine():
    assert "Never stop a medicine on your own" in WORDS.text("guard.GUARD-MED.text")
    assert "GUARD-MED" in str(article("step-caffeine").blocks)


def test_what_follows_from_no_change_and_from_getting_worse():
    assert "book a normal visit" in said("PROG-EVAL-NOCHANGE")
    assert "at once" in said("PROG-EVAL-ESCALATE")
    assert decide({"programme_result": "no_change"}).urgency == Urgency.ROUTINE
    assert decide({"programme_result": "escalated"}).urgency == Urgency.SOON


def test_the_steps_never_take_the_place_of_a_doctor():
    assert "never replace it" in WORDS.text("programme.not_instead")
    assert "see a doctor soon" in WORDS.text("guard.GUARD-URGENT.text")
